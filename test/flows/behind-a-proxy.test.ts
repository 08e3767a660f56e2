import { describe, expect, it, onTestFinished } from 'vitest';

import type { ProxySource } from '../../main/ports/proxy';
import { connectProxy } from '../helpers/connect-proxy';
import { hostileProvider } from '../helpers/hostile-provider';
import { windowOf } from '../helpers/operations';
import { startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';
import { serverIdentity } from '../helpers/server-identity';
import { openTlsServer } from '../helpers/tls-server';

const BANK = 'auth.bank.example';

/** A bank by a name that only the proxy of this network can resolve, and the window of a person in it. */
async function inACompany(status?: number) {
  const identity = await serverIdentity({ name: BANK });
  const bank = await openTlsServer({
    identity,
    answer: (_seen, response) =>
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ issuer: `https://${BANK}` })),
  });
  onTestFinished(() => bank.close());
  const names = { [BANK]: Number(new URL(bank.origin).port) };
  const proxy = await connectProxy(status === undefined ? { names } : { names, status });
  const proxies: ProxySource = {
    choice: () => 'system',
    system: () => Promise.resolve(`PROXY ${proxy.address}`),
    environment: {},
  };
  const provider = await hostileProvider();
  const recipient = await startRecipient(provider, { proxies });
  onTestFinished(() => recipient.close());
  const window = await windowOf(recipient);
  const wanted = {
    issuer: `https://${BANK}`,
    caPem: identity.certificatePem,
    authorizationDetailsType: 'fdx_v1.0',
  };
  return { proxy, provider, recipient, window, wanted };
}

describe('in a network that lets nothing out but through its proxy', () => {
  it('a bank is looked up through it, and the record of the exchange says so', async () => {
    const { proxy, window, wanted } = await inACompany();

    expect(await window.get('lookUpProvider', wanted)).toMatchObject({ issuer: wanted.issuer });

    const { exchanges } = await window.get('listExchanges', {
      flowId: null,
      connectionId: null,
      providerId: null,
      search: '',
    });
    const detail = await window.get('getExchange', { exchangeId: exchanges[0]?.exchangeId ?? '' });
    expect(detail).toMatchObject({ host: BANK, status: 200, proxy: proxy.address });
  });

  it('a proxy that wants a name and a password is told by its own words', async () => {
    const { proxy, window, wanted } = await inACompany(407);

    expect(await window.ask('lookUpProvider', wanted)).toEqual({
      ok: false,
      error: {
        kind: 'proxy-trouble',
        providerName: BANK,
        host: BANK,
        stage: 'discovery',
        problem: 'sign-in',
        proxy: proxy.address,
        status: 407,
      },
    });
  });

  it('a bank on this computer is never asked through it, nor is the way back', async () => {
    const { proxy, provider, recipient } = await inACompany();

    const flow = await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);

    expect(flow).toMatchObject({ phase: 'done', failure: null });
    expect(proxy.asked).toEqual([]);
  });
});
