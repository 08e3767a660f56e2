import { describe, expect, it } from 'vitest';

import { retryIfIdempotent, type RetryRule } from '../../../main/oauth/retry';
import { type RetryClock, TransportError } from '../../../main/ports/provider-http';

/** A clock that stands still but for what is waited, and for what each request takes. */
function clock(): RetryClock & { readonly waits: readonly number[]; take: (ms: number) => void } {
  const waits: number[] = [];
  let nowMs = 1_000_000;
  return {
    waits,
    take: (ms) => {
      nowMs += ms;
    },
    nowMs: () => nowMs,
    random: () => 1,
    wait: (ms) => {
      waits.push(ms);
      nowMs += ms;
      return Promise.resolve();
    },
  };
}

const busyFor = (seconds: number) =>
  new Response(null, { status: 503, headers: { 'retry-after': String(seconds) } });

/** Asks a provider that answers in order, each after some time; counts how often it was asked. */
async function ask(
  rule: RetryRule,
  answers: ReadonlyArray<{ readonly afterMs?: number; readonly says: Response | TransportError }>,
) {
  const time = clock();
  let asked = 0;
  const send = () => {
    const { afterMs = 0, says } = answers[asked] ?? { says: new Response() };
    asked += 1;
    time.take(afterMs);
    return says instanceof Response ? Promise.resolve(says) : Promise.reject(says);
  };
  const outcome = await retryIfIdempotent(time, { rule, send }).catch((cause: unknown) => cause);
  return { asked, waits: time.waits, outcome };
}

describe('how long a provider can hold a person (90 s after the first request nothing is repeated)', () => {
  it.each([
    { seconds: [60, 29], times: 2, because: 'the second pause would begin in time and end after 90 s' },
    { seconds: [60, 28], times: 3, because: 'both pauses, with what is drawn, end at 89.5 s' },
    { seconds: [60, 60], times: 2, because: 'two minutes are not one and a half' },
    { seconds: [45, 45], times: 2, because: 'what is drawn on top counts too' },
    { seconds: [60], times: 2, because: 'one minute is borne' },
  ])('asked to wait $seconds s it is asked $times times, because $because', async ({ seconds, times }) => {
    const { asked, waits } = await ask(
      'harmless',
      seconds.map((one) => ({ says: busyFor(one) })),
    );

    expect(asked).toBe(times);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(90_000);
  });

  it('counts the time that the requests take, not only the pauses', async () => {
    const { asked } = await ask('harmless', [
      { afterMs: 29_000, says: busyFor(40) },
      { afterMs: 20_000, says: busyFor(1) },
    ]);

    expect(asked).toBe(2); // 29 + 40.5 + 20 s are over, and another 2 s would end at 91.5 s
  });

  it('gives the last answer when the time is up, so that the provider’s own words are shown', async () => {
    const { outcome } = await ask('harmless', [{ says: busyFor(60) }, { says: busyFor(60) }]);

    expect(outcome).toMatchObject({ status: 503 });
  });

  it('says when to come back where one pause alone is longer than a minute', async () => {
    const { asked, waits, outcome } = await ask('harmless', [{ says: busyFor(61) }]);

    expect({ asked, waits }).toEqual({ asked: 1, waits: [] });
    expect(outcome).toMatchObject({ fault: { kind: 'busy', retryAtMs: 1_061_000 } });
  });
});

describe('how often a request is repeated', () => {
  const broken = new TransportError({ kind: 'unreachable', reason: 'reset' });

  it.each([
    { rule: 'harmless', says: () => broken, times: 3 },
    { rule: 'once-after-break', says: () => broken, times: 2 },
    { rule: 'if-nothing-was-done', says: () => broken, times: 1 },
    { rule: 'harmless', says: () => new Response(null, { status: 502 }), times: 3 },
    { rule: 'once-after-break', says: () => new Response(null, { status: 504 }), times: 2 },
    { rule: 'if-nothing-was-done', says: () => new Response(null, { status: 502 }), times: 1 },
    { rule: 'if-nothing-was-done', says: () => new Response(null, { status: 429 }), times: 3 },
    { rule: 'harmless', says: () => new Response(null, { status: 500 }), times: 1 },
  ] as const)('$# $rule: $times times', async ({ rule, says, times }) => {
    const { asked } = await ask(
      rule,
      Array.from({ length: 5 }, () => ({ says: says() })),
    );

    expect(asked).toBe(times);
  });
});
