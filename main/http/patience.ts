import { randomInt } from 'node:crypto';

import { TransportError } from '../oauth/transport';
import type { Patience } from '../oauth/transport';

/** Waits by the machine's own clock. */
export const REAL_PATIENCE: Patience = {
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
