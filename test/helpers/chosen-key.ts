import { expect } from 'vitest';

import { createCredential } from '../../main/credentials/create-credential';
import { publicJwk } from '../../main/credentials/public-jwks';
import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import type { KeyChoice, ProviderDraft } from '../../preload/contract/provider-shapes';
import { windowOf, type WindowSide } from './operations';
import {
  type Habits,
  openOtherProvider,
  OTHER_CLIENT_ID,
  OTHER_TYPE,
  type OtherProvider,
  type RegisteredClient,
} from './other-provider';
import { type Recipient, type RecipientOptions, startRecipient, TUTORIAL_REQUEST } from './recipient';

const REQUEST: AuthorizationDetails = [{ ...TUTORIAL_REQUEST[0], type: OTHER_TYPE }];

/** A provider that is like most. */
export const USUAL: Habits = {
  clientAuthentication: 'self_signed_tls_client_auth',
  tokenBinding: 'certificate',
  answersByJwt: false,
  namesConsent: 'in-access-token',
  refreshToken: 'rotated',
  scopes: ['fdx:accountdetailed:read'],
  asks: null,
};

/** A provider as a person types it in. */
export const DRAFT: ProviderDraft = {
  name: 'The Other Bank',
  issuer: 'https://bank.example',
  clientId: OTHER_CLIENT_ID,
  fdxBaseUrl: 'https://bank.example/fdx',
  caPem: null,
  scopes: null,
  authorizationDetailsType: OTHER_TYPE,
  issuerInAnswer: 'required',
  requestObject: 'as-announced',
  clientAuthentication: 'self_signed_tls_client_auth',
  tokenBinding: 'certificate',
  signingKid: null,
  issuerInErrors: 'as-promised',
  signedAnswer: 'as-announced',
  authorizationDetails: 'sent',
  redirect: { host: '127.0.0.1', port: null, path: '/back/from/the/other' },
};

/** What a test has opened, to be closed after it. */
export class Opened {
  readonly #closing: Array<() => Promise<unknown>> = [];

  async provider(habits: Habits, client: RegisteredClient): Promise<OtherProvider> {
    const provider = await openOtherProvider(habits, client);
    this.#closing.push(provider.close);
    return provider;
  }

  async recipient(
    options: RecipientOptions = {},
  ): Promise<{ readonly recipient: Recipient; readonly window: WindowSide }> {
    const noBank = { descriptor: {} } as Parameters<typeof startRecipient>[0];
    const recipient = await startRecipient(noBank, options);
    this.#closing.push(recipient.close);
    return { recipient, window: await windowOf(recipient) };
  }

  /** Also this, after everything that was opened later. */
  later(close: () => Promise<unknown>): void {
    this.#closing.push(close);
  }

  async close(): Promise<void> {
    for (const close of this.#closing.splice(0).reverse()) await close();
  }
}

/** What a person types in for a provider. */
export const draftAt = (provider: OtherProvider, habits: Habits): ProviderDraft => ({
  ...DRAFT,
  issuer: provider.issuer,
  fdxBaseUrl: provider.fdxBaseUrl,
  caPem: provider.caPem,
  scopes: habits.asks,
  clientAuthentication: habits.clientAuthentication,
  tokenBinding: habits.tokenBinding,
});

/** Imports PEM from the clipboard, as a person would. */
export async function importKey(window: WindowSide, pem: string): Promise<string> {
  await window.get('copyText', { text: pem });
  expect(await window.get('addToImport', { from: 'clipboard' })).toMatchObject({
    refusal: null,
    needs: null,
  });
  return (await window.get('keepImport', {})).credentialId;
}

/** A key that was made elsewhere: as PEM, and as a provider knows it. */
export async function keyOf(kind: 'ec-p256' | 'rsa-2048') {
  const made = await createCredential({ nowMs: Date.now(), commonName: 'Registered before', kind });
  return { pem: `${made.certificatePem}${made.privateKeyPem}`, jwk: publicJwk(made.certificatePem) };
}

/** Saves a new provider. */
export const save = (window: WindowSide, draft: ProviderDraft, key: KeyChoice) =>
  window.get('saveProvider', { providerId: null, draft, key });

/** Asks for a consent, and has it granted. */
export function connect(recipient: Recipient, providerId: string, provider: OtherProvider) {
  const profile = recipient.services.profiles.get(providerId);
  if (profile === null) throw new Error('the provider is gone');
  return recipient.startAt(profile, REQUEST, provider.person).until('done', 'failed');
}
