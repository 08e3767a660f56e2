/**
 * Calls back each time the machine has woken up. Timers stand still while it sleeps and the clock does not, and the
 * other side may have given up every connection meanwhile.
 *
 * @returns ends the calling back
 */
export type OnResume = (listener: () => void) => () => void;

/** A machine that never sleeps. */
export const NEVER_SUSPENDED: OnResume = () => () => undefined;

/** One source of resumes (Electron's `powerMonitor`) for as many as want to hear of them. */
export interface ResumeSource {
  readonly onResume: OnResume;
  /** Tells all. */
  readonly wake: () => void;
}

/** Makes such a source; what tells it is the caller's. */
export function createResumeSource(): ResumeSource {
  const listeners = new Set<() => void>();
  return {
    onResume: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    wake: () => {
      for (const listener of listeners) listener();
    },
  };
}
