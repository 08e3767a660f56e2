import { describe, expect, it } from 'vitest';

import type { StopReport } from '../../preload/contract/consent-shapes';
import { at, onlyAt } from '../helpers/faults';
import type { Fault } from '../helpers/hostile-provider';
import { oauthError, withMembers } from '../helpers/provider-answer';
import type { Endpoint } from '../helpers/right-provider';
import { connect, withClient } from '../helpers/screen-case';

const empty = (status: number) => () => ({ status, headers: {}, body: '' });
const unnamed = at('token', withMembers({ grant_id: undefined }));
const both = (...faults: readonly Fault[]): Fault => ({
  answers: Object.assign({}, ...faults.map(({ answers }) => answers)) as Fault['answers'] & object,
});

/** Without its endpoint for revocation; the others stay where they are. */
const noRevocation = at('discovery', (right) => {
  const body = JSON.parse(right.body.toString()) as Record<string, Record<string, unknown>>;
  delete body['revocation_endpoint'];
  delete body['mtls_endpoint_aliases']?.['revocation_endpoint'];
  return { ...right, body: JSON.stringify(body) };
});

interface Stopping {
  /** Reads as "at a bank that …". */
  readonly does: string;
  readonly fault: Fault;
  readonly asked: readonly Endpoint[];
  readonly report: StopReport;
  readonly confirmed: boolean;
}

const END = ['consent-revocation', 'revocation', 'revocation'] as const;

const STOPPED: readonly Stopping[] = [
  {
    does: 'gave no id, and has no place for tokens: it is told nothing, and the tokens here are destroyed',
    fault: both(unnamed, noRevocation),
    asked: [],
    report: { consent: 'not-named', refreshToken: 'not-offered', accessToken: 'not-offered' },
    confirmed: false,
  },
  {
    does: 'gave no id: the tokens are the consent',
    fault: unnamed,
    asked: ['revocation', 'revocation'],
    report: { consent: 'not-named', refreshToken: 'revoked', accessToken: 'revoked' },
    confirmed: true,
  },
  ...[404, 405, 501].map((status) => ({
    does: `has no revocation of consents (${status}), and none of tokens`,
    fault: both(at('consent-revocation', empty(status)), noRevocation),
    asked: ['consent-revocation'] as const,
    report: { consent: 'not-offered', refreshToken: 'not-offered', accessToken: 'not-offered' } as const,
    confirmed: false,
  })),
  {
    does: 'says that the consent is gone (410)',
    fault: at('consent-revocation', empty(410)),
    asked: ['consent-revocation', 'consent', 'revocation', 'revocation'],
    report: { consent: 'ended', refreshToken: 'revoked', accessToken: 'revoked' },
    confirmed: true,
  },
  ...[201, 202, 204, 299].map((status) => ({
    does: `answers the return of tokens by ${status} (RFC 9110 section 15)`,
    fault: both(at('consent-revocation', empty(404)), at('revocation', empty(status))),
    asked: END,
    report: { consent: 'not-offered', refreshToken: 'revoked', accessToken: 'revoked' } as const,
    confirmed: false,
  })),
  {
    does: 'breaks at the consent and takes the refresh token alone',
    fault: both(
      at('consent-revocation', empty(500)),
      at(
        'revocation',
        onlyAt((count) => count === 2, oauthError(400, 'unsupported_token_type')),
      ),
    ),
    asked: END,
    report: { consent: 'not-confirmed', refreshToken: 'revoked', accessToken: 'not-confirmed' },
    confirmed: false,
  },
];

describe('stopping ends what can be ended and says what the bank was not told, at a bank that', () => {
  for (const { does, fault, asked, report, confirmed } of STOPPED) {
    it(`[S53] ${does}`, () =>
      withClient(fault, async (client) => {
        const { provider, recipient, window } = client;
        const connectionId = await connect(client);
        const before = provider.asked().length;

        const { confirmedByProvider, detail } = await window.get('revokeConsent', { connectionId });

        expect(provider.asked().slice(before)).toEqual(['discovery', ...asked]);
        expect(detail).toMatchObject({ status: 'REVOKED', access: 'not-held', stopReport: report });
        expect(confirmedByProvider).toBe(confirmed);
        expect(recipient.services.vault.tokens.get(connectionId)).toEqual({ ok: true, value: null });
        expect(provider.broken()).toEqual([]);
      }));
  }
});

describe('a consent that a bank will not let be stopped, because it', () => {
  const REFUSING: ReadonlyArray<{ readonly does: string; readonly fault: Fault }> = [
    {
      does: 'refuses both ways',
      fault: { answers: { 'consent-revocation': empty(500), revocation: empty(500) } },
    },
    {
      does: 'refuses the one way that it has',
      fault: both(at('consent-revocation', empty(500)), noRevocation),
    },
    {
      does: 'gave no id and takes no tokens',
      fault: both(unnamed, at('revocation', oauthError(400, 'unsupported_token_type'))),
    },
    {
      does: 'is not there any more',
      fault: at(
        'discovery',
        onlyAt(
          (count) => count > 1,
          () => 'hang-up',
        ),
      ),
    },
  ];

  for (const { does, fault } of REFUSING) {
    it(`[S53] ${does}: stays, with the reason, and may then be forgotten unstopped`, () =>
      withClient(fault, async ({ provider, recipient, window }) => {
        const connectionId = await connect({ provider, recipient, window, pauses: [] });
        expect(await window.ask('forgetConsent', { connectionId })).toMatchObject({ ok: false });

        const reply = await window.ask('revokeConsent', { connectionId });

        const detail = await window.get('getConsent', { connectionId });
        expect(detail).toMatchObject({ status: 'ACTIVE', access: 'held', stoppedAtMs: null });
        expect(reply).toEqual({ ok: false, error: detail.stopRefused?.failure });

        await window.get('forgetConsent', { connectionId });
        expect(recipient.services.connections.list()).toEqual([]);
        expect(recipient.services.vault.tokens.get(connectionId)).toEqual({ ok: true, value: null });
      }));
  }
});
