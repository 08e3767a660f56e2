import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

import { openConnectionStore } from '../../main/connections/connection-store';
import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import { bankCustomer } from '../helpers/bank-customer';
import { bankWorld } from '../helpers/bank-world';
import { windowOf } from '../helpers/operations';
import { sharing } from '../helpers/person';
import { startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';
import { startTestBank } from '../helpers/sandbox-bank';

const PERSISTENT: AuthorizationDetails = [
  {
    ...TUTORIAL_REQUEST[0],
    consentRequest: { ...TUTORIAL_REQUEST[0].consentRequest, durationType: 'PERSISTENT' },
  },
];

const stateDir = mkdtempSync(join(tmpdir(), 'countersign-bank-'));
afterAll(() => rm(stateDir, { recursive: true }));
const world = bankWorld({ bank: { stateDir } });

/** What stands in the bank's own book. */
async function bookEntry(consentId: string): Promise<unknown> {
  const { records } = JSON.parse(await readFile(join(stateDir, 'records.json'), 'utf8')) as {
    readonly records: Readonly<Record<string, { readonly model: string; readonly payload: { id?: string } }>>;
  };
  const consents = Object.values(records).filter(({ model }) => model === 'Consent');
  return consents.map(({ payload }) => payload).find(({ id }) => id === consentId);
}

/** Ends a consent as another app of the person's would, behind the back of this one. */
async function endElsewhere(connectionId: string): Promise<void> {
  const { connections, vault, reach } = world.recipient.services;
  const connection = connections.get(connectionId);
  const client = await reach('sandbox');
  const tokens = vault.tokens.get(connectionId);
  if (connection === null || !client.ok || !tokens.ok || tokens.value === null)
    throw new Error('not connected');
  const response = await client.value.http.call(
    new URL(`${client.value.profile.fdxBaseUrl}/consents/${connection.consentId}/revocation`),
    {
      method: 'PUT',
      headers: { authorization: `Bearer ${tokens.value.accessToken}`, 'content-type': 'application/json' },
      body: '{"reason":"BUSINESS_RULE","initiator":"DATA_PROVIDER"}',
      maxBytes: 10_000,
    },
  );
  expect(response.status).toBe(204);
}

describe('a consent that the person stops', () => {
  it('is revoked at the bank, its tokens are gone here, and what was read stays to be looked at', async () => {
    const connectionId = await world.connect();

    const { confirmedByProvider, detail } = await world.window.get('revokeConsent', { connectionId });

    expect(confirmedByProvider).toBe(true);
    expect(detail).toMatchObject({ status: 'REVOKED', access: 'not-held' });
    expect(detail.accounts).toHaveLength(3);
    expect(world.recipient.services.vault.tokens.get(connectionId)).toEqual({ ok: true, value: null });
    expect(world.window.notices).toContain('consents');
    await expect
      .poll(() => bookEntry(detail.consentId))
      .toMatchObject({ revocation: { reason: 'USER_ACTION', initiator: 'INDIVIDUAL' } });
  });

  it('is stopped also when it has a refresh token, which is given back', async () => {
    const connectionId = await world.connect(PERSISTENT);

    const { confirmedByProvider } = await world.window.get('revokeConsent', { connectionId });

    expect(confirmedByProvider).toBe(true);
    expect(await world.window.ask('readConsentAgain', { connectionId })).toEqual({
      ok: false,
      error: { kind: 'access-not-held' },
    });
  });

  it('can’t be stopped twice', async () => {
    const connectionId = await world.connect();
    await world.window.get('revokeConsent', { connectionId });

    expect(await world.window.ask('revokeConsent', { connectionId })).toEqual({
      ok: false,
      error: { kind: 'access-not-held' },
    });
  });

  it('is not stopped while the bank does not answer: tokens stay, and it can be tried again', async () => {
    const own = await startTestBank();
    const alone = await startRecipient(own);
    const { connectionId } = await alone.giveConsent(TUTORIAL_REQUEST, sharing(own));
    const ownWindow = await windowOf(alone);
    await own.close();

    const reply = await ownWindow.ask('revokeConsent', { connectionId: connectionId ?? '' });

    expect(reply).toMatchObject({ ok: false, error: { kind: 'provider-unreachable', stage: 'discovery' } });
    expect(await ownWindow.get('getConsent', { connectionId: connectionId ?? '' })).toMatchObject({
      status: 'ACTIVE',
      access: 'held',
    });
    await alone.close();
  });
});

describe('a consent that was ended at the bank first', () => {
  it('is refused when it is read again, and what was read before is kept', async () => {
    const connectionId = await world.connect();
    const before = await world.window.get('getConsent', { connectionId });
    await endElsewhere(connectionId);

    const reply = await world.window.ask('readConsentAgain', { connectionId });

    expect(reply).toMatchObject({
      ok: false,
      error: { kind: 'consent-ended', how: 'revoked' },
    });
    expect((await world.window.get('getConsent', { connectionId })).raw).toEqual(before.raw);
  });

  it('is shown as ended once that was seen, also after a restart, and can be forgotten', async () => {
    const connectionId = await world.connect();
    await endElsewhere(connectionId);
    await world.window.ask('readConsentAgain', { connectionId });

    const detail = await world.window.get('getConsent', { connectionId });
    expect(detail).toMatchObject({ status: 'REVOKED', stoppedAtMs: null });
    expect(detail.seenEndedAtMs).toBeGreaterThan(detail.agreedAtMs);
    const stored = await openConnectionStore(join(world.recipient.folder, 'consents.json'), Date.now());
    expect(stored.get(connectionId)?.seenEnded).toEqual({ how: 'revoked', atMs: detail.seenEndedAtMs });

    await world.window.get('forgetConsent', { connectionId });
    expect(world.recipient.services.vault.tokens.get(connectionId)).toEqual({ ok: true, value: null });
  });

  it('was stopped on the bank’s own page, which opens apart from any flow', async () => {
    const connectionId = await world.connect();
    const closedBefore = world.recipient.browserClosed();
    await world.window.get('openBankSite', { providerId: 'sandbox' });
    const customer = bankCustomer(world.bank.descriptor);
    await customer.open(world.recipient.sites().at(-1) ?? '');
    await customer.signInAs('Alex Rivera');
    await customer.press('Stop sharing');
    await customer.press('Stop sharing');

    const reply = await world.window.ask('readConsentAgain', { connectionId });

    expect(reply).toMatchObject({ ok: false, error: { kind: 'consent-ended', how: 'revoked' } });
    expect(world.recipient.browserClosed()).toBe(closedBefore);
  });

  it('can still be stopped here: the tokens go, and it is said that the bank did not confirm it', async () => {
    const connectionId = await world.connect();
    await endElsewhere(connectionId);

    const { confirmedByProvider, detail } = await world.window.get('revokeConsent', { connectionId });

    expect(confirmedByProvider).toBe(false);
    expect(detail).toMatchObject({ status: 'REVOKED', access: 'not-held' });
  });
});

describe('a consent that is read again', () => {
  it('is as it was, with a later time of reading', async () => {
    const connectionId = await world.connect();
    const before = await world.window.get('getConsent', { connectionId });

    const after = await world.window.get('readConsentAgain', { connectionId });

    expect(after.readAtMs).toBeGreaterThanOrEqual(before.readAtMs ?? 0);
    expect(after).toEqual({ ...before, readAtMs: after.readAtMs });
  });
});

describe('a consent that is forgotten on this computer', () => {
  it('must have been stopped first: forgetting an active one would leave the bank sharing', async () => {
    const connectionId = await world.connect();

    expect(await world.window.ask('forgetConsent', { connectionId })).toEqual({
      ok: false,
      error: { kind: 'bad-request', field: 'connectionId' },
    });
    expect(await world.window.get('getConsent', { connectionId })).toMatchObject({ status: 'ACTIVE' });
  });

  it('is gone from the list once it was stopped', async () => {
    const connectionId = await world.connect();
    await world.window.get('revokeConsent', { connectionId });

    await world.window.get('forgetConsent', { connectionId });

    expect(await world.window.ask('getConsent', { connectionId })).toEqual({
      ok: false,
      error: { kind: 'consent-unknown' },
    });
    const left = await world.window.get('listConsents', {});
    expect(left.map((one) => one.connectionId)).not.toContain(connectionId);
  });
});
