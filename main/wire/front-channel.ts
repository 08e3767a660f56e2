import { AsyncResource } from 'node:async_hooks';

import type { WireStep } from '../../preload/contract/wire-shapes';
import type { UserAgent } from '../flows/run-flow';
import type { LoopbackOptions, listenOnLoopback } from '../http/loopback-listener';
import type { SeenExchange } from './exchange';
import type { WireObserver } from './exchange-recorder';

/** Records each address that is handed to the browser, whatever becomes of it there. */
export function recordUserAgent(userAgent: UserAgent, observer: WireObserver): UserAgent {
  return {
    ...userAgent,
    open: (profile, page) => {
      observer.begin()(seenInBrowser('authorize', page));
      return userAgent.open(profile, page);
    },
  };
}

/** Records each address that the browser brings to the listener, also the ones that belong to no flow. */
export function recordListening(
  listen: typeof listenOnLoopback,
  observer: WireObserver,
): typeof listenOnLoopback {
  return (options: LoopbackOptions) => {
    // What a server hears belongs to no call of ours, so the scope is that of whoever began to listen.
    const begin = AsyncResource.bind(() => observer.begin());
    return listen({
      ...options,
      onAnswer: (callback) => {
        begin()(seenInBrowser('callback', callback));
        return options.onAnswer(callback);
      },
    });
  };
}

function seenInBrowser(step: WireStep, page: URL): SeenExchange {
  const nowMs = Date.now();
  return {
    kind: 'browser',
    step,
    method: 'GET',
    url: page.href,
    // The browser makes the request: all that Countersign sees of it is the address.
    sent: { headers: [], body: Buffer.alloc(0), headBytes: 0, bodyBytes: 0 },
    received: null,
    tls: null,
    startedAtMs: nowMs,
    headersAtMs: null,
    endedAtMs: nowMs,
    fault: null,
  };
}
