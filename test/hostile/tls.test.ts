import { afterEach, describe, expect, it } from 'vitest';

import type { TlsProblem } from '../../preload/contract/failure';
import { at } from '../helpers/faults';
import { type Fault, hostileProvider } from '../helpers/hostile-provider';
import { onScreen } from '../helpers/on-screen';
import { startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';
import { connect, withClient } from '../helpers/screen-case';

const CERTIFICATES: ReadonlyArray<{
  readonly what: string;
  readonly problem: TlsProblem;
  readonly fault: Fault;
}> = [
  { what: 'has expired', problem: 'expired', fault: { certificate: { endsInDays: -1 } } },
  { what: 'is not good yet', problem: 'not-yet-valid', fault: { certificate: { beginsInDays: 1 } } },
  { what: 'is for another host', problem: 'other-name', fault: { certificate: { ip: '127.0.0.9' } } },
  { what: 'was made by nobody we trust', problem: 'unknown-authority', fault: { isImpostor: true } },
  {
    what: 'comes with TLS 1.1',
    problem: 'old-version',
    fault: { tls: { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } },
  },
];

async function expectRefused(fault: Fault, problem: TlsProblem): Promise<void> {
  const provider = await hostileProvider(fault);
  const recipient = await startRecipient(provider);
  const opened = await recipient.services.openSandbox();
  await recipient.close();

  expect(opened).toMatchObject({ ok: false, error: { kind: 'no-secure-connection', problem } });
  const words = opened.ok ? null : onScreen(opened.error);
  expect(words?.what).toMatch(/at 127\.0\.0\.1:\d+.*, so nothing was sent\.$/);
  expect(provider.requests()).toEqual([]);
}

describe('a provider that cannot prove who it is gets no request at all', () => {
  for (const { what, problem, fault } of CERTIFICATES)
    it(`[S01] when its certificate ${what} (BCP 195)`, () => expectRefused(fault, problem));
});

describe('the environment', () => {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  afterEach(() => {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  });

  it('[S02] cannot make a bad certificate good', async () => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    await expectRefused({ isImpostor: true }, 'unknown-authority');
  });
});

describe('the client certificate', () => {
  it('[S03][S05] is the registered one on every request behind the mTLS door, and is not shown elsewhere', () =>
    withClient({}, async (client) => {
      const connectionId = await connect(client);
      await client.window.get('revokeConsent', { connectionId });

      const shown = client.provider
        .requests()
        .map((seen) => [seen.target.split('?')[0], seen.clientCertificate]);
      const atFront = ['/register', '/.well-known/openid-configuration'];
      for (const [target, certificate] of shown) {
        if (atFront.includes(target ?? '')) expect(certificate).toBeNull();
        else expect(certificate).toMatch(/^[0-9A-F:]{95}$/);
      }
      expect(client.provider.broken()).toEqual([]);
    }));
});

describe('pauses between repetitions', () => {
  const busy = (headers: Readonly<Record<string, string>>) =>
    at('discovery', () => ({ status: 503, headers, body: '' }));
  const pausesOf = async (fault: Fault, random: () => number): Promise<readonly number[]> => {
    let seen: readonly number[] = [];
    await withClient(
      fault,
      async ({ recipient, provider, pauses }) => {
        await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);
        seen = pauses;
      },
      { random },
    );
    return seen;
  };

  it('[S50] double, and are spread over their whole length', async () => {
    expect(await pausesOf(busy({}), () => 0.999)).toEqual([499.5, 999]);
    expect(await pausesOf(busy({}), () => 0)).toEqual([0, 0]);
    expect(await pausesOf(busy({}), () => 0.5)).toEqual([250, 500]);
  });

  it('[S50][S52] are at least what the provider asks for, in seconds or as a date by its own clock', async () => {
    expect(await pausesOf(busy({ 'retry-after': '3' }), () => 0)).toEqual([3000, 3000]);
    const date = 'Fri, 01 May 2026 10:00:00 GMT';
    const retryAfter = 'Fri, 01 May 2026 10:00:07 GMT';
    expect(await pausesOf(busy({ date, 'retry-after': retryAfter }), () => 0)).toEqual([7000, 7000]);
    expect(await pausesOf(busy({ 'retry-after': 'soon' }), () => 0)).toEqual([0, 0]);
  });
});
