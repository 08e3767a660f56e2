import type { webcrypto } from 'node:crypto';
import {
  type ClientAuth,
  type ClientMetadata,
  Configuration,
  customFetch,
  type CryptoKey,
  type CustomFetch,
  discovery,
  type DPoPHandle,
  enableNonRepudiationChecks,
  getDPoPHandle,
  None,
  type PrivateKey,
  PrivateKeyJwt,
  type ServerMetadata,
  TlsClientAuth,
} from 'openid-client';

import {
  type ClientAuthentication,
  type RequestObject,
  type TokenBinding,
  usesCertificate,
} from '../../preload/contract/provider-offer';
import type { Confirmation } from './token-binding';

/** The keys of a credential as WebCrypto wants them. The private one cannot be exported. */
export interface SigningKeys {
  readonly pair: webcrypto.CryptoKeyPair;
  /** As in the registered JWKS: the RFC 7638 thumbprint. */
  readonly kid: string;
  /** SHA-256 of the certificate, base64url. @see RFC 8705 section 3.1 */
  readonly certificateThumbprint: string;
}

export interface IdentityFacts {
  readonly clientId: string;
  readonly clientAuthentication: ClientAuthentication;
  readonly tokenBinding: TokenBinding;
  /** The key id of assertions. Null: the thumbprint. Empty: none. */
  readonly signingKid: string | null;
  readonly requestObject: RequestObject;
  readonly keys: SigningKeys;
}

/** This client as one provider knows it, in the words of the OAuth library. */
export interface ClientIdentity {
  readonly client: ClientMetadata & { readonly client_id: string };
  readonly authentication: ClientAuth;
  readonly requestObject: RequestObject;
  /** What a request object is signed with; null for a client that signs none. */
  readonly requestKey: PrivateKey | CryptoKey | null;
  /** Makes the proofs for tokens that are bound to a key; null where they are bound to the certificate. */
  readonly dpop: DPoPHandle | null;
  /** What a token that can be read says of its binding; null where nothing is known of it. */
  readonly confirmation: Confirmation | null;
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
  const chosenKid = facts.clientAuthentication === 'private_key_jwt' ? facts.signingKid : null;
  const kid = chosenKid ?? thumbprint; // as the registration pack publishes it
  // One key, under one name, for all that is signed to say who we are.
  const signingKey = kid === '' ? pair.privateKey : { key: pair.privateKey, kid };
  return {
    client,
    authentication:
      facts.clientAuthentication === 'private_key_jwt' ? PrivateKeyJwt(signingKey) : TlsClientAuth(),
    requestObject: facts.requestObject,
    requestKey: facts.requestObject === 'plain' ? null : signingKey,
    confirmation:
      facts.tokenBinding === 'dpop'
        ? { claim: 'jkt', thumbprint }
        : { claim: 'x5t#S256', thumbprint: facts.keys.certificateThumbprint },
    dpop: facts.tokenBinding === 'dpop' ? getDPoPHandle(configurationOfNobody(), pair) : null,
  };
}

/** The DPoP member of a request's options; nothing where tokens are bound to the certificate. */
export function proofOf({ dpop }: Pick<ClientIdentity, 'dpop'>): { readonly DPoP?: DPoPHandle } {
  return dpop === null ? {} : { DPoP: dpop };
}

/**
 * The library's own idea of a provider and a client, whose requests go over our connections and nowhere else.
 * Made anew for each question and never shared: what the library remembers in it is of that question alone.
 */
export function configurationOver(
  metadata: ServerMetadata,
  { client, authentication }: Pick<ClientIdentity, 'client' | 'authentication'>,
  fetch: CustomFetch,
): Configuration {
  const configuration = new Configuration(metadata, client.client_id, client, authentication);
  configuration[customFetch] = fetch;
  configuration.timeout = 0; // the transport has deadlines of its own
  // The library trusts TLS for an ID token; FAPI 2.0 section 5.4 does not.
  enableNonRepudiationChecks(configuration);
  return configuration;
}

/** Its idea of a resource server, which knows neither the provider's metadata nor the client. */
export function configurationForResource(fetch: CustomFetch): Configuration {
  return configurationOver({ issuer: '' }, NOBODY, fetch);
}

/**
 * Reads a provider's metadata at one of the two places.
 *
 * The library forgives a foreign issuer for two cloud hosts and a missing slash for everyone: the caller compares.
 *
 * @see OpenID Connect Discovery section 4; RFC 8414 section 3
 */
export async function readServerMetadata(
  issuer: URL,
  algorithm: 'oidc' | 'oauth2',
  fetch: CustomFetch,
): Promise<ServerMetadata> {
  const options = { algorithm, [customFetch]: fetch, timeout: LONGEST_READING_SECONDS };
  return (await discovery(issuer, NOBODY.client.client_id, undefined, None(), options)).serverMetadata();
}

// It knows no "never" here, and what is longer than any deadline of the transport is as good.
const LONGEST_READING_SECONDS = 3600;

/** The library wants a client's name also where it asks for none. */
const NOBODY = { client: { client_id: 'nobody' }, authentication: None() };

// A handle outlives the questions that it signs for, so that a nonce is known to the next one.
function configurationOfNobody(): Configuration {
  return new Configuration({ issuer: '' }, NOBODY.client.client_id);
}
