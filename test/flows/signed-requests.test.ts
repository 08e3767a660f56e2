import { afterEach, describe, expect, it } from 'vitest';

import { createCredential } from '../../main/credentials/create-credential';
import { publicJwk } from '../../main/credentials/public-jwks';
import type { ProviderProfile } from '../../main/records/provider-profile';
import { windowOf } from '../helpers/operations';
import {
  type Habits,
  openOtherProvider,
  OTHER_CLIENT_ID,
  OTHER_PATH,
  OTHER_TYPE,
} from '../helpers/other-provider';
import { sharing } from '../helpers/person';
import { type Recipient, startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';
import { sandboxBank } from '../helpers/sandbox-bank';

const closing: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function pushedExchange(recipient: Recipient) {
  const window = await windowOf(recipient);
  const { exchanges } = await window.get('listExchanges', {
    flowId: recipient.lastFlowId(),
    connectionId: null,
    providerId: null,
    search: '',
  });
  const { exchangeId } = exchanges.find(({ step }) => step === 'par')!;
  return window.get('getExchange', { exchangeId });
}

async function sandboxProfile({ services }: Recipient): Promise<ProviderProfile> {
  const opened = await services.openSandbox();
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

describe('a bank that takes signed requests only (RFC 9101 section 10.5)', () => {
  it('gets one and reads it, and the person sees it decoded on the wire, without the secrets in it', async () => {
    const bank = await sandboxBank({ requiresSignedRequests: true });
    const recipient = await startRecipient(bank);
    closing.push(recipient.close);

    const flow = await recipient.giveConsent(TUTORIAL_REQUEST, sharing(bank));

    expect(flow).toMatchObject({ phase: 'done', failure: null });
    const shown = JSON.stringify(await pushedExchange(recipient));
    expect(shown).toContain('oauth-authz-req+jwt');
    expect(shown).toContain('code_challenge_method');
    expect(shown).toContain('durationType');
    expect(shown).not.toMatch(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{20,}/); // whoever has it could send it
  });

  it('is told apart beforehand by a profile that never signs', async () => {
    const bank = await sandboxBank({ requiresSignedRequests: true });
    const recipient = await startRecipient(bank);
    closing.push(recipient.close);
    const profile = await sandboxProfile(recipient);

    const flow = await recipient.giveConsent(
      TUTORIAL_REQUEST,
      () => {
        throw new Error('nothing is asked');
      },
      { ...profile, requestObject: 'plain' },
    );

    expect(flow.failure).toMatchObject({ kind: 'provider-unsuitable' });
  });

  it('that takes both gets what the profile wants', async () => {
    const bank = await sandboxBank();
    const recipient = await startRecipient(bank);
    closing.push(recipient.close);
    const profile = await sandboxProfile(recipient);

    const flow = await recipient.giveConsent(TUTORIAL_REQUEST, sharing(bank), {
      ...profile,
      requestObject: 'signed',
    });

    expect(flow).toMatchObject({ phase: 'done', failure: null });
    expect(JSON.stringify(await pushedExchange(recipient))).toContain('oauth-authz-req+jwt');
  });
});

const BY_KEY: Habits = {
  clientAuthentication: 'private_key_jwt',
  tokenBinding: 'dpop',
  answersByJwt: true,
  wantsSignedRequests: true,
  namesConsent: 'nowhere',
  refreshToken: 'rotated',
  scopes: ['konto:lesen'],
  asks: 'openid konto:lesen',
};

describe('a provider of nobody we know that takes signed requests only', () => {
  it.each([
    { kind: 'ec-p256', habits: BY_KEY, because: 'an EC key, DPoP with a nonce, signed answers' },
    { kind: 'rsa-2048', habits: { ...BY_KEY, tokenBinding: 'certificate' }, because: 'an RSA key' },
    {
      kind: 'ec-p256',
      habits: { ...BY_KEY, clientAuthentication: 'self_signed_tls_client_auth', tokenBinding: 'certificate' },
      because: 'the client is known by its certificate, and signs all the same',
    },
  ] as const)('gives a consent: $because', async ({ kind, habits }) => {
    const credential = await createCredential({ nowMs: Date.now(), commonName: 'Countersign', kind });
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
      registered: null,
      issuerInErrors: 'as-promised',
      signedAnswer: 'as-announced',
      authorizationDetails: 'sent',
      redirect: { host: '127.0.0.1', port: null, path: OTHER_PATH },
      clientAuthentication: habits.clientAuthentication,
      tokenBinding: habits.tokenBinding,
      signingKid: null,
      credentialId: credential.credentialId,
      origin: 'person',
      userAgent: 'system-browser',
      pinnedCertificateSha256: null,
    };
    await recipient.services.profiles.put(profile);

    const request = [{ ...TUTORIAL_REQUEST[0], type: OTHER_TYPE }] as const;
    const flow = await recipient.giveConsent([...request], provider.person, profile);

    expect(flow).toMatchObject({ phase: 'done', failure: null });
    const { form } = provider.forms.find(({ path }) => path.includes('request'))!;
    expect(form.has('request')).toBe(true);
    expect(form.has('redirect_uri')).toBe(false);
  });
});
