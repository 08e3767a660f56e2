import { describe, expect, it } from 'vitest';

import { SaveAgain } from '../../../main/vault/save-again';

/** A clock that a test turns by hand. */
function byHand() {
  const waiting: Array<() => void> = [];
  return {
    waiting,
    schedule: (work: () => void) => {
      waiting.push(work);
      return () => void waiting.splice(waiting.indexOf(work), 1);
    },
    /** Lets the time pass, and what it sets off come to its end. */
    turn: async () => {
      for (const work of waiting.splice(0)) work();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('what the disk has refused', () => {
  it('is tried again until it is saved, one try at a time', async () => {
    const clock = byHand();
    let tries = 0;
    const again: SaveAgain = new SaveAgain(() => {
      tries += 1;
      if (tries === 3) again.hear(false);
      return Promise.resolve();
    }, clock.schedule);

    again.hear(true);
    again.hear(true);
    expect(clock.waiting).toHaveLength(1);
    for (const turn of [1, 2, 3, 4]) {
      await clock.turn();
      expect(tries).toBe(Math.min(turn, 3));
    }

    expect(clock.waiting).toEqual([]);
  });

  it('is not tried again once something else has saved it, or the app ends', async () => {
    const clock = byHand();
    const again = new SaveAgain(() => Promise.reject(new Error('nobody asks any more')), clock.schedule);

    again.hear(true);
    again.hear(false);
    expect(clock.waiting).toEqual([]);
    again.hear(true);
    again.stop();

    expect(clock.waiting).toEqual([]);
  });
});
