import { describe, expect, it } from 'vitest';

import type { Fault } from '../helpers/hostile-provider';
import { json, oauthError, withMembers, withStatus } from '../helpers/provider-answer';
import type { Endpoint } from '../helpers/right-provider';
import { connect, withClient } from '../helpers/screen-case';

const refuses = (status: number) => () => json(status, { code: String(status), message: 'no' });

interface Stopping {
  readonly does: string;
  readonly because: string;
  readonly fault: Fault;
  /** What is asked after the discovery that begins it. */
  readonly asked: readonly Endpoint[];
  readonly confirmed: boolean;
}

/** The refresh token and the access token. @see RFC 7009 section 2.1 */
const BOTH_BACK = ['revocation', 'revocation'] as const;

const STOPPED: readonly Stopping[] = [
  {
    does: 'says that the consent has ended already',
    because: 'FDX: 409, and that is what was wanted',
    fault: { answers: { 'consent-revocation': refuses(409) } },
    asked: ['consent-revocation', 'consent', ...BOTH_BACK],
    confirmed: true,
  },
  {
    does: 'has no revocation of consents, and takes the tokens back',
    because: 'RFC 7009 section 2.1: revoking the refresh token ends the grant',
    fault: { answers: { 'consent-revocation': refuses(404) } },
    asked: ['consent-revocation', ...BOTH_BACK],
    confirmed: false,
  },
  {
    does: 'takes no tokens back, but ended the consent',
    because: 'without the consent the tokens are worth nothing',
    fault: { answers: { revocation: withStatus(503) } },
    asked: ['consent-revocation', 'consent', ...BOTH_BACK, ...BOTH_BACK, ...BOTH_BACK], // RFC 7009 section 2.2.1
    confirmed: true,
  },
  {
    does: 'still says ACTIVE afterwards',
    because: 'FDX lets it end the consent later; it is shown as stopped here all the same',
    fault: { answers: { consent: withMembers({ status: 'ACTIVE' }) } },
    asked: ['consent-revocation', 'consent', ...BOTH_BACK],
    confirmed: true,
  },
];

describe('a consent is stopped here, and its tokens are gone, at a provider', () => {
  for (const { does, because, fault, asked, confirmed } of STOPPED) {
    it(`[S53] that ${does} (${because})`, () =>
      withClient(fault, async (client) => {
        const { provider, recipient, window } = client;
        const connectionId = await connect(client);
        const before = provider.asked().length;

        const { confirmedByProvider, detail } = await window.get('revokeConsent', { connectionId });

        expect(confirmedByProvider).toBe(confirmed);
        expect(detail).toMatchObject({ status: 'REVOKED', access: 'not-held' });
        expect(provider.asked().slice(before)).toEqual(['discovery', ...asked]);
        expect(recipient.services.vault.tokens.get(connectionId)).toEqual({ ok: true, value: null });
        expect(provider.broken()).toEqual([]);
      }));
  }
});

interface NotStopping {
  readonly does: string;
  readonly fault: Fault;
  readonly failure: object;
}

const NOT_STOPPED: readonly NotStopping[] = [
  {
    does: 'that refuses both ways',
    fault: {
      answers: {
        'consent-revocation': refuses(500),
        revocation: oauthError(400, 'unsupported_token_type'),
      },
    },
    failure: { kind: 'provider-refused', stage: 'revocation', status: 500 },
  },
  {
    does: 'that breaks off both ways',
    fault: { answers: { 'consent-revocation': () => 'hang-up', revocation: () => 'hang-up' } },
    failure: { kind: 'provider-unreachable', stage: 'revocation', reason: 'reset' },
  },
];

describe('a consent is not stopped, and can be tried again, at a provider', () => {
  for (const { does, fault, failure } of NOT_STOPPED) {
    it(`[S53] ${does}`, () =>
      withClient(fault, async (client) => {
        const { recipient, window } = client;
        const connectionId = await connect(client);

        const reply = await window.ask('revokeConsent', { connectionId });

        expect(reply).toMatchObject({ ok: false, error: failure });
        expect(await window.get('getConsent', { connectionId })).toMatchObject({
          status: 'ACTIVE',
          access: 'held',
        });
        const held = recipient.services.vault.tokens.get(connectionId);
        expect(held.ok && held.value !== null).toBe(true);
      }));
  }
});

describe('a consent that is stopped while it is read', () => {
  it('stays stopped: what was read comes too late', () =>
    withClient({}, async (client) => {
      const { window } = client;
      const connectionId = await connect(client);

      const reading = window.ask('readConsentAgain', { connectionId });
      await window.get('revokeConsent', { connectionId });
      await reading;

      expect(await window.get('getConsent', { connectionId })).toMatchObject({ status: 'REVOKED' });
    }));
});
