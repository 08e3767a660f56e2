import { describe, expect, it } from 'vitest';

import { hostileProvider, type HostileProvider } from '../helpers/hostile-provider';
import { windowOf } from '../helpers/operations';
import { type Recipient, startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';

const HOUR_MS = 3_600_000;

async function connect(recipient: Recipient, provider: HostileProvider): Promise<string> {
  const flow = await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);
  expect(flow).toMatchObject({ phase: 'done', failure: null });
  return flow.connectionId ?? '';
}

// The provider of the hostile tests without a fault: if it were not good, its refusals would prove nothing.
describe('a provider without a fault', () => {
  it('sees a client that breaks no rule, asks each thing once, and in order', async () => {
    const provider = await hostileProvider();
    const recipient = await startRecipient(provider);

    await connect(recipient, provider);

    expect(provider.asked()).toEqual(['registration', 'discovery', 'par', 'token', 'consent', 'accounts']);
    expect(provider.broken()).toEqual([]);
    await recipient.close();
  });

  it('[S13] sees a fresh verifier of 256 bits and a fresh state of 128 bits or more in each attempt', async () => {
    const provider = await hostileProvider();
    const recipient = await startRecipient(provider);

    await connect(recipient, provider);
    await connect(recipient, provider);

    const { verifiers, states } = provider.secrets;
    expect(verifiers).toEqual([expect.stringMatching(/^[\w-]{43}$/), expect.stringMatching(/^[\w-]{43}$/)]);
    expect(new Set([...verifiers, ...states]).size).toBe(4);
    expect(provider.broken()).toEqual([]);
    await recipient.close();
  });

  it('sees one TLS handshake at each of its two doors for a whole flow and its registration', async () => {
    const provider = await hostileProvider();
    const recipient = await startRecipient(provider);

    await connect(recipient, provider);

    expect(provider.handshakes()).toBe(3); // registration, then discovery, then everything over mTLS
    await recipient.close();
  });

  it('sees one refresh when two ask at once, and the rotated refresh token is the one that is kept', async () => {
    const provider = await hostileProvider();
    let aheadMs = 0;
    const recipient = await startRecipient(provider, { nowMs: () => Date.now() + aheadMs });
    const connectionId = await connect(recipient, provider);
    const window = await windowOf(recipient);
    aheadMs = HOUR_MS;

    await Promise.all([
      window.get('readConsentAgain', { connectionId }),
      window.get('readConsentAgain', { connectionId }),
    ]);

    expect(provider.asked().filter((endpoint) => endpoint === 'token')).toHaveLength(2); // exchange, refresh
    const held = recipient.services.vault.tokens.get(connectionId);
    expect(held).toMatchObject({ ok: true, value: { refreshToken: provider.secrets.tokens.at(-1) } });

    aheadMs = 2 * HOUR_MS;
    await window.get('readConsentAgain', { connectionId });
    expect(provider.broken()).toEqual([]);
    await recipient.close();
  });

  it('is told of the end: FDX revocation first, then the tokens are given back, then nothing more', async () => {
    const provider = await hostileProvider();
    const recipient = await startRecipient(provider);
    const connectionId = await connect(recipient, provider);
    const window = await windowOf(recipient);

    await window.get('revokeConsent', { connectionId });

    const end = ['consent-revocation', 'consent', 'revocation', 'revocation'];
    expect(provider.asked().slice(-5)).toEqual(['discovery', ...end]);
    const givenBack = provider
      .requests()
      .slice(-2)
      .map(({ body }) => new URLSearchParams(body).get('token'));
    const [accessToken, refreshToken] = provider.secrets.tokens;
    expect(givenBack).toEqual([refreshToken, accessToken]); // the refresh token first: it ends the whole grant
    expect(provider.broken()).toEqual([]);
    await recipient.close();
  });
});
