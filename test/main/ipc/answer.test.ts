import { describe, expect, it } from 'vitest';

import { answer } from '../../../main/ipc/answer';
import type { Operation, Operations } from '../../../preload/contract/ipc-contract';
import { OPERATIONS } from '../../../preload/contract/operations';
import { fail, ok } from '../../../preload/contract/result';

/** Handlers that all do the same, and write down what they were given. */
function handlersThat(does: (operation: Operation, input: unknown) => unknown): {
  readonly handlers: Operations;
  readonly called: ReadonlyArray<readonly [Operation, unknown]>;
} {
  const called: Array<readonly [Operation, unknown]> = [];
  const handlers = Object.fromEntries(
    OPERATIONS.map((operation) => [
      operation,
      async (input: unknown) => {
        called.push([operation, input]);
        return does(operation, input);
      },
    ]),
  ) as unknown as Operations;
  return { handlers, called };
}

const reported: unknown[] = [];
const report = (cause: unknown) => {
  reported.push(cause);
  return `reference-${reported.length}`;
};

const FINE = { theme: 'dark', depth: 'plain', proxy: 'system' } as const;

describe('a request from the window', () => {
  it('that fits the contract is answered with what the handler says', async () => {
    const { handlers, called } = handlersThat((_operation, input) => ok(input));

    expect(await answer('setPreferences', FINE, handlers, report)).toEqual({ ok: true, value: FINE });
    expect(called).toEqual([['setPreferences', FINE]]);
  });

  for (const { operation, input, field, because } of [
    {
      operation: 'setPreferences',
      input: { ...FINE, more: 1 },
      field: '(root)',
      because: 'it holds a member more',
    },
    {
      operation: 'setPreferences',
      input: { theme: 'pink', depth: 'plain', proxy: 'system' },
      field: 'theme',
      because: 'there is no pink',
    },
    {
      operation: 'setPreferences',
      input: { theme: 'dark', proxy: 'none' },
      field: 'depth',
      because: 'a member is missing',
    },
    {
      operation: 'getConsent',
      input: { connectionId: 7 },
      field: 'connectionId',
      because: 'a number is no id',
    },
    {
      operation: 'getConsent',
      input: { connectionId: '' },
      field: 'connectionId',
      because: 'an id is not empty',
    },
    {
      operation: 'getConsent',
      input: { connectionId: 'x'.repeat(129) },
      field: 'connectionId',
      because: 'it is too long',
    },
    {
      operation: 'listConsents',
      input: undefined,
      field: '(root)',
      because: 'nothing is not an empty object',
    },
    {
      operation: 'setPassphrase',
      input: { passphrase: 'short' },
      field: 'passphrase',
      because: 'it is too short',
    },
    {
      operation: 'copyText',
      input: { text: 'x'.repeat(2_000_001) },
      field: 'text',
      because: 'it is too long',
    },
    {
      operation: 'startFlow',
      input: { providerId: 'sandbox', purpose: 'custom', authorizationDetails: [] },
      field: 'authorizationDetails',
      because: 'nothing is asked for',
    },
    {
      operation: 'startFlow',
      input: {
        providerId: 'sandbox',
        purpose: 'custom',
        authorizationDetails: [
          {
            type: 'fdx_v1.0',
            consentRequest: {
              durationType: 'TIME_BOUND',
              lookbackPeriod: 60,
              resources: [{ resourceType: 'ACCOUNT', dataClusters: ['TAX'] }],
            },
          },
        ],
      },
      field: 'authorizationDetails.0.consentRequest.durationPeriod',
      because: 'TIME_BOUND needs a time',
    },
  ] as const) {
    it(`is refused at ${field} of ${operation}, and no handler runs, when ${because}`, async () => {
      const { handlers, called } = handlersThat(() => ok({}));

      expect(await answer(operation, input, handlers, report)).toEqual({
        ok: false,
        error: { kind: 'bad-request', field },
      });
      expect(called).toEqual([]);
    });
  }

  const ODD_INPUTS = [
    null,
    undefined,
    0,
    '',
    'text',
    true,
    [],
    [[]],
    { a: 1 },
    { __proto__: null },
    () => 1,
    new Map(),
    new Date(0),
    1n,
  ];
  for (const operation of OPERATIONS) {
    it(`for ${operation} that is odd in any way gets a failure or an answer, and never an exception`, async () => {
      const { handlers } = handlersThat(() => fail({ kind: 'flow-unknown' }));

      for (const input of ODD_INPUTS) {
        expect(await answer(operation, input, handlers, report)).toMatchObject({ ok: false });
      }
    });
  }
});

describe('a reply to the window', () => {
  it('that holds a member more than was promised does not leave: it could be a token', async () => {
    const { handlers } = handlersThat(() => ok({ ...FINE, accessToken: 'at_secret' }));

    const reply = await answer('setPreferences', FINE, handlers, report);

    expect(reply).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
    expect(JSON.stringify(reply)).not.toContain('at_secret');
  });

  it('that throws is told as a reference to the log, without its words', async () => {
    const bug = new Error('at_secret is undefined');
    const { handlers } = handlersThat(() => {
      throw bug;
    });

    const reply = await answer('listConsents', {}, handlers, report);

    expect(reply).toEqual({
      ok: false,
      error: { kind: 'unexpected', logReference: `reference-${reported.length}` },
    });
    expect(reported.at(-1)).toBe(bug);
  });

  it('that is a failure goes through as it is', async () => {
    const { handlers } = handlersThat(() => fail({ kind: 'vault-locked' }));

    expect(await answer('listConsents', {}, handlers, report)).toEqual({
      ok: false,
      error: { kind: 'vault-locked' },
    });
  });
});
