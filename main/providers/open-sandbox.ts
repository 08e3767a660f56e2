import { FDX_DETAIL_TYPE } from '../../preload/contract/consent-vocabulary';
import type { Failure } from '../../preload/contract/failure';
import { ok, type Result } from '../../preload/contract/result';
import { createCredential } from '../credentials/create-credential';
import { publicJwks } from '../credentials/public-jwks';
import { buildRegistrationPack } from '../credentials/registration-pack';
import { allScopes } from '../fdx/scopes';
import { registerClient } from '../oauth/registration';
import { type OpenHttp, withHttp } from '../ports/provider-http';
import type { Credential } from '../records/credential';
import type { ProviderProfile } from '../records/provider-profile';
import type { CredentialStore } from '../vault/credential-store';
import type { ProfileStore } from './profile-store';
import type { SandboxDescriptor } from './sandbox-bank';

/** The profile of the sandbox bank; there is one. */
export const SANDBOX_PROVIDER_ID = 'sandbox';

const CALLBACK_PATH = '/callback';

export interface SandboxDeps {
  /** Starts the bank's process, or says where the running one is. */
  readonly startBank: () => Promise<Result<SandboxDescriptor, Failure>>;
  readonly credentials: CredentialStore;
  readonly profiles: ProfileStore;
  readonly nowMs: () => number;
  readonly openHttp: OpenHttp;
}

/**
 * Makes the sandbox bank ready to be asked: starts it, makes a credential at first use, and registers
 * this installation there. From then on it is a provider profile like any other.
 *
 * @see RFC 7591 section 3 (dynamic client registration)
 */
export async function openSandbox(deps: SandboxDeps): Promise<Result<ProviderProfile, Failure>> {
  const bank = await deps.startBank();
  if (!bank.ok) return bank;
  const known = deps.profiles.get(SANDBOX_PROVIDER_ID);
  if (known !== null && isStillTrue(known, bank.value)) {
    const credential = deps.credentials.get(known.credentialId);
    if (!credential.ok) return credential;
    if (credential.value !== null && credential.value.expiresAtMs > deps.nowMs())
      return withSite(deps.profiles, known, bank.value);
  }
  return register(deps, bank.value);
}

// Where the bank's own page is needs no new registration: a profile of an older version learns it here.
async function withSite(
  profiles: ProfileStore,
  known: ProviderProfile,
  { siteUrl }: SandboxDescriptor,
): Promise<Result<ProviderProfile, Failure>> {
  if (known.siteUrl === siteUrl) return ok(known);
  const profile = { ...known, siteUrl };
  const stored = await profiles.put(profile);
  return stored.ok ? ok(profile) : stored;
}

// A bank that was set up anew has another certificate and has never heard of this installation.
function isStillTrue(profile: ProviderProfile, bank: SandboxDescriptor): boolean {
  return (
    profile.issuer === bank.issuer && profile.fdxBaseUrl === bank.fdxBaseUrl && profile.caPem === bank.caPem
  );
}

/** Nothing is put up with that the metadata does not say. */
const STRICT = {
  issuerInAnswer: 'required',
  issuerInErrors: 'as-promised',
  signedAnswer: 'as-announced',
  authorizationDetails: 'sent',
} as const;

async function register(
  deps: SandboxDeps,
  bank: SandboxDescriptor,
): Promise<Result<ProviderProfile, Failure>> {
  const credential = await createCredential({
    nowMs: deps.nowMs(),
    commonName: 'Countersign',
    kind: 'ec-p256',
  });
  const sealed = await deps.credentials.put(credential);
  if (!sealed.ok) return sealed;
  const clientId = await postPack(deps.openHttp, bank, credential);
  if (!clientId.ok) return clientId;

  const profile: ProviderProfile = {
    providerId: SANDBOX_PROVIDER_ID,
    name: bank.name,
    issuer: bank.issuer,
    clientId: clientId.value,
    fdxBaseUrl: bank.fdxBaseUrl,
    siteUrl: bank.siteUrl,
    caPem: bank.caPem,
    authorizationDetailsType: FDX_DETAIL_TYPE,
    scopes: null,
    redirect: { host: '127.0.0.1', port: null, path: CALLBACK_PATH },
    clientAuthentication: 'self_signed_tls_client_auth',
    tokenBinding: 'certificate',
    signingKid: null,
    ...STRICT,
    registered: null, // it registers itself anew whenever its key has changed
    requestObject: 'as-announced',
    credentialId: credential.credentialId,
    origin: 'app',
    userAgent: 'bank-window',
    pinnedCertificateSha256: bank.certificateSha256,
  };
  const stored = await deps.profiles.put(profile);
  return stored.ok ? ok(profile) : stored;
}

async function postPack(
  openHttp: OpenHttp,
  bank: SandboxDescriptor,
  credential: Credential,
): Promise<Result<string, Failure>> {
  const pack = buildRegistrationPack({
    clientName: 'Countersign',
    redirectUris: [`http://127.0.0.1${CALLBACK_PATH}`],
    jwks: publicJwks([credential.certificatePem]),
    scopes: allScopes(),
    authorizationDetailsTypes: [FDX_DETAIL_TYPE],
  });
  return withHttp(openHttp, { caPem: bank.caPem, clientCertificate: null }, (http) =>
    registerClient({
      http,
      providerName: bank.name,
      endpoint: bank.registrationEndpoint,
      pack: { ...pack },
    }),
  );
}
