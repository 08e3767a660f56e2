import { describe, expect, it } from 'vitest';

import type { TokenSet } from '../../main/vault/vault-record';
import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import { bankWorld } from '../helpers/bank-world';
import { TUTORIAL_REQUEST } from '../helpers/recipient';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let aheadMs = 0;
const world = bankWorld({ recipient: { nowMs: () => Date.now() + aheadMs } });

const FOR_NINETY_DAYS: AuthorizationDetails = [
  {
    ...TUTORIAL_REQUEST[0],
    consentRequest: {
      ...TUTORIAL_REQUEST[0].consentRequest,
      durationType: 'TIME_BOUND',
      durationPeriod: 90,
    },
  },
];

function tokensOf(connectionId: string): TokenSet {
  const held = world.recipient.services.vault.tokens.get(connectionId);
  if (!held.ok || held.value === null) throw new Error('no tokens are held');
  return held.value;
}

describe('a consent for once', () => {
  it('comes without a refresh token', async () => {
    expect(tokensOf(await world.connect(TUTORIAL_REQUEST)).refreshToken).toBeNull();
  });

  it('can’t be read any more when its access token has ended, and keeps what was read', async () => {
    const connectionId = await world.connect(TUTORIAL_REQUEST);
    const { window } = world;
    const before = await window.get('getConsent', { connectionId });

    aheadMs += 20 * MINUTE_MS;
    const reply = await window.ask('readConsentAgain', { connectionId });

    expect(reply).toEqual({ ok: false, error: { kind: 'access-not-held' } });
    expect((await window.get('getConsent', { connectionId })).accounts).toEqual(before.accounts);
  });

  it('is expired from the moment that the bank named, also without asking it', async () => {
    const connectionId = await world.connect(TUTORIAL_REQUEST);
    const { window } = world;

    aheadMs += DAY_MS;

    expect(await window.get('getConsent', { connectionId })).toMatchObject({ status: 'EXPIRED' });
  });
});

describe('a consent for ninety days', () => {
  it('comes with a refresh token, and an access token of fifteen minutes', async () => {
    const { refreshToken, expiresAtMs, tokenType } = tokensOf(await world.connect(FOR_NINETY_DAYS));

    expect(refreshToken).toMatch(/^[\w-]{20,}$/);
    expect(tokenType).toBe('Bearer');
    const leftMs = (expiresAtMs ?? 0) - world.recipient.services.nowMs();
    expect(leftMs).toBeGreaterThan(14 * MINUTE_MS);
    expect(leftMs).toBeLessThanOrEqual(15 * MINUTE_MS);
  });

  it('is read again with the same access token while that lasts', async () => {
    const connectionId = await world.connect(FOR_NINETY_DAYS);
    const { window } = world;
    const before = tokensOf(connectionId);

    await window.get('readConsentAgain', { connectionId });

    expect(tokensOf(connectionId)).toEqual(before);
  });

  it('is read again after an hour with a new access token, which is kept', async () => {
    const connectionId = await world.connect(FOR_NINETY_DAYS);
    const { window } = world;
    const before = tokensOf(connectionId);

    aheadMs += 60 * MINUTE_MS;
    const detail = await window.get('readConsentAgain', { connectionId });

    expect(detail).toMatchObject({ status: 'ACTIVE', access: 'held' });
    expect(detail.readAtMs).toBeGreaterThan(before.expiresAtMs ?? 0);
    const after = tokensOf(connectionId);
    expect(after.accessToken).not.toBe(before.accessToken);
    expect(after.expiresAtMs).toBeGreaterThan(world.recipient.services.nowMs());
    expect(after).toMatchObject({
      refreshToken: before.refreshToken, // this bank does not rotate (FAPI 2.0 section 5.3.2.1)
      grantId: before.grantId,
      credentialId: before.credentialId,
    });
  });
});
