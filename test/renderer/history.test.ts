import { describe, expect, it } from 'vitest';

import { isRefusalOfRequest } from '../../renderer/app/attempt';
import { move, START } from '../../renderer/app/history';
import { routeKey, sectionOf } from '../../renderer/app/route';
import { refusedFlow } from '../helpers/fake-flows';

const CONSENTS = { page: 'consents' } as const;
const CONSENT = { page: 'consent', connectionId: 'connection-1' } as const;

describe('going from page to page', () => {
  it('goes back the way it came', () => {
    const there = move(move(START, { kind: 'go', to: CONSENTS }), { kind: 'go', to: CONSENT });

    expect(move(there, { kind: 'back' }).here).toEqual(CONSENTS);
    expect(move(move(there, { kind: 'back' }), { kind: 'back' }).here).toEqual({ page: 'welcome' });
  });

  it('does not go back to a page that has done its work', () => {
    const flow = move(START, { kind: 'go', to: { page: 'flow', flowId: 'flow-1' } });
    const consent = move(flow, { kind: 'replace', to: CONSENT });

    expect(move(consent, { kind: 'back' }).here).toEqual({ page: 'welcome' });
  });

  it('stays where it is when there is no way back', () => {
    expect(move(START, { kind: 'back' })).toBe(START);
  });

  it('forgets the oldest pages instead of growing for ever', () => {
    let history = START;
    for (let step = 0; step < 100; step += 1) history = move(history, { kind: 'go', to: CONSENTS });

    expect(history.behind).toHaveLength(50);
  });

  it('tells two consents apart, and knows their section', () => {
    expect(routeKey(CONSENT)).not.toBe(routeKey({ ...CONSENT, connectionId: 'connection-2' }));
    expect(sectionOf(CONSENT)).toBe('consents');
  });
});

describe('a request that the bank did not take', () => {
  it('goes back to the builder only when the bank named a member of it', () => {
    const { failure } = refusedFlow(0);

    expect(isRefusalOfRequest(failure)).toBe(true);
    expect(isRefusalOfRequest({ kind: 'declined', providerName: 'Sandbox Bank' })).toBe(false);
    expect(isRefusalOfRequest(null)).toBe(false);
  });
});
