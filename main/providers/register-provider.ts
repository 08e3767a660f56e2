import type { Failure } from '../../preload/contract/failure';
import { linkAddress, PRIVATE_USE_SCHEME } from '../../preload/contract/private-use-scheme';
import { fail, type Result } from '../../preload/contract/result';
import { subjectDistinguishedName } from '../credentials/distinguished-name';
import { credentialsToKnow } from '../credentials/manage-credentials';
import { publicJwks } from '../credentials/public-jwks';
import { buildRegistrationPack, type RegistrationPack } from '../credentials/registration-pack';
import { allScopes } from '../fdx/scopes';
import { isHttps, readMetadata } from '../oauth/discovery';
import { registerClient } from '../oauth/registration';
import { type ProviderHttp, withHttp } from '../ports/provider-http';
import type { ProviderProfile } from '../records/provider-profile';
import { addedProvider, type ProviderDeps } from './keep-provider';
import { keyAtHand, type KeyAtHand } from './provider-key';

/**
 * The redirect URI as it is registered: a random port is left out, because a loopback address stands for
 * itself with every port.
 *
 * @see RFC 8252 sections 7.1 and 7.3
 */
export function registeredRedirectUri({ redirect }: Pick<ProviderProfile, 'redirect'>): string {
  if (redirect.scheme === PRIVATE_USE_SCHEME) return linkAddress(redirect);
  const port = redirect.port === null ? '' : `:${redirect.port}`;
  return `http://${redirect.host}${port}${redirect.path}`;
}

/** The key id that somebody chose for the key in use; null where its own will do. */
export function kidInUse({
  clientAuthentication,
  signingKid,
}: Pick<ProviderProfile, 'clientAuthentication' | 'signingKid'>): string | null {
  return clientAuthentication === 'private_key_jwt' ? signingKid || null : null;
}

/**
 * What a provider has to know of this installation: while a key is being replaced, of both. It holds nothing
 * that is secret.
 */
export function packFor(profile: ProviderProfile, { mine, all }: KeyAtHand): RegistrationPack {
  const scopes = profile.scopes === null ? allScopes() : profile.scopes.split(' ').filter(Boolean);
  return buildRegistrationPack({
    clientName: 'Countersign',
    redirectUris: [registeredRedirectUri(profile)],
    jwks: publicJwks(
      credentialsToKnow(all, mine).map(({ certificatePem }) => certificatePem),
      kidInUse(profile),
    ),
    scopes,
    authorizationDetailsTypes: [profile.authorizationDetailsType],
    clientAuthentication: profile.clientAuthentication,
    ...(profile.clientAuthentication === 'tls_client_auth'
      ? { subjectDistinguishedName: subjectDistinguishedName(mine.certificatePem) }
      : {}),
    tokenBinding: profile.tokenBinding,
  });
}

/**
 * Registers this installation with a provider that takes registrations, and keeps the client id.
 *
 * @see RFC 7591 section 3
 */
export async function registerProvider(
  deps: ProviderDeps,
  providerId: string,
): Promise<Result<ProviderProfile, Failure>> {
  const profile = addedProvider(deps, providerId);
  if (profile === null) return fail({ kind: 'provider-unknown' });
  const key = keyAtHand(deps, profile);
  if (!key.ok) return key;
  const pack = packFor(profile, key.value);

  const target = { caPem: profile.caPem, clientCertificate: key.value.mine };
  const clientId = await withHttp(deps.openHttp, target, (http) => postPack(http, profile, pack));
  if (!clientId.ok) return clientId;
  const registered = { ...profile, clientId: clientId.value };
  const stored = await deps.profiles.put(registered);
  return stored.ok ? { ok: true, value: registered } : stored;
}

async function postPack(
  http: ProviderHttp,
  { name: providerName, issuer }: ProviderProfile,
  pack: RegistrationPack,
): Promise<Result<string, Failure>> {
  const found = await readMetadata(http, { providerName, issuer });
  if (!found.ok) return found;
  const { registration_endpoint: endpoint } = found.value.metadata;
  if (endpoint === undefined || !isHttps(endpoint))
    return fail({ kind: 'no-registration-endpoint', providerName });
  return registerClient({ http, providerName, endpoint, pack: { ...pack } });
}
