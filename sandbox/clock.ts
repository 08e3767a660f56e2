/**
 * The bank's own time. Everything that the bank decides by time asks this clock,
 * so that a test can let a year pass without waiting.
 */
export interface Clock {
  /** Now, epoch milliseconds, UTC. */
  nowMs(): number;
  /**
   * How far this clock is ahead of the machine's. The authorization server library reads the machine's clock
   * and nothing else; times that it wrote down are shifted by this much when it reads them again.
   */
  aheadMs(): number;
}

/** A clock that a test can push forward. */
export interface MovableClock extends Clock {
  advance(ms: number): void;
}

/** The machine's clock. */
export const systemClock: Clock = { nowMs: () => Date.now(), aheadMs: () => 0 };

/** The machine's clock plus whatever it was pushed forward by. */
export function movableClock(): MovableClock {
  let aheadMs = 0;
  return {
    nowMs: () => Date.now() + aheadMs,
    aheadMs: () => aheadMs,
    advance: (ms) => {
      aheadMs += ms;
    },
  };
}
