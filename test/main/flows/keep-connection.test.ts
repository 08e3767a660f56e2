import { describe, expect, it } from 'vitest';

import type { AskedConsent } from '../../../main/flows/ask-for-consent';
import { type Agreement, keepConnection, type KeepDeps } from '../../../main/flows/keep-connection';
import type { ConnectionRecord } from '../../../main/records/connection-record';
import type { TokenSet } from '../../../main/vault/vault-record';
import type { AuthorizationDetails } from '../../../preload/contract/authorization-details';
import type { Failure } from '../../../preload/contract/failure';
import { fail, ok } from '../../../preload/contract/result';
import { vector } from '../fdx/vector';
import { answering, type Call, identityOf, jsonAnswer, METADATA } from '../oauth/fake-http';

const ANSWER = {
  access_token: 'at',
  token_type: 'bearer',
  refresh_token: 'rt',
  expires_in: 900,
  grant_id: 'g',
};
const AGREEMENT: Agreement = {
  purpose: 'personal-finance',
  authorizationDetails: JSON.parse(vector('authorization-details.json')) as AuthorizationDetails,
  agreedAtMs: 1,
  disclosed: [{ question: 'How long', answers: ['Once.'], isList: false }],
};
const FULL: Failure = { kind: 'storage-full' };

interface World {
  /** What the provider answers to the code. */
  readonly answer?: Readonly<Record<string, unknown>>;
  /** Happens while the token answer is on its way. */
  readonly meanwhile?: () => void;
  readonly isVaultFull?: boolean;
  readonly isDiskFull?: boolean;
}

/** A provider that answers the code and takes tokens back, and stores in memory. */
function world({ answer = ANSWER, meanwhile = () => undefined, isVaultFull, isDiskFull }: World) {
  const given: Array<{ readonly token: string | null; readonly wasAborted: boolean }> = [];
  const http = answering((call: Call) => {
    if (call.url.endsWith('/revoke')) {
      const token = new URLSearchParams(call.body).get('token');
      given.push({ token, wasAborted: call.signal?.aborted === true });
      // As the real transport does: a call whose signal is aborted never leaves.
      return call.signal?.aborted === true
        ? { kind: 'unreachable', reason: 'timeout' }
        : new Response('', { status: 200 });
    }
    meanwhile();
    return jsonAnswer(200, answer);
  });
  const tokens = new Map<string, TokenSet>();
  const connections = new Map<string, ConnectionRecord>();
  const deps = {
    nowMs: () => 0,
    newId: () => 'connection-1',
    tokens: {
      get: (id: string) => ok(tokens.get(id) ?? null),
      put: async (set: TokenSet) => {
        if (isVaultFull === true) return fail(FULL);
        tokens.set(set.connectionId, set);
        return ok(null);
      },
      delete: async (id: string) => {
        tokens.delete(id);
        return ok(null);
      },
    },
    connections: {
      put: async (connection: ConnectionRecord) => {
        if (isDiskFull === true) return fail(FULL);
        connections.set(connection.connectionId, connection);
        return ok(null);
      },
    },
  } as unknown as KeepDeps;
  const asked = {
    client: {
      http,
      metadata: METADATA,
      identity: identityOf('c'),
      profile: { providerId: 'p', name: 'A Bank', clientId: 'c', credentialId: 'k' },
    },
    attempt: { codeVerifier: 'v'.repeat(43), state: 's', nonce: 'n' },
    listener: { redirectUri: 'http://127.0.0.1:1/callback', close: () => undefined },
    scope: 'accounts',
  } as unknown as AskedConsent;
  const parameters = new URLSearchParams({ code: 'c', state: 's', iss: METADATA.issuer });
  const keep = (signal = new AbortController().signal) =>
    keepConnection(deps, asked, AGREEMENT, { parameters, signal });
  return { keep, given, tokens, connections };
}

const BOTH = [
  { token: 'rt', wasAborted: false },
  { token: 'at', wasAborted: false },
];

describe('tokens that came and are kept', () => {
  it('are given back to nobody', async () => {
    const { keep, given, tokens, connections } = world({});

    expect(await keep()).toMatchObject({ ok: true });
    expect(given).toEqual([]);
    expect([...tokens.keys()]).toEqual([...connections.keys()]);
    // What the person read when they agreed is kept word for word.
    expect([...connections.values()][0]?.disclosed).toEqual(AGREEMENT.disclosed);
  });
});

describe('tokens that came and are not kept', () => {
  it('are given back when the flow was cancelled meanwhile, although its signal is aborted', async () => {
    const cancelling = new AbortController();
    const { keep, given, tokens } = world({ meanwhile: () => cancelling.abort() });

    expect(await keep(cancelling.signal)).toEqual({ ok: false, error: { kind: 'flow-cancelled' } });
    expect(given).toEqual(BOTH);
    expect(tokens.size).toBe(0);
  });

  it.each([
    { because: 'the binding is another', answer: { ...ANSWER, token_type: 'DPoP' } },
    {
      because: 'the binding is one that the library does not know',
      answer: { ...ANSWER, token_type: 'mac' },
    },
    { because: 'the ID token cannot be believed', answer: { ...ANSWER, id_token: 'e30.e30.' } },
    { because: 'the id of the consent is a path', answer: { ...ANSWER, grant_id: '../x' } },
    { because: 'the lifetime is none', answer: { ...ANSWER, expires_in: -5 } },
    { because: 'more was granted', answer: { ...ANSWER, authorization_details: [{ type: 'payment' }] } },
  ])('are given back when $because', async ({ answer }) => {
    const { keep, given, tokens, connections } = world({ answer });

    expect(await keep()).toMatchObject({ ok: false, error: { kind: 'protocol-violation' } });
    expect(given).toEqual(BOTH);
    expect(tokens.size + connections.size).toBe(0);
  });

  it.each([
    { because: 'the vault is full', full: { isVaultFull: true } },
    { because: 'the disk is full, and then the vault does not keep them either', full: { isDiskFull: true } },
  ])('are given back when $because', async ({ full }) => {
    const { keep, given, tokens } = world(full);

    expect(await keep()).toEqual({ ok: false, error: FULL });
    expect(given).toEqual(BOTH);
    expect(tokens.size).toBe(0);
  });
});
