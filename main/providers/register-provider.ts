import type { ServerMetadata as AuthorizationServer } from 'openid-client';

import type { Failure } from '../../preload/contract/failure';
import { usesCertificate } from '../../preload/contract/provider-offer';
import { fail, type Result } from '../../preload/contract/result';
import { subjectDistinguishedName } from '../credentials/distinguished-name';
import { credentialsToKnow } from '../credentials/manage-credentials';
import { publicJwks } from '../credentials/public-jwks';
import { buildRegistrationPack, type RegistrationPack } from '../credentials/registration-pack';
import { registeredKey } from '../credentials/registered';
import { allScopes, neededScopes } from '../fdx/scopes';
import { findMetadata, isHttps } from '../oauth/discovery';
import { registerClient } from '../oauth/registration';
import { type ProviderHttp, withHttp } from '../ports/provider-http';
import type { ProviderProfile } from '../records/provider-profile';
import { registeredRedirectUri } from '../records/redirect-uri';
import { addedProvider, type ProviderDeps } from './keep-provider';
import { keyAtHand, type KeyAtHand } from './provider-key';

/** The key id that somebody chose for the key in use; null where its own will do. */
export function kidInUse({
  clientAuthentication,
  signingKid,
}: Pick<ProviderProfile, 'clientAuthentication' | 'signingKid'>): string | null {
  return clientAuthentication === 'private_key_jwt' ? signingKid || null : null;
}

/** What a registration goes by beside the profile. */
interface RegistrationTerms {
  /** What the provider says of itself; null while it has not been asked. */
  readonly metadata: AuthorizationServer | null;
}

/**
 * What a provider has to know of this installation: while a key is being replaced, of both. It holds nothing
 * that is secret, and nothing that will not be used.
 */
export function packFor(
  profile: ProviderProfile,
  { mine, all }: KeyAtHand,
  { metadata }: RegistrationTerms = { metadata: null },
): RegistrationPack {
  const sendsDetails = profile.authorizationDetails === 'sent';
  // A provider that never named the member may refuse a registration that has it (RFC 7591 section 2).
  const knowsTypes = metadata === null || metadata['authorization_details_types_supported'] !== undefined;
  return buildRegistrationPack({
    clientName: 'Countersign',
    redirectUris: [registeredRedirectUri(profile)],
    jwks: publicJwks(
      credentialsToKnow(all, mine).map(({ certificatePem }) => certificatePem),
      kidInUse(profile),
    ),
    scopes: scopesToRegister(profile, metadata),
    authorizationDetailsTypes: sendsDetails && knowsTypes ? [profile.authorizationDetailsType] : [],
    clientAuthentication: profile.clientAuthentication,
    ...(profile.clientAuthentication === 'tls_client_auth'
      ? { subjectDistinguishedName: subjectDistinguishedName(mine.certificatePem) }
      : {}),
    tokenBinding: profile.tokenBinding,
    signsRequests: profile.requestObject === 'signed',
  });
}

/**
 * The scopes that will be asked for: those of the profile; else those that the provider lists, of what can be asked
 * for; else those of what the purposes cannot be served without.
 *
 * @see RFC 7591 section 2 (`scope`); RFC 8414 section 2 (`scopes_supported`)
 */
function scopesToRegister(
  { scopes }: ProviderProfile,
  metadata: AuthorizationServer | null,
): readonly string[] {
  if (scopes !== null) return scopes.split(' ').filter(Boolean);
  const listed: unknown = metadata?.scopes_supported;
  const offered = Array.isArray(listed) ? allScopes().filter((scope) => listed.includes(scope)) : [];
  return offered.length > 0 ? offered : neededScopes();
}

/** What is asked of a registration. */
export interface RegistrationWish {
  readonly providerId: string;
  /** From the people of a provider that does not register just anybody; used once and not kept. */
  readonly initialAccessToken?: string | undefined;
}

/**
 * Registers this installation with a provider that takes registrations, and keeps the client id.
 *
 * @see RFC 7591 section 3
 */
export async function registerProvider(
  deps: ProviderDeps,
  { providerId, initialAccessToken }: RegistrationWish,
): Promise<Result<ProviderProfile, Failure>> {
  const profile = addedProvider(deps, providerId);
  if (profile === null) return fail({ kind: 'provider-unknown' });
  const key = keyAtHand(deps, profile);
  if (!key.ok) return key;

  // Where the certificate will have no part in anything, nobody has to see it (FAPI 2.0 section 5.3.3.1).
  const clientCertificate = usesCertificate(profile) ? key.value.mine : null;
  const clientId = await withHttp(deps.openHttp, { caPem: profile.caPem, clientCertificate }, (http) =>
    postPack(http, profile, { key: key.value, initialAccessToken }),
  );
  if (!clientId.ok) return clientId;
  const { all, mine } = key.value;
  const registered: ProviderProfile = {
    ...profile,
    clientId: clientId.value,
    registered: {
      keys: credentialsToKnow(all, mine).map(({ certificatePem }) => registeredKey(certificatePem)),
      clientAuthentication: profile.clientAuthentication,
      redirectUri: registeredRedirectUri(profile),
    },
  };
  const stored = await deps.profiles.put(registered);
  return stored.ok ? { ok: true, value: registered } : stored;
}

async function postPack(
  http: ProviderHttp,
  profile: ProviderProfile,
  { key, initialAccessToken }: Pick<RegistrationWish, 'initialAccessToken'> & { readonly key: KeyAtHand },
): Promise<Result<string, Failure>> {
  const { name: providerName, issuer } = profile;
  const found = await findMetadata(http, { providerName, issuer });
  if (!found.ok) return found;
  const { metadata, said } = found.value;
  const { registration_endpoint: endpoint } = metadata;
  if (endpoint === undefined || !isHttps(endpoint))
    return fail({ kind: 'no-registration-endpoint', providerName });
  const pack = { ...packFor(profile, key, { metadata: said }) };
  return registerClient({ http, providerName, endpoint, pack, initialAccessToken });
}
