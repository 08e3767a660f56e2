import type { webcrypto } from 'node:crypto';
import {
  type ClientAuth,
  type ClientMetadata,
  Configuration,
  type DPoPHandle,
  getDPoPHandle,
  PrivateKeyJwt,
  TlsClientAuth,
} from 'openid-client';

import {
  type ClientAuthentication,
  type TokenBinding,
  usesCertificate,
} from '../../preload/contract/provider-offer';

/** The keys of a credential as WebCrypto wants them. The private one cannot be exported. */
export interface SigningKeys {
  readonly pair: webcrypto.CryptoKeyPair;
  /** As in the registered JWKS: the RFC 7638 thumbprint. */
  readonly kid: string;
}

export interface IdentityFacts {
  readonly clientId: string;
  readonly clientAuthentication: ClientAuthentication;
  readonly tokenBinding: TokenBinding;
  /** The key id of assertions. Null: the thumbprint. Empty: none. */
  readonly signingKid: string | null;
  readonly keys: SigningKeys;
}

/** This client as one provider knows it, in the words of the OAuth library. */
export interface ClientIdentity {
  readonly client: ClientMetadata & { readonly client_id: string };
  readonly authentication: ClientAuth;
  /** Makes the proofs for tokens that are bound to a key; null where they are bound to the certificate. */
  readonly dpop: DPoPHandle | null;
}

/**
 * Puts together how this client proves itself.
 *
 * The assertion's audience is the issuer, as text: a provider that speaks for another one could
 * otherwise use it there. Its key id is what both sides agreed on: a directory may have chosen one.
 *
 * @see RFC 8705 section 5 (aliases); RFC 7515 section 4.1.4 (kid); FAPI 2.0 Security Profile section 5.3.3.1; RFC 9449 section 4
 */
export function clientIdentity(facts: IdentityFacts): ClientIdentity {
  const client = { client_id: facts.clientId, use_mtls_endpoint_aliases: usesCertificate(facts) };
  const { pair, kid: thumbprint } = facts.keys;
  const kid = facts.signingKid ?? thumbprint;
  return {
    client,
    authentication:
      facts.clientAuthentication === 'private_key_jwt'
        ? PrivateKeyJwt(kid === '' ? pair.privateKey : { key: pair.privateKey, kid })
        : TlsClientAuth(),
    dpop:
      facts.tokenBinding === 'dpop'
        ? getDPoPHandle(new Configuration({ issuer: '' }, facts.clientId, client), pair)
        : null,
  };
}

/** The DPoP member of a request's options; nothing where tokens are bound to the certificate. */
export function proofOf({ dpop }: Pick<ClientIdentity, 'dpop'>): { readonly DPoP?: DPoPHandle } {
  return dpop === null ? {} : { DPoP: dpop };
}
