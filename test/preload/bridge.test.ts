import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { ipcContract, TOPICS } from '../../preload/contract/ipc-contract';
import { OPERATIONS } from '../../preload/contract/operations';

const PRELOAD = readFileSync('preload/index.ts', 'utf8');

describe('the bridge', () => {
  it('is listened for under every name of the contract, and under no other', () => {
    expect([...OPERATIONS].sort()).toEqual(Object.keys(ipcContract).sort());
  });

  it('forwards each operation under its own name, written out by hand', () => {
    const forwarded = [...PRELOAD.matchAll(/^ {2}(\w+): forward\('(\w+)'\),$/gm)];

    expect(forwarded.map(([, member]) => member)).toEqual(Object.keys(ipcContract));
    expect(forwarded.filter(([, member, channel]) => member !== channel)).toEqual([]);
  });

  it('is put into the window once, and nothing else is', () => {
    expect(PRELOAD.match(/exposeInMainWorld/g)).toHaveLength(1);
    expect(PRELOAD).toContain("exposeInMainWorld('bridge', bridge)");
  });

  it('hears topics without data: what changed is asked for again', () => {
    expect(TOPICS).toEqual(['flow', 'consents', 'secrets', 'wire', 'providers', 'credentials']);
  });
});

describe('the contract', () => {
  const STARTS_SOMETHING = ['startFlow', 'openSandbox', 'revokeConsent', 'setPassphrase'];

  for (const [operation, { input, output }] of Object.entries(ipcContract)) {
    it(`of ${operation} refuses a member that nobody promised, in both directions`, () => {
      const stranger = { accessToken: 'at_secret' };
      const message = (result: { readonly error?: { readonly message: string } | undefined }) =>
        result.error?.message;

      expect(message(input.safeParse(stranger))).toBeDefined();
      expect(message(output.safeParse(stranger))).toBeDefined();
      expect(message(output.safeParse([stranger]))).toBeDefined();
    });
  }

  it('has no operation that takes a URL or a path, but the issuer of a provider that a person adds', () => {
    for (const operation of STARTS_SOMETHING) expect(OPERATIONS).toContain(operation);
    const schemas = JSON.stringify(Object.values(ipcContract).map(({ input }) => Object.keys(input.shape)));
    expect(schemas).not.toMatch(/url|uri|path|file|host|command/i);
  });
});
