import type { ServerMetadata as AuthorizationServer } from 'openid-client';

import type { Failure } from '../../preload/contract/failure';
import { type SigningAlgorithm, usesCertificate } from '../../preload/contract/provider-offer';
import type { RegistrationChange } from '../../preload/contract/provider-shapes';
import { fail, ok, type Result } from '../../preload/contract/result';
import { signingKeysOf } from '../credentials/private-key';
import { publicJwk } from '../credentials/public-jwks';
import { changedSince } from '../credentials/registered';
import { clientIdentity, type ClientIdentity } from '../oauth/configuration';
import { discover } from '../oauth/suitable-provider';
import type { TokenContext } from '../oauth/token';
import type { OpenHttp, ProviderHttp } from '../ports/provider-http';
import type { Credential } from '../records/credential';
import type { ProviderProfile } from '../records/provider-profile';
import { registeredRedirectUri } from '../records/redirect-uri';
import type { CredentialStore } from '../vault/credential-store';

/** A provider that can be talked to: its connections, how we prove ourselves, and what it says of itself. */
export interface ProviderClient {
  readonly profile: ProviderProfile;
  readonly http: ProviderHttp;
  readonly identity: ClientIdentity;
  readonly metadata: AuthorizationServer;
  /** What is not any more as the provider was told, so that it may refuse this client. */
  readonly changed: readonly RegistrationChange[];
}

/** What the token endpoint's rules need of a provider. */
export function tokenContext(
  { http, identity, metadata, profile }: ProviderClient,
  nowMs: () => number,
  signal?: AbortSignal,
): TokenContext {
  const context = { http, identity, metadata, providerName: profile.name, nowMs };
  return signal === undefined ? context : { ...context, signal };
}

/** The providers of this session. Connections are kept, so that later calls need no new TLS handshake. */
export interface ProviderClients {
  /**
   * Reads the provider's metadata anew and returns what is needed to talk to it.
   *
   * @returns `access-not-held` when the registered credential is not in the vault any more
   */
  readonly open: (profile: ProviderProfile, signal?: AbortSignal) => Promise<Result<ProviderClient, Failure>>;
  /** Keeps no connection to this provider any more: it was deleted. What is under way goes on to its end. */
  readonly leave: (providerId: string) => void;
  readonly close: () => Promise<void>;
}

/** Connections with the identity that goes with them: a proof's nonce outlives the request that it came with. */
interface Connected {
  /** What they were made from. */
  readonly madeFrom: string;
  readonly http: ProviderHttp;
  readonly identity: Promise<ClientIdentity>;
  readonly signingAlgorithm: SigningAlgorithm;
  readonly certificatePem: string;
}

/** Keeps one set of connections for each provider: those of the key and the profile that are in force. */
export function createProviderClients(credentials: CredentialStore, openHttp: OpenHttp): ProviderClients {
  const inForce = new Map<string, Connected>();
  // A flow that began with the key of before ends with it, so these must be closable at quit as well.
  const retired: ProviderHttp[] = [];

  function leave(providerId: string): void {
    const old = inForce.get(providerId);
    if (old === undefined) return;
    inForce.delete(providerId);
    old.http.retire();
    retired.push(old.http);
  }

  function connect(profile: ProviderProfile): Result<Connected, Failure> {
    const credential = credentials.get(profile.credentialId);
    if (!credential.ok) return credential;
    if (credential.value === null) return fail({ kind: 'access-not-held' });
    const madeFrom = whatCounts(profile, credential.value);
    const open = inForce.get(profile.providerId);
    if (open?.madeFrom === madeFrom) return ok(open);
    leave(profile.providerId);
    const connected = newConnection(profile, credential.value, { madeFrom, openHttp });
    inForce.set(profile.providerId, connected);
    return ok(connected);
  }

  return {
    open: async (profile, signal) => {
      const connected = connect(profile);
      if (!connected.ok) return connected;
      return openOver(connected.value, profile, signal);
    },
    leave,
    close: async () => {
      const all = [...retired, ...[...inForce.values()].map(({ http }) => http)];
      await Promise.all(all.map((http) => http.close()));
      inForce.clear();
    },
  };
}

async function openOver(
  { http, identity, signingAlgorithm, certificatePem }: Connected,
  profile: ProviderProfile,
  signal?: AbortSignal,
): Promise<Result<ProviderClient, Failure>> {
  const target = { ...profile, providerName: profile.name, signingAlgorithm };
  const proven = await identity;
  const metadata = await discover(http, target, signal);
  if (!metadata.ok) return metadata;
  const changed = changedSince(profile, certificatePem, registeredRedirectUri(profile));
  return ok({ profile, http, identity: proven, metadata: metadata.value, changed });
}

function newConnection(
  profile: ProviderProfile,
  credential: Credential,
  { madeFrom, openHttp }: { readonly madeFrom: string; readonly openHttp: OpenHttp },
): Connected {
  const http = openHttp({
    caPem: profile.caPem,
    clientCertificate: usesCertificate(profile) ? credential : null,
  });
  const identity = signingKeysOf(credential).then((keys) => clientIdentity({ ...profile, keys }));
  const { certificatePem } = credential;
  return { madeFrom, http, identity, signingAlgorithm: publicJwk(certificatePem).alg, certificatePem };
}

// Everything that the connections and the identity are made from: a provider that was set up anew, for
// example, has another certificate, and a certificate can get those of its authorities later.
function whatCounts(profile: ProviderProfile, { certificatePem }: Credential): string {
  const { issuer, clientId, credentialId, caPem, clientAuthentication, tokenBinding, signingKid } = profile;
  const how = [clientAuthentication, tokenBinding, signingKid, profile.requestObject];
  const what = [issuer, clientId, credentialId, certificatePem, caPem, ...how];
  return JSON.stringify(what);
}
