import { afterEach, describe, expect, it } from 'vitest';

import { createCredential } from '../../main/credentials/create-credential';
import { publicJwk } from '../../main/credentials/public-jwks';
import type { ProviderProfile } from '../../main/records/provider-profile';
import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import { PRIVATE_USE_SCHEME } from '../../preload/contract/private-use-scheme';
import type { Redirect } from '../../preload/contract/provider-shapes';
import { windowOf } from '../helpers/operations';
import {
  type Habits,
  openOtherProvider,
  OTHER_CLIENT_ID,
  OTHER_PATH,
  OTHER_TYPE,
  type OtherProvider,
} from '../helpers/other-provider';
import { type Recipient, startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';

const REQUEST: AuthorizationDetails = [{ ...TUTORIAL_REQUEST[0], type: OTHER_TYPE }];

/** A bank that binds tokens to a key, signs its answers and has no Consent API. */
const BY_KEY: Habits = {
  clientAuthentication: 'private_key_jwt',
  tokenBinding: 'dpop',
  answersByJwt: true,
  namesConsent: 'nowhere',
  refreshToken: 'rotated',
  scopes: ['konto:lesen', 'umsatz:lesen'],
  asks: 'openid konto:lesen umsatz:lesen',
};

/** A bank with one door for everything, and the consent's id in its access tokens. */
const BY_CERTIFICATE: Habits = {
  clientAuthentication: 'self_signed_tls_client_auth',
  tokenBinding: 'certificate',
  answersByJwt: false,
  namesConsent: 'in-access-token',
  refreshToken: 'left-out',
  scopes: ['fdx:accountdetailed:read'],
  asks: null,
};

const closing: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Connected {
  readonly provider: OtherProvider;
  readonly recipient: Recipient;
  readonly connectionId: string;
}

const BY_LOOPBACK: Redirect = { host: '127.0.0.1', port: null, path: OTHER_PATH };
const BY_LINK: Redirect = { scheme: PRIVATE_USE_SCHEME, path: OTHER_PATH };

async function connect(habits: Habits, redirect = BY_LOOPBACK): Promise<Connected> {
  const credential = await createCredential({
    nowMs: Date.now(),
    commonName: 'Countersign',
    kind: 'ec-p256',
  });
  const provider = await openOtherProvider(habits, { jwks: [publicJwk(credential.certificatePem)] });
  closing.push(provider.close);
  const noBank = { descriptor: {} } as Parameters<typeof startRecipient>[0];
  const recipient = await startRecipient(noBank);
  closing.push(recipient.close);
  await recipient.services.vault.credentials.put(credential);
  const profile: ProviderProfile = {
    providerId: 'other',
    name: 'The Other Bank',
    issuer: provider.issuer,
    clientId: OTHER_CLIENT_ID,
    fdxBaseUrl: provider.fdxBaseUrl,
    siteUrl: null,
    caPem: provider.caPem,
    authorizationDetailsType: OTHER_TYPE,
    scopes: habits.asks,
    issuerInAnswer: 'required',
    requestObject: 'as-announced',
    redirect,
    clientAuthentication: habits.clientAuthentication,
    tokenBinding: habits.tokenBinding,
    signingKid: null,
    issuerInErrors: 'as-promised',
    signedAnswer: 'as-announced',
    authorizationDetails: 'sent',
    registered: null,
    credentialId: credential.credentialId,
    origin: 'person',
    userAgent: 'system-browser',
    pinnedCertificateSha256: null,
  };
  await recipient.services.profiles.put(profile);
  const flow = await recipient.giveConsent(REQUEST, provider.person, profile);
  expect(flow).toMatchObject({ phase: 'done', failure: null });
  return { provider, recipient, connectionId: flow.connectionId ?? '' };
}

describe('[S18] a provider that sends people back by a link (RFC 8252 section 7.1)', () => {
  it.each([
    { habits: BY_KEY, answers: 'signed' },
    { habits: BY_CERTIFICATE, answers: 'plain' },
  ])('is understood when its answer is $answers', async ({ habits }) => {
    const { provider, recipient } = await connect(habits, BY_LINK);

    const { form } = provider.forms.find(({ path }) => path.includes('request'))!;
    expect(form.get('redirect_uri')).toBe('app.countersign.desktop:/back/from/the/other');
    expect(provider.forms.at(-1)!.form.get('redirect_uri')).toBe(form.get('redirect_uri'));
    const { exchanges } = await (await windowOf(recipient)).get('listExchanges', {
      flowId: recipient.lastFlowId(),
      connectionId: null,
      providerId: null,
      search: '',
    });
    expect(exchanges.filter(({ kind }) => kind === 'browser')).toMatchObject([
      { step: 'authorize', method: 'GET' },
      { step: 'callback', method: 'GET', host: 'app.countersign.desktop:' },
    ]);
  });
});

describe('a provider that binds by key, signs its answers and names no consent', () => {
  it('gives its accounts to the same flow, and what was agreed to is known from its token answer', async () => {
    const { provider, recipient, connectionId } = await connect(BY_KEY);

    const window = await windowOf(recipient);
    const detail = await window.get('getConsent', { connectionId });
    expect(detail).toMatchObject({ status: 'ACTIVE', consentId: '', access: 'held' });
    expect(detail.granted).toEqual(detail.requested);
    const { text } = await window.get('readRawText', { connectionId, record: 'token' });
    expect(JSON.parse(text)).toMatchObject({ token_type: 'dpop', id_token: '•••' });
    expect(detail.accounts).toMatchObject([{ name: 'Rainy days', balance: null }]);
    expect(provider.fdxAnswers).toEqual([
      '/accounts 401', // wants a nonce in the proof, and is given one
      '/accounts 206',
    ]);
  });

  it('[S04] sees an assertion for its issuer, a proof and no certificate (FAPI 2.0 section 5.3.3.1)', async () => {
    const { provider } = await connect(BY_KEY);

    expect(provider.sawCertificate()).toBe(false);
    const { form } = provider.forms.at(-1)!;
    const [, claims = ''] = (form.get('client_assertion') ?? '').split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      aud: provider.issuer,
      iss: OTHER_CLIENT_ID,
      sub: OTHER_CLIENT_ID,
    });
    const asked = provider.forms.find(({ path }) => path.includes('request'))?.form;
    expect(asked?.get('response_mode')).toBe('jwt');
  });

  it('[S34] is asked for new tokens on a refusal without a word, each rotated one used once', async () => {
    const { provider, recipient, connectionId } = await connect(BY_KEY);
    const window = await windowOf(recipient);

    for (const round of [1, 2]) {
      provider.forgetAccessTokens();
      await window.get('readConsentAgain', { connectionId });
      const refreshes = provider.forms.filter(({ form }) => form.get('grant_type') === 'refresh_token');
      const answered = new Set(refreshes.map(({ form }) => form.get('refresh_token')));
      expect(answered.size).toBe(round);
    }
    expect(provider.fdxAnswers.at(-1)).toBe('/accounts 206');
  });

  it('is told the end by its tokens alone, and it is said that it took them', async () => {
    const { recipient, connectionId } = await connect(BY_KEY);

    const { confirmedByProvider, detail } = await (await windowOf(recipient)).get('revokeConsent', {
      connectionId,
    });

    expect(confirmedByProvider).toBe(true);
    expect(detail).toMatchObject({ status: 'REVOKED', access: 'not-held' });
  });
});

describe('a provider with one door, no aliases and the consent’s id in its access token', () => {
  it('[S05] shows consent and accounts of FDX 5 to the same flow', async () => {
    const { provider, recipient, connectionId } = await connect(BY_CERTIFICATE);

    const detail = await (await windowOf(recipient)).get('getConsent', { connectionId });
    expect(detail).toMatchObject({ status: 'ACTIVE', accounts: [{ name: 'Rainy days' }] });
    expect(detail.resources).toHaveLength(2);
    expect(provider.fdxAnswers).toEqual([`/consents/${detail.consentId} 206`, '/accounts 206']);
    expect(provider.sawCertificate()).toBe(true);
  });

  it('keeps its refresh token when a refresh brings none', async () => {
    const { provider, recipient, connectionId } = await connect(BY_CERTIFICATE);
    const window = await windowOf(recipient);
    const before = recipient.services.vault.tokens.get(connectionId);

    provider.forgetAccessTokens();
    await window.get('readConsentAgain', { connectionId });

    const after = recipient.services.vault.tokens.get(connectionId);
    const tokenOf = (held: typeof after) => (held.ok ? held.value?.refreshToken : null);
    expect(tokenOf(after)).toBe(tokenOf(before));
    expect(tokenOf(after)).toMatch(/^[\w-]{20,}$/);
  });
});
