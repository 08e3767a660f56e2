import { describe, expect, it } from 'vitest';

import type { ProviderFindings, ProviderNeeds } from '../../../preload/contract/provider-offer';
import { AS_IT_IS, NEW_KEY, NO_WISH, viewKeys } from '../../../renderer/features/providers/key-choice';
import { adviceOn } from '../../../renderer/features/providers/provider-advice';
import { aKey } from '../../helpers/fake-credentials';

const KID = 'k'.repeat(43);
const THUMBPRINT = 't'.repeat(43);

const OLD = aKey({ credentialId: 'old', createdAtMs: 1, keyId: KID, thumbprint: 'o'.repeat(43) });
const YOUNG = aKey({ credentialId: 'young', createdAtMs: 2, keyId: KID, thumbprint: THUMBPRINT });
const RSA = aKey({
  credentialId: 'rsa',
  createdAtMs: 3,
  keyKind: 'rsa',
  keyBits: 2048,
  issuer: 'An Authority',
});
const ENDED = aKey({ credentialId: 'ended', validity: 'ended', keyId: 'e'.repeat(43) });
const OF_SANDBOX = aKey({
  credentialId: 'sandbox',
  usedBy: [{ providerId: 'sandbox', name: 'Sandbox Bank', isSandbox: true }],
});
const ALL = [OLD, YOUNG, RSA, ENDED, OF_SANDBOX];

describe('the keys that a provider may get', () => {
  it('are a new one and those that are held, the youngest first', () => {
    const { options } = viewKeys(ALL, NO_WISH, '');

    expect(options.map(({ value }) => value)).toEqual([NEW_KEY, 'rsa', 'young', 'old']);
  });

  it.each([
    { wish: NO_WISH, chosen: '', choice: { kind: 'new' }, because: 'nobody said otherwise' },
    {
      wish: NO_WISH,
      chosen: 'old',
      choice: { kind: 'held', credentialId: 'old' },
      because: 'the person chose it',
    },
    { wish: NO_WISH, chosen: 'gone', choice: { kind: 'new' }, because: 'it was deleted meanwhile' },
    {
      wish: { currentId: 'old', named: null },
      chosen: '',
      choice: { kind: 'held', credentialId: 'old' },
      because: 'the provider has it',
    },
    {
      wish: { currentId: 'ended', named: null },
      chosen: '',
      choice: { kind: 'keep' },
      because: 'another name must not cost a key',
    },
    {
      wish: { currentId: 'ended', named: null },
      chosen: NEW_KEY,
      choice: { kind: 'new' },
      because: 'the person asked for it',
    },
    {
      wish: { currentId: null, named: { kid: KID, 'x5t#S256': THUMBPRINT } },
      chosen: '',
      choice: { kind: 'held', credentialId: 'young' },
      because: 'a certificate is more exact than its key',
    },
    {
      wish: { currentId: null, named: { kid: KID, 'x5t#S256': 'z'.repeat(43) } },
      chosen: '',
      choice: { kind: 'held', credentialId: 'young' },
      because: 'the key may have got another certificate since',
    },
    {
      wish: { currentId: null, named: { kid: 'z'.repeat(43) } },
      chosen: '',
      choice: { kind: 'new' },
      because: 'the named one is elsewhere',
    },
  ] as const)('is $choice with $wish and "$chosen" chosen, because $because', ({ wish, chosen, choice }) => {
    expect(viewKeys(ALL, wish, chosen).choice).toEqual(choice);
  });

  it.each([
    { named: { kid: KID }, is: 'here' },
    { named: { 'x5t#S256': THUMBPRINT }, is: 'here' },
    { named: { kid: ENDED.keyId }, is: 'ended' },
    { named: { kid: 'z'.repeat(43) }, is: 'elsewhere' },
    { named: null, is: 'none' },
  ] as const)('say that the one a profile names as $named is $is', ({ named, is }) => {
    expect(viewKeys(ALL, { currentId: null, named }, '').named).toBe(is);
  });

  it('cannot be chosen while they cannot be read, and then nothing changes', () => {
    const locked = viewKeys(null, { currentId: 'old', named: null }, 'young');

    expect(locked).toMatchObject({ choice: { kind: 'keep' }, isChanged: false, signingAlgorithm: null });
  });

  it('are another than the provider has only when the person chose so', () => {
    const wish = { currentId: 'old', named: null };

    expect(viewKeys(ALL, wish, '').isChanged).toBe(false);
    expect(viewKeys(ALL, wish, 'old').isChanged).toBe(false);
    expect(viewKeys(ALL, wish, 'young').isChanged).toBe(true);
    expect(viewKeys(ALL, wish, NEW_KEY).isChanged).toBe(true);
    expect(viewKeys(ALL, { currentId: 'ended', named: null }, AS_IT_IS).isChanged).toBe(false);
  });

  it('sign with ES256 or PS256, as their kind is', () => {
    expect(viewKeys(ALL, NO_WISH, NEW_KEY).signingAlgorithm).toBe('ES256');
    expect(viewKeys(ALL, NO_WISH, 'rsa').signingAlgorithm).toBe('PS256');
    expect(viewKeys([], { currentId: 'gone', named: null }, '').signingAlgorithm).toBeNull();
  });
});

const FINDINGS: ProviderFindings = {
  issuer: 'https://bank.example',
  metadataUrl: 'https://bank.example/.well-known/openid-configuration',
  endpoints: [],
  detailTypes: [],
  scopes: null,
  clientAuthentications: ['private_key_jwt', 'tls_client_auth'],
  tokenBindings: ['certificate'],
  capabilities: [
    { name: 'assertion-key', state: 'missing', need: 'assertion-ES256', standard: '', detail: 'PS256' },
    { name: 'assertion-key', state: 'offered', need: 'assertion-PS256', standard: '', detail: 'PS256' },
  ],
};

describe('a combination that will not work is explained', () => {
  const needs = (change: Partial<ProviderNeeds>): ProviderNeeds => ({
    clientAuthentication: 'self_signed_tls_client_auth',
    tokenBinding: 'certificate',
    issuerInAnswer: 'required',
    authorizationDetails: 'sent' as const,
    requestObject: 'as-announced',
    signingAlgorithm: 'ES256',
    ...change,
  });

  it.each([
    {
      change: { clientAuthentication: 'tls_client_auth' },
      chosen: NEW_KEY,
      key: 'providers.advice.authority',
      because: 'a key that is made here vouches for itself',
    },
    {
      change: { clientAuthentication: 'tls_client_auth' },
      chosen: 'old',
      key: 'providers.advice.authority',
      because: 'so does this one',
    },
    {
      change: { clientAuthentication: 'tls_client_auth', signingAlgorithm: 'PS256' },
      chosen: 'rsa',
      key: null,
      because: 'an authority issued it',
    },
    {
      change: { clientAuthentication: 'private_key_jwt' },
      chosen: NEW_KEY,
      key: 'providers.advice.wants-rsa',
      because: 'the provider takes PS256 alone',
    },
    {
      change: { clientAuthentication: 'private_key_jwt', signingAlgorithm: 'PS256' },
      chosen: 'rsa',
      key: null,
      because: 'an RSA key signs that',
    },
  ] as const)('at the key as $key, because $because', ({ change, chosen, key }) => {
    expect(adviceOn(needs(change), viewKeys(ALL, NO_WISH, chosen), FINDINGS).key).toBe(key);
  });

  it('at the way and the binding that the provider does not name, once it has been asked', () => {
    const keys = viewKeys(ALL, NO_WISH, NEW_KEY);
    const own = needs({ tokenBinding: 'dpop' });

    expect(adviceOn(own, keys, FINDINGS)).toMatchObject({
      clientAuthentication: 'providers.advice.method',
      tokenBinding: 'providers.advice.binding',
    });
    expect(adviceOn(own, keys, null)).toEqual({
      key: null,
      clientAuthentication: null,
      tokenBinding: null,
    });
  });
});
