import { describe, expect, it } from 'vitest';

import { readCommandLine } from '../../sandbox/command-line';

describe('starting the bank by hand', () => {
  it('needs no options', () => {
    expect(readCommandLine([])).toEqual({
      ok: true,
      options: { stateDir: null, port: null, mtlsPort: null, requestUriSeconds: 60 },
    });
  });

  it('takes a folder, two ports and the life of a request', () => {
    const args = ['--state-dir', 'state', '--port', '8443', '--mtls-port=0', '--request-uri-seconds', '5'];

    expect(readCommandLine(args)).toEqual({
      ok: true,
      options: { stateDir: 'state', port: 8443, mtlsPort: 0, requestUriSeconds: 5 },
    });
  });

  it('takes that requests have to be signed', () => {
    expect(readCommandLine(['--require-signed-requests'])).toMatchObject({
      ok: true,
      options: { requiresSignedRequests: true },
    });
  });

  it.each([
    {
      because: 'the port is too high',
      args: ['--port', '65536'],
      says: '--port must be a whole number from 0 to 65535',
    },
    { because: 'the port is text', args: ['--mtls-port', 'any'], says: '--mtls-port must be a whole number' },
    {
      because: 'a request would never live',
      args: ['--request-uri-seconds', '0'],
      says: 'from 1 to 60, not 0',
    },
    { because: 'an option is unknown', args: ['--verbose'], says: '--verbose' },
  ])('says what is wrong and what there is when $because', ({ args, says }) => {
    expect(readCommandLine(args)).toMatchObject({ ok: false, reason: expect.stringContaining(says) });
    expect(readCommandLine(args)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('Options: --state-dir'),
    });
  });
});
