import type { ServerMetadata as AuthorizationServer } from 'openid-client';

import type { Failure } from '../../preload/contract/failure';
import { type SigningAlgorithm, usesCertificate } from '../../preload/contract/provider-offer';
import { fail, ok, type Result } from '../../preload/contract/result';
import { signingKeysOf } from '../credentials/private-key';
import { publicJwk } from '../credentials/public-jwks';
import { openProviderHttp, type ProviderHttpOptions } from '../http/provider-http';
import { clientIdentity, type ClientIdentity } from '../oauth/configuration';
import { discover } from '../oauth/suitable-provider';
import type { TokenContext } from '../oauth/token';
import type { ProviderHttp } from '../ports/provider-http';
import type { Credential } from '../records/credential';
import type { ProviderProfile } from '../records/provider-profile';
import type { CredentialStore } from '../vault/credential-store';
import type { WireObserver } from '../wire/exchange-recorder';

/** A provider that can be talked to: its connections, how we prove ourselves, and what it says of itself. */
export interface ProviderClient {
  readonly profile: ProviderProfile;
  readonly http: ProviderHttp;
  readonly identity: ClientIdentity;
  readonly metadata: AuthorizationServer;
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
  readonly close: () => Promise<void>;
}

/** Connections with the identity that goes with them: a proof's nonce outlives the request that it came with. */
interface Connected {
  readonly http: ProviderHttp;
  readonly identity: Promise<ClientIdentity>;
  readonly signingAlgorithm: SigningAlgorithm;
}

/**
 * Keeps one set of connections for each provider and credential.
 *
 * @param observer hears of every exchange, as it went over the wire
 * @param machine how repetitions wait, and when the machine wakes up
 */
export function createProviderClients(
  credentials: CredentialStore,
  observer: WireObserver,
  { retryClock, onResume }: Pick<ProviderHttpOptions, 'retryClock' | 'onResume'> = {},
): ProviderClients {
  const connections = new Map<string, Connected>();

  function connect(profile: ProviderProfile): Result<Connected, Failure> {
    const credential = credentials.get(profile.credentialId);
    if (!credential.ok) return credential;
    if (credential.value === null) return fail({ kind: 'access-not-held' });
    const name = nameOf(profile, credential.value);
    const open = connections.get(name);
    if (open !== undefined) return ok(open);
    const connected = newConnection(profile, credential.value, { observer, retryClock, onResume });
    connections.set(name, connected);
    return ok(connected);
  }

  return {
    open: async (profile, signal) => {
      const connected = connect(profile);
      if (!connected.ok) return connected;
      const { http, signingAlgorithm } = connected.value;
      const identity = await connected.value.identity;
      const target = { ...profile, providerName: profile.name, signingAlgorithm };
      const metadata = await discover(http, target, signal);
      return metadata.ok ? ok({ profile, http, identity, metadata: metadata.value }) : metadata;
    },
    close: async () => {
      await Promise.all([...connections.values()].map(({ http }) => http.close()));
      connections.clear();
    },
  };
}

interface Machine {
  readonly observer: WireObserver;
  readonly retryClock: ProviderHttpOptions['retryClock'] | undefined;
  readonly onResume: ProviderHttpOptions['onResume'] | undefined;
}

function newConnection(
  profile: ProviderProfile,
  credential: Credential,
  { observer, retryClock, onResume }: Machine,
): Connected {
  const http = openProviderHttp({
    caPem: profile.caPem,
    clientCertificate: usesCertificate(profile) ? credential : null,
    ...(retryClock === undefined ? {} : { retryClock }),
    ...(onResume === undefined ? {} : { onResume }),
    observer,
  });
  const identity = signingKeysOf(credential).then((keys) => clientIdentity({ ...profile, keys }));
  return { http, identity, signingAlgorithm: publicJwk(credential.certificatePem).alg };
}

// Everything that the connections and the identity are made from: a provider that was set up anew, for
// example, has another certificate, and a certificate can get those of its authorities later.
function nameOf(profile: ProviderProfile, { certificatePem }: Credential): string {
  const { issuer, clientId, credentialId, caPem, clientAuthentication, tokenBinding, signingKid } = profile;
  const how = [clientAuthentication, tokenBinding, signingKid];
  const what = [issuer, clientId, credentialId, certificatePem, caPem, ...how];
  return JSON.stringify(what);
}
