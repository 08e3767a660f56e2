import { describe, expect, it } from 'vitest';

import type { ExchangeDetail } from '../../preload/contract/wire-shapes';
import { hostileProvider } from '../helpers/hostile-provider';
import { windowOf, type WindowSide } from '../helpers/operations';
import { startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';

const EVERYTHING = { flowId: null, connectionId: null, providerId: null, search: '' };
const HOUR_MS = 3_600_000;

async function detailsOf(window: WindowSide): Promise<readonly ExchangeDetail[]> {
  const { exchanges } = await window.get('listExchanges', EVERYTHING);
  return Promise.all(exchanges.map(({ exchangeId }) => window.get('getExchange', { exchangeId })));
}

describe('the wire of a first consent', () => {
  it('has every exchange in order, with its step, its flow and its connection', async () => {
    const provider = await hostileProvider();
    const recipient = await startRecipient(provider);
    const window = await windowOf(recipient);

    const flow = await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);

    const { flowId, connectionId } = flow;
    const { exchanges } = await window.get('listExchanges', { ...EVERYTHING, flowId });
    expect(exchanges.map(({ step, kind, status }) => `${step} ${kind} ${status ?? '-'}`)).toEqual([
      'discovery back-channel 200',
      'par back-channel 201',
      'authorize browser -',
      'callback browser -',
      'token back-channel 200',
      'consent back-channel 200',
      'accounts back-channel 200',
    ]);
    expect(exchanges.every((exchange) => exchange.connectionId === connectionId)).toBe(true);
    expect(await window.get('listExchanges', { ...EVERYTHING, connectionId })).toMatchObject({ exchanges });
    await recipient.close();
  });

  it('shows what the provider saw, byte for byte, with secrets masked', async () => {
    const provider = await hostileProvider();
    const recipient = await startRecipient(provider);
    const window = await windowOf(recipient);
    await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);

    const details = await detailsOf(window);
    const par = details.find(({ step }) => step === 'par');
    const seen = provider
      .requests()
      .find(({ target }) => target.startsWith(new URL(par?.url ?? '').pathname));

    expect(par?.request.bodyBytes).toBe(Buffer.byteLength(seen?.body ?? ''));
    expect(par?.request.headers.map(({ name }) => name.toLowerCase()).toSorted()).toEqual(
      Object.keys(seen?.headers ?? {}).toSorted(),
    );
    expect(par?.tls).toMatchObject({ protocol: 'TLSv1.3' });
    expect(par?.fields.find(({ name }) => name === 'state')).toMatchObject({
      isMasked: true,
      canReveal: true,
    });
    expect(par?.fields.find(({ name }) => name === 'authorization_details')?.decoded).toContain(
      '"durationType": "ONE_TIME"',
    );
    await recipient.close();
  });

  it('has no secret that the provider gave out or was told, in any list, detail, search, curl, HAR or trace (SECURITY row 65)', async () => {
    const provider = await hostileProvider();
    let aheadMs = 0;
    const recipient = await startRecipient(provider, { nowMs: () => Date.now() + aheadMs });
    const window = await windowOf(recipient);
    const flow = await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);
    aheadMs = HOUR_MS;
    await window.get('readConsentAgain', { connectionId: flow.connectionId ?? '' });
    await window.get('revokeConsent', { connectionId: flow.connectionId ?? '' });

    const list = await window.get('listExchanges', EVERYTHING);
    const exchangeIds = list.exchanges.map(({ exchangeId }) => exchangeId);
    for (const exchangeId of exchangeIds) await window.get('copyExchangeAsCurl', { exchangeId });
    await window.get('saveHar', { exchangeIds });
    await window.get('saveTrace', { exchangeIds });
    const opened = await window.get('openTrace', {});
    const shown = JSON.stringify([list, await detailsOf(window), window.copied, [...window.saved], opened]);

    const secrets = Object.values(provider.secrets).flat();
    expect(secrets.length).toBeGreaterThan(6);
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
    expect(shown).toContain(provider.grantId); // the search finds what is there
    for (const secret of secrets)
      expect((await window.get('listExchanges', { ...EVERYTHING, search: secret })).exchanges).toEqual([]);
    await recipient.close();
  });

  it('has a new UUID on each FDX call, and keeps it to be found again (SECURITY row 83)', async () => {
    const provider = await hostileProvider();
    const recipient = await startRecipient(provider);
    const window = await windowOf(recipient);
    const { connectionId } = await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);
    await window.get('readConsentAgain', { connectionId: connectionId ?? '' });

    const seen = provider.requests().flatMap(({ headers }) => headers['x-fapi-interaction-id'] ?? []);
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(seen.length).toBeGreaterThanOrEqual(4);
    expect(seen.filter((id) => !uuid.test(String(id)))).toEqual([]);
    expect(new Set(seen).size).toBe(seen.length);
    const kept = (await detailsOf(window)).flatMap(({ request }) =>
      request.headers.filter(({ name }) => name.toLowerCase() === 'x-fapi-interaction-id'),
    );
    expect(kept.map(({ value }) => value)).toEqual(seen);
    await recipient.close();
  });

  it('reveals one field of one exchange, and only when asked', async () => {
    const provider = await hostileProvider();
    const recipient = await startRecipient(provider);
    const window = await windowOf(recipient);
    await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);
    const { exchanges } = await window.get('listExchanges', EVERYTHING);
    const { exchangeId = '' } = exchanges.find(({ step }) => step === 'token') ?? {};

    const { value } = await window.get('revealWireField', {
      exchangeId,
      fieldId: 'request-body:code_verifier',
    });

    expect(Object.values(provider.secrets).flat()).toContain(value);
    await recipient.close();
  });

  it('keeps an answer that never came, with the reason', async () => {
    const provider = await hostileProvider({ answers: { par: () => 'hang-up' } });
    const recipient = await startRecipient(provider);
    const window = await windowOf(recipient);

    await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);

    const par = (await detailsOf(window)).find(({ step }) => step === 'par');
    expect(par).toMatchObject({ status: null, fault: 'reset', response: null });
    expect(par?.sentBytes).toBeGreaterThan(0);
    await recipient.close();
  });
});
