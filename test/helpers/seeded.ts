/** A source of odd choices that is the same in each run, so that what it finds can be found again. */
export interface Seeded {
  /** A whole number from 0 up to, and without, the bound. */
  readonly below: (bound: number) => number;
  readonly pick: <Value>(from: readonly Value[]) => Value;
}

/** @see mulberry32, a small generator of 32 bits that is good enough to make odd answers */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    below,
    pick: (from) => {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
  };
}
