import { describe, expect, it } from 'vitest';

import type { Operation } from '../../preload/contract/ipc-contract';
import { bankWorld } from '../helpers/bank-world';
import { doingNothing, sharing } from '../helpers/person';
import { TUTORIAL_REQUEST } from '../helpers/recipient';

const world = bankWorld();

const REQUEST = { providerId: 'sandbox', purpose: 'custom', authorizationDetails: TUTORIAL_REQUEST } as const;

describe('what the window asks before there is anything', () => {
  it('is answered with an empty start', async () => {
    expect(await world.window.get('getStartState', {})).toEqual({
      appVersion: '0.1.0',
      preferences: { theme: 'system', depth: 'plain', proxy: 'system' },
      secrets: { kind: 'keychain', backend: 'gnome_libsecret' },
      notices: [],
      consentCount: 0,
      hasUnsavedSecrets: false,
    });
    expect(await world.window.get('listConsents', {})).toEqual([]);
  });

  for (const { operation, input, failure } of [
    { operation: 'getProvider', input: { providerId: 'nobody' }, failure: { kind: 'provider-unknown' } },
    {
      operation: 'startFlow',
      input: { ...REQUEST, providerId: 'nobody' },
      failure: { kind: 'provider-unknown' },
    },
    { operation: 'getFlow', input: { flowId: 'none' }, failure: { kind: 'flow-unknown' } },
    { operation: 'cancelFlow', input: { flowId: 'none' }, failure: { kind: 'flow-unknown' } },
    { operation: 'reopenBankPage', input: { flowId: 'none' }, failure: { kind: 'flow-unknown' } },
    { operation: 'getConsent', input: { connectionId: 'none' }, failure: { kind: 'consent-unknown' } },
    { operation: 'readConsentAgain', input: { connectionId: 'none' }, failure: { kind: 'consent-unknown' } },
    { operation: 'revokeConsent', input: { connectionId: 'none' }, failure: { kind: 'consent-unknown' } },
    { operation: 'forgetConsent', input: { connectionId: 'none' }, failure: { kind: 'consent-unknown' } },
    { operation: 'getConsent', input: { connectionId: '__proto__' }, failure: { kind: 'consent-unknown' } },
    { operation: 'getFlow', input: { flowId: 'constructor' }, failure: { kind: 'flow-unknown' } },
  ] satisfies ReadonlyArray<{ operation: Operation; input: object; failure: object }>) {
    it(`is told ${failure.kind} by ${operation} for ${JSON.stringify(Object.values(input)[0])}`, async () => {
      expect(await world.window.send(operation, input)).toEqual({ ok: false, error: failure });
    });
  }
});

describe('the person’s choices', () => {
  it('are kept, and heard at once', async () => {
    await world.window.get('setPreferences', { theme: 'dark', depth: 'developer', proxy: 'none' });

    expect(await world.window.get('getStartState', {})).toMatchObject({
      preferences: { theme: 'dark', depth: 'developer', proxy: 'none' },
    });
    expect(world.window.notices).toContain('theme dark');
  });

  it('of text to copy are copied', async () => {
    await world.window.get('copyText', { text: '{"a":1}' });

    expect(world.window.copied).toEqual(['{"a":1}']);
  });
});

describe('a consent, by the operations of the window alone', () => {
  it('is asked for, given, listed, read again, stopped and forgotten', async () => {
    const provider = await world.window.get('openSandbox', {});
    expect(provider).toMatchObject({ name: 'Sandbox Bank', isSandbox: true });
    expect(provider.host).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(await world.window.get('getProvider', { providerId: provider.providerId })).toEqual(provider);

    const { connectionId } = await world.recipient.giveConsent(TUTORIAL_REQUEST, sharing(world.bank));
    const id = { connectionId: connectionId ?? '' };

    expect(await world.window.get('listConsents', {})).toMatchObject([{ status: 'ACTIVE', accountCount: 3 }]);
    expect(await world.window.get('getStartState', {})).toMatchObject({ consentCount: 1 });
    expect(await world.window.get('readConsentAgain', id)).toMatchObject({ status: 'ACTIVE' });
    expect(await world.window.get('revokeConsent', id)).toMatchObject({ confirmedByProvider: true });
    expect(await world.window.get('forgetConsent', id)).toEqual({});
    expect(await world.window.get('listConsents', {})).toEqual([]);
  });
});

describe('a flow, by the operations of the window alone', () => {
  it('tells where it is, shows its page once more, and can be cancelled', async () => {
    const opened: string[] = [];
    const flow = await world.recipient.start(TUTORIAL_REQUEST, (page) => {
      opened.push(page.href);
      return doingNothing(page);
    });
    await flow.until('at-provider');

    const view = await world.window.get('getFlow', { flowId: flow.flowId });
    await world.window.get('reopenBankPage', { flowId: flow.flowId });

    expect(view.waitsUntilMs).toBeGreaterThan(view.requestExpiresAtMs ?? 0);
    expect(opened).toHaveLength(2);
    expect(opened[0]).toBe(opened[1]);
    expect(await world.window.get('cancelFlow', { flowId: flow.flowId })).toMatchObject({
      phase: 'cancelled',
    });
    expect(await world.window.ask('reopenBankPage', { flowId: flow.flowId })).toEqual({
      ok: false,
      error: { kind: 'flow-unknown' },
    });
  });
});
