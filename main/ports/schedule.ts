/** Runs work later; what it returns calls that off. */
export type Schedule = (work: () => void, afterMs: number) => () => void;

/** By the machine's own timers, which keep no app from ending. */
export const onTheClock: Schedule = (work, afterMs) => {
  const timer = setTimeout(work, afterMs);
  timer.unref();
  return () => clearTimeout(timer);
};
