// @ts-check

/**
 * Times two things in turns, so that whatever else the machine does falls on both. The first of each is not counted:
 * what runs for the first time is slow.
 * @param {number} runs of each
 * @param {{ readonly ours: () => Promise<number>, readonly theirs: () => Promise<number> }} contestants in milliseconds
 * @returns {Promise<{ ours: number[], theirs: number[] }>}
 */
export async function takeTurns(runs, { ours, theirs }) {
  /** @type {{ ours: number[], theirs: number[] }} */
  const times = { ours: [], theirs: [] };
  await theirs();
  await ours();
  for (let run = 0; run < runs; run += 1) {
    times.theirs.push(await theirs());
    times.ours.push(await ours());
  }
  return times;
}
