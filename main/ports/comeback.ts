/**
 * When the person comes back to the window, perhaps from their bank: it got the focus, or the window in which a bank's
 * own page was shown was closed.
 */
export type Comeback =
  | { readonly kind: 'focus' }
  | { readonly kind: 'site-closed'; readonly providerId: string };

/** Calls back at each comeback. Returns what ends the calling back. */
export type OnComeback = (listener: (comeback: Comeback) => void) => () => void;

/** One source of comebacks for whoever wants to hear of them. */
export interface Comebacks {
  readonly onComeback: OnComeback;
  /** Tells all. */
  readonly tell: (comeback: Comeback) => void;
}

/** Makes such a source; what tells it is the caller's. */
export function createComebacks(): Comebacks {
  const listeners = new Set<(comeback: Comeback) => void>();
  return {
    onComeback: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (comeback) => {
      for (const listener of listeners) listener(comeback);
    },
  };
}
