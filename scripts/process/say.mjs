// @ts-check

/**
 * Tells the person what a command is doing, one plain sentence at a time.
 * It goes to standard error, so that standard output stays for results.
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * A span of time as a person says it: "0.4 s", "12 s", "3 min 5 s".
 * @param {number} elapsedMs
 * @returns {string}
 */
export function viewDuration(elapsedMs) {
  const seconds = elapsedMs / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
