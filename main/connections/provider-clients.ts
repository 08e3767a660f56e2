import type { AuthorizationServer } from 'oauth4webapi';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';
import { openProviderHttp } from '../http/provider-http';
import { discover } from '../oauth/discovery';
import type { ProviderHttp } from '../oauth/transport';
import type { ProviderProfile } from '../providers/provider-profile';
import type { CredentialStore } from '../vault/credential-store';
import type { WireObserver } from '../wire/exchange-recorder';

/** A provider that can be talked to: its connections, with our certificate, and what it says of itself. */
export interface ProviderClient {
  readonly profile: ProviderProfile;
  readonly http: ProviderHttp;
  readonly metadata: AuthorizationServer;
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

/** Keeps one set of connections for each provider and credential. */
export function createProviderClients(credentials: CredentialStore, observer: WireObserver): ProviderClients {
  const connections = new Map<string, ProviderHttp>();

  function connect(profile: ProviderProfile): Result<ProviderHttp, Failure> {
    // The authority is part of the name: a sandbox bank that was set up anew has another certificate.
    const name = JSON.stringify([profile.issuer, profile.credentialId, profile.caPem]);
    const open = connections.get(name);
    if (open !== undefined) return ok(open);
    const credential = credentials.get(profile.credentialId);
    if (!credential.ok) return credential;
    if (credential.value === null) return fail({ kind: 'access-not-held' });
    const http = openProviderHttp({
      caPem: profile.caPem,
      clientCertificate: credential.value,
      observer,
    });
    connections.set(name, http);
    return ok(http);
  }

  return {
    open: async (profile, signal) => {
      const http = connect(profile);
      if (!http.ok) return http;
      const { name: providerName, issuer, authorizationDetailsType, issuerInAnswer } = profile;
      const target = { providerName, issuer, authorizationDetailsType, issuerInAnswer };
      const metadata = await discover(http.value, target, signal);
      return metadata.ok ? ok({ profile, http: http.value, metadata: metadata.value }) : metadata;
    },
    close: async () => {
      await Promise.all([...connections.values()].map((http) => http.close()));
      connections.clear();
    },
  };
}
