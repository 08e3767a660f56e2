import type { Exchange } from '../../../main/wire/exchange';
import { viewDetail } from '../../../main/wire/exchange-view';
import type { ExchangeDetail } from '../../../preload/contract/wire-shapes';

/** A token exchange as the transport would have seen it; a test changes what it is about. */
export function sampleExchange(change: Partial<Exchange> = {}): Exchange {
  const body = Buffer.from("grant_type=authorization_code&code=abc'def&scope=it%27s");
  const answer = Buffer.from('{"token_type":"Bearer","expires_in":300}');
  return {
    exchangeId: 'e1',
    kind: 'back-channel',
    step: 'token',
    flowId: 'f1',
    connectionId: null,
    providerId: 'sandbox',
    method: 'POST',
    url: 'https://bank.example/token?tenant=1',
    sent: {
      headers: [
        ['host', 'bank.example'],
        ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
        ['content-length', String(body.length)],
      ],
      body,
      headBytes: 180,
      bodyBytes: body.length,
    },
    received: {
      status: 200,
      reason: 'OK',
      headers: [['content-type', 'application/json']],
      body: answer,
      bodyBytes: answer.length,
    },
    proxy: null,
    tls: { protocol: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256', ownThumbprint: 'x5t', peerChain: [] },
    startedAtMs: 1_700_000_000_000,
    headersAtMs: 1_700_000_000_040,
    endedAtMs: 1_700_000_000_042,
    fault: null,
    ...change,
  };
}

/** The same as the window gets it. */
export function sampleDetail(change: Partial<Exchange> = {}): Promise<ExchangeDetail> {
  return viewDetail(sampleExchange(change), { secrets: [], keys: [] });
}
