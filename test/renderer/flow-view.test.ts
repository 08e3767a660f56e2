import { describe, expect, it } from 'vitest';

import { advance } from '../../main/flows/flow';
import type { FlowView } from '../../preload/contract/flow-shapes';
import { whatToOffer } from '../../renderer/features/flow/flow-end';
import {
  viewCountdown,
  viewFailure,
  viewLead,
  viewSteps,
  viewTitle,
} from '../../renderer/features/flow/flow-view';
import { PLAIN_REFUSAL } from '../../scripts/failure-guide/failure-samples';
import { askingFlow, endedFlow, readingFlow, refusedFlow, waitingFlow } from '../helpers/fake-flows';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 14);
const providerName = 'Sandbox Bank';

describe('the seven steps of a flow', () => {
  it('say whose turn each is', () => {
    expect(viewSteps(askingFlow(NOW_MS)).map(({ actor }) => actor)).toEqual([
      'recipient',
      'you',
      'provider',
      'you',
      'you',
      'recipient',
      'recipient',
    ]);
  });

  it('are out of sight while the bank has the browser, and claim no times that nobody saw', () => {
    const rows = viewSteps(waitingFlow(NOW_MS)).slice(1, 5);

    expect(rows.map(({ stateWord }) => stateWord.id)).toEqual(Array(4).fill('flow.state.at-provider'));
    expect(rows.map(({ atMs }) => atMs)).toEqual([NOW_MS - 4000, null, null, null]);
    expect(rows.every(({ duration }) => duration === null)).toBe(true);
  });

  it('say how long the ones took that Countersign did itself', () => {
    const [ask] = viewSteps(waitingFlow(NOW_MS));

    expect(ask?.duration).toEqual({ id: 'flow.duration.ms', values: { count: 31 } });
  });

  it('give the moment of coming back for the decision', () => {
    const decide = viewSteps(readingFlow(NOW_MS))[4];

    expect(decide?.atMs).toBe(NOW_MS - 400);
  });

  it('say that one was stopped, not that it is going on, once the person has cancelled', () => {
    const rows = viewSteps(endedFlow(NOW_MS, { kind: 'flow-cancelled' }));

    expect(rows.map(({ state }) => state)).not.toContain('at-provider');
    expect(rows[1]?.state).toBe('stopped');
  });

  it('call a refusal by the person a decision, not a failure', () => {
    const decide = viewSteps(endedFlow(NOW_MS, { kind: 'declined', providerName }))[4];

    expect(decide).toMatchObject({ state: 'stopped', stateWord: { id: 'flow.state.declined' } });
  });

  it('name the section of the standard by which the answer comes back', () => {
    const standards = (['loopback', 'link', 'paste'] as const).map(
      (answerBy) => viewSteps(waitingFlow(NOW_MS, { answerBy }))[4]?.standards.id,
    );

    expect(standards).toEqual([
      'flow.standards.decide',
      'flow.standards.decide.link',
      'flow.standards.decide.link',
    ]);
  });

  it('show where the bank did not take the request, and that nothing after it was reached', () => {
    expect(viewSteps(refusedFlow(NOW_MS)).map(({ state }) => state)).toEqual([
      'failed',
      ...Array(6).fill('unreached'),
    ]);
  });

  it.each([
    {
      because: 'the person declined',
      event: { kind: 'failed', failure: { kind: 'declined', providerName } },
    },
    { because: 'the person cancelled', event: { kind: 'cancelled' } },
  ] as const)('claim nothing of what happened at the bank when $because there', ({ event }) => {
    const ended = advance(waitingFlow(NOW_MS), event, NOW_MS);

    expect(viewSteps(ended).map(({ state }) => state)).toEqual([
      'done',
      'unseen',
      'unseen',
      'unseen',
      'stopped',
      'unreached',
      'unreached',
    ]);
  });

  it('lead to what they sent and got, once they have begun', () => {
    const wireOf = (flow: FlowView) => viewSteps(flow).map(({ wireSteps }) => wireSteps[0] ?? null);

    expect(wireOf(askingFlow(NOW_MS))).toEqual(['par', null, null, null, null, null, null]);
    expect(wireOf(waitingFlow(NOW_MS))).toEqual(['par', 'authorize', null, null, null, null, null]);
    expect(wireOf(readingFlow(NOW_MS))).toEqual([
      'par',
      'authorize',
      null,
      null,
      'callback',
      'token',
      'consent',
    ]);
  });
});

describe('the words above a flow', () => {
  it('change with its phase', () => {
    expect(viewTitle(waitingFlow(NOW_MS)).id).toBe('flow.title.at-provider');
    expect(viewLead(waitingFlow(NOW_MS))?.id).toBe('flow.lead.at-provider');
  });

  it('name each way of ending, and leave the rest to the failure', () => {
    const titles = [
      endedFlow(NOW_MS, { kind: 'declined', providerName }),
      endedFlow(NOW_MS, { kind: 'request-expired', providerName }),
      endedFlow(NOW_MS, { kind: 'flow-cancelled' }),
      refusedFlow(NOW_MS),
    ].map((flow) => viewTitle(flow).id);

    expect(titles).toEqual([
      'flow.title.declined',
      'flow.title.expired',
      'flow.title.cancelled',
      'flow.title.failed',
    ]);
    expect(viewLead(refusedFlow(NOW_MS))).toBeNull();
  });

  it('give a cancelled flow its reason even if main gives none', () => {
    expect(viewFailure(askingFlow(NOW_MS, { phase: 'cancelled' }))).toEqual({ kind: 'flow-cancelled' });
  });
});

describe('the time left to open the page of the bank', () => {
  it('is counted in whole seconds, rounded up so that it never says none too early', () => {
    const flow = waitingFlow(NOW_MS, { requestExpiresAtMs: NOW_MS + 1 });

    expect(viewCountdown(flow, NOW_MS)).toEqual({ id: 'flow.left', values: { seconds: 1 } });
  });

  it('ends in advice, not in a negative number', () => {
    const flow = waitingFlow(NOW_MS, { requestExpiresAtMs: NOW_MS });

    expect(viewCountdown(flow, NOW_MS)).toEqual({ id: 'flow.left.none' });
  });

  it('is not shown when no link waits to be used', () => {
    expect(viewCountdown(readingFlow(NOW_MS), NOW_MS)).toBeNull();
    expect(viewCountdown(waitingFlow(NOW_MS, { requestExpiresAtMs: null }), NOW_MS)).toBeNull();
  });
});

describe('the way on after a flow has ended', () => {
  it('is to change the request when the person or the bank said no to it', () => {
    expect(whatToOffer({ kind: 'declined', providerName })).toBe('change');
    expect(whatToOffer(refusedFlow(NOW_MS).failure!)).toBe('change');
  });

  it('is neither where only the provider can fix it, as the words beside it say', () => {
    const failure = { providerName, stage: 'par', rule: 'RFC 9126 2.2', detail: 'got 200' } as const;

    expect(whatToOffer({ kind: 'protocol-violation', violation: 'malformed', ...failure })).toBe('neither');
    expect(whatToOffer({ kind: 'provider-unsuitable', providerName, missing: [], isByChoice: false })).toBe(
      'neither',
    );
  });

  it('is the profile where the key ID of signed statements stands, when the bank finds no key by it', () => {
    const failure = { ...PLAIN_REFUSAL, code: 'invalid_client' };

    expect(whatToOffer({ ...failure, bySignedStatement: true })).toBe('profile');
    expect(whatToOffer(failure)).toBe('register');
  });

  it('is to try again otherwise', () => {
    expect(whatToOffer({ kind: 'request-expired', providerName })).toBe('again');
  });
});
