import { describe, expect, it } from 'vitest';

import { readSandboxMessage } from '../../../main/providers/sandbox-bank';

const DESCRIPTOR = {
  name: 'Sandbox Bank',
  issuer: 'https://127.0.0.1:9443',
  fdxBaseUrl: 'https://127.0.0.1:9444/fdx/v6',
  registrationEndpoint: 'https://127.0.0.1:9443/register',
  siteUrl: 'https://127.0.0.1:9443/consents',
  caPem: '-----BEGIN CERTIFICATE-----',
  certificateSha256: 'ab'.repeat(32),
};

const ready = (change: object) => ({ type: 'ready', descriptor: { ...DESCRIPTOR, ...change } });

describe('the first message of the sandbox bank’s process', () => {
  it('says where the bank is', () => {
    expect(readSandboxMessage(ready({}))).toEqual({ ok: true, value: DESCRIPTOR });
  });

  it('says why it could not start, cut to what fits a screen', () => {
    expect(readSandboxMessage({ type: 'failed', reason: 'Port 1 is taken.' })).toEqual({
      ok: false,
      error: { kind: 'sandbox-failed', reason: 'Port 1 is taken.' },
    });
    const long = readSandboxMessage({ type: 'failed', reason: 'x'.repeat(5000) });
    expect(!long.ok && long.error.kind === 'sandbox-failed' && long.error.reason).toHaveLength(300);
  });

  it.each([
    { said: undefined, because: 'it said nothing' },
    { said: 'ready', because: 'it is text' },
    { said: { type: 'ready' }, because: 'it does not say where it is' },
    { said: ready({ issuer: 'http://127.0.0.1:9443' }), because: 'the bank is not reached over TLS' },
    { said: ready({ fdxBaseUrl: 'file:///etc/passwd' }), because: 'its data are not reached over TLS' },
    { said: ready({ registrationEndpoint: 'https' }), because: 'that is no address' },
    { said: ready({ certificateSha256: 'AB'.repeat(32) }), because: 'a pin is lower-case hex' },
    { said: ready({ certificateSha256: '' }), because: 'there is no pin' },
    { said: ready({ caPem: '' }), because: 'there is no certificate to trust' },
  ])('is refused when $because', ({ said }) => {
    expect(readSandboxMessage(said)).toMatchObject({ ok: false, error: { kind: 'sandbox-failed' } });
  });
});
