import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { appContract } from '../../preload/contract/areas/app';
import { consentsContract } from '../../preload/contract/areas/consents';
import { credentialsContract } from '../../preload/contract/areas/credentials';
import { flowContract } from '../../preload/contract/areas/flow';
import { moneyContract } from '../../preload/contract/areas/money';
import { providersContract } from '../../preload/contract/areas/providers';
import { secretsContract } from '../../preload/contract/areas/secrets';
import { wireContract } from '../../preload/contract/areas/wire';
import { TOPICS } from '../../preload/contract/ipc-contract';
import { OPERATIONS, type Shapes, shapesOf } from '../../preload/contract/operations';

const PRELOAD = readFileSync('preload/index.ts', 'utf8');

const CONTRACTS: ReadonlyArray<Readonly<Record<string, Shapes>>> = [
  appContract,
  secretsContract,
  providersContract,
  flowContract,
  consentsContract,
  moneyContract,
  wireContract,
  credentialsContract,
];
/** With a name twice, should two areas have it. */
const CONTRACT = CONTRACTS.flatMap((contract) => Object.entries(contract));
const NAMES = CONTRACT.map(([name]) => name);

describe('the bridge', () => {
  it('is listened for under every name of the contract, and under no other', () => {
    expect([...OPERATIONS].sort()).toEqual(NAMES.toSorted());
    expect(new Set(OPERATIONS).size).toBe(OPERATIONS.length);
  });

  it('forwards each operation under its own name, written out by hand', () => {
    const forwarded = [...PRELOAD.matchAll(/^ {2}(\w+): forward\('(\w+)'\),$/gm)];

    expect(forwarded.map(([, member]) => member)).toEqual(OPERATIONS);
    expect(forwarded.filter(([, member, channel]) => member !== channel)).toEqual([]);
  });

  it('is put into the window once, and nothing else is', () => {
    expect(PRELOAD.match(/exposeInMainWorld/g)).toHaveLength(1);
    expect(PRELOAD).toContain("exposeInMainWorld('bridge', bridge)");
  });

  it('hears topics without data: what changed is asked for again', () => {
    expect(TOPICS).toEqual(['flow', 'consents', 'secrets', 'wire', 'providers', 'credentials', 'money']);
  });
});

describe('the contract', () => {
  const STARTS_SOMETHING = ['startFlow', 'openSandbox', 'revokeConsent', 'setPassphrase'];

  for (const [operation, { input, output }] of CONTRACT) {
    it(`of ${operation} refuses a member that nobody promised, in both directions`, () => {
      const stranger = { accessToken: 'at_secret' };
      const message = (result: { readonly error?: { readonly message: string } | undefined }) =>
        result.error?.message;

      expect(message(input.safeParse(stranger))).toBeDefined();
      expect(message(output.safeParse(stranger))).toBeDefined();
      expect(message(output.safeParse([stranger]))).toBeDefined();
    });
  }

  it('is loaded by area, and each question is checked by the shapes of its own name', async () => {
    for (const operation of OPERATIONS) {
      expect(await shapesOf(operation)).toBe(CONTRACT.find(([name]) => name === operation)?.[1]);
    }
  });

  it('has no operation that takes a URL or a path, but the issuer of a provider that a person adds', () => {
    for (const operation of STARTS_SOMETHING) expect(OPERATIONS).toContain(operation);
    const schemas = JSON.stringify(CONTRACT.map(([, { input }]) => Object.keys(input.shape)));
    expect(schemas).not.toMatch(/url|uri|path|file|host|command/i);
  });
});
