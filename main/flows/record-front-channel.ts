import { AsyncResource } from 'node:async_hooks';

import type { WireStep } from '../../preload/contract/wire-shapes';
import type { ListenForAnswer } from '../ports/answer-listener';
import type { UserAgent } from '../ports/user-agent';
import type { SeenExchange } from '../wire/exchange';
import type { WireObserver } from '../wire/exchange-recorder';

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

/** Records each address that is brought to the listener, by request or by link, also the ones that belong to no flow. */
export function recordListening(listen: ListenForAnswer, observer: WireObserver): ListenForAnswer {
  return ({ redirect, onAnswer }) =>
    listen({
      redirect,
      // What comes from outside belongs to no call of ours, so the scope is that of whoever began to listen.
      onAnswer: AsyncResource.bind((callback: URL) => {
        observer.begin()(seenInBrowser('callback', callback));
        return onAnswer(callback);
      }),
    });
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
    proxy: null,
    startedAtMs: nowMs,
    headersAtMs: null,
    endedAtMs: nowMs,
    fault: null,
  };
}
