import { randomInt } from 'node:crypto';

import { type RetryClock, TransportError } from '../ports/provider-http';

/** Waits by the machine's own clock. */
export const SYSTEM_RETRY_CLOCK: RetryClock = {
  nowMs: () => Date.now(),
  random: () => randomInt(1_000_000) / 1_000_000,
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      const cancel = () => {
        clearTimeout(timer);
        reject(new TransportError({ kind: 'cancelled' }));
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', cancel);
        resolve();
      }, ms);
      if (signal?.aborted === true) cancel();
      signal?.addEventListener('abort', cancel, { once: true });
    }),
};
