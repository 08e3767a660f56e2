import { describe, expect, it } from 'vitest';

import { advance, type FlowEvent, isRunning, newFlow } from '../../../main/flows/flow';
import { flowView, type FlowView } from '../../../preload/contract/flow-shapes';

const FACTS = {
  flowId: 'f1',
  providerId: 'sandbox',
  providerName: 'A Bank',
  answerBy: 'loopback',
  nowMs: 1000,
} as const;

const SENT: FlowEvent = {
  kind: 'sent-to-provider',
  providerHost: 'bank.example',
  requestExpiresAtMs: 61_000,
  waitsUntilMs: 301_000,
};
const CAME_BACK: FlowEvent = { kind: 'came-back' };
const EXCHANGED: FlowEvent = { kind: 'exchanged' };
const READ: FlowEvent = { kind: 'read', connectionId: 'c1' };
const FAILED: FlowEvent = { kind: 'failed', failure: { kind: 'declined', providerName: 'A Bank' } };
const CANCELLED: FlowEvent = { kind: 'cancelled' };
const EVENTS = [SENT, CAME_BACK, EXCHANGED, READ, FAILED, CANCELLED];

/** A flow after events that happened a second apart, beginning at 2000. */
function after(...events: readonly FlowEvent[]): FlowView {
  return events.reduce((flow, event, index) => advance(flow, event, 2000 + index * 1000), newFlow(FACTS));
}

const IN_PHASE: Readonly<Record<FlowView['phase'], FlowView>> = {
  asking: after(),
  'at-provider': after(SENT),
  exchanging: after(SENT, CAME_BACK),
  reading: after(SENT, CAME_BACK, EXCHANGED),
  done: after(SENT, CAME_BACK, EXCHANGED, READ),
  failed: after(FAILED),
  cancelled: after(CANCELLED),
};

/** The whole machine: in a phase, on an event, the next phase. What is not here changes nothing. */
const TABLE: ReadonlyArray<readonly [from: FlowView['phase'], on: FlowEvent, to: FlowView['phase']]> = [
  ['asking', SENT, 'at-provider'],
  ['asking', FAILED, 'failed'],
  ['asking', CANCELLED, 'cancelled'],
  ['at-provider', CAME_BACK, 'exchanging'],
  ['at-provider', FAILED, 'failed'],
  ['at-provider', CANCELLED, 'cancelled'],
  ['exchanging', EXCHANGED, 'reading'],
  ['exchanging', FAILED, 'failed'],
  ['exchanging', CANCELLED, 'cancelled'],
  ['reading', READ, 'done'],
  ['reading', FAILED, 'failed'],
  ['reading', CANCELLED, 'cancelled'],
];

const PHASES = Object.keys(IN_PHASE) as ReadonlyArray<FlowView['phase']>;

describe('a flow', () => {
  for (const phase of PHASES) {
    for (const event of EVENTS) {
      const to = TABLE.find(([from, on]) => from === phase && on === event)?.[2];
      if (to === undefined) {
        it(`that is ${phase} is left as it is by "${event.kind}"`, () => {
          expect(advance(IN_PHASE[phase], event, 9000)).toBe(IN_PHASE[phase]);
        });
      } else {
        it(`that is ${phase} is ${to} after "${event.kind}"`, () => {
          expect(advance(IN_PHASE[phase], event, 9000).phase).toBe(to);
        });
      }
    }
  }

  for (const phase of PHASES) {
    it(`that is ${phase} is as the window was promised, and never changes in place`, () => {
      const flow = IN_PHASE[phase];
      const before = structuredClone(flow);
      for (const event of EVENTS) advance(flow, event, 9000);

      expect(flowView.safeParse(flow).error).toBeUndefined();
      expect(flow).toEqual(before);
    });
  }

  it('runs until it is done, failed or cancelled', () => {
    expect(PHASES.filter((phase) => isRunning(IN_PHASE[phase]))).toEqual([
      'asking',
      'at-provider',
      'exchanging',
      'reading',
    ]);
  });
});

const states = ({ steps }: FlowView) => steps.map(({ state }) => state).join(' ');

describe('the seven steps', () => {
  for (const { phase, shown } of [
    { phase: 'asking', shown: 'active todo todo todo todo todo todo' },
    { phase: 'at-provider', shown: 'done at-provider at-provider at-provider at-provider todo todo' },
    { phase: 'exchanging', shown: 'done done done done done active todo' },
    { phase: 'reading', shown: 'done done done done done done active' },
    { phase: 'done', shown: 'done done done done done done done' },
    { phase: 'failed', shown: 'failed todo todo todo todo todo todo' },
    { phase: 'cancelled', shown: 'failed todo todo todo todo todo todo' },
  ] as const) {
    it(`are, while a flow is ${phase}: ${shown}`, () => {
      expect(states(IN_PHASE[phase])).toBe(shown);
    });
  }

  for (const { events, shown, because } of [
    {
      events: [SENT, FAILED],
      shown: 'done todo todo todo failed todo todo',
      because: 'of what happened at the bank only the decision is known to have failed',
    },
    {
      events: [SENT, CAME_BACK, FAILED],
      shown: 'done done done done done failed todo',
      because: 'the code was not good',
    },
    {
      events: [SENT, CAME_BACK, EXCHANGED, CANCELLED],
      shown: 'done done done done done done failed',
      because: 'the person did not wait for the last one',
    },
  ]) {
    it(`are, when a flow stops: ${shown} (${because})`, () => {
      expect(states(after(...events))).toBe(shown);
    });
  }

  it('know when they began and ended', () => {
    const times = IN_PHASE.done.steps.map(({ name, startedAtMs, endedAtMs }) => [
      name,
      startedAtMs,
      endedAtMs,
    ]);

    expect(times).toEqual([
      ['ask', 1000, 2000],
      ['sign-in', 2000, 3000],
      ['consent-page', 2000, 3000],
      ['choose-accounts', 2000, 3000],
      ['decide', 2000, 3000],
      ['exchange', 3000, 4000],
      ['read', 4000, 5000],
    ]);
  });
});

describe('what a flow knows besides', () => {
  it('is where the person is and until when, only while they are there', () => {
    expect(IN_PHASE['at-provider']).toMatchObject({
      providerHost: 'bank.example',
      requestExpiresAtMs: 61_000,
      waitsUntilMs: 301_000,
    });
    for (const flow of [IN_PHASE.exchanging, after(SENT, CANCELLED), after(SENT, FAILED)]) {
      expect(flow).toMatchObject({ requestExpiresAtMs: null, waitsUntilMs: null });
    }
  });

  it('is why it failed, and the connection if there is one by then', () => {
    const failure = { kind: 'provider-refused' } as never;
    const flow = after(SENT, CAME_BACK, EXCHANGED, { kind: 'failed', failure, connectionId: 'c9' });

    expect(flow).toMatchObject({ phase: 'failed', failure, connectionId: 'c9' });
    expect(IN_PHASE.failed.connectionId).toBeNull();
    expect(IN_PHASE.cancelled.failure).toEqual({ kind: 'flow-cancelled' });
    expect(IN_PHASE.done).toMatchObject({ failure: null, connectionId: 'c1' });
  });
});
