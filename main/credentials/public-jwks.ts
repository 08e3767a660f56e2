import { createHash, type X509Certificate } from 'node:crypto';

import { certificatesIn } from './certificate-facts';

interface PublicJwkCommon {
  readonly use: 'sig';
  /** RFC 7638 thumbprint of the key, unless another was agreed on. */
  readonly kid: string;
  /** The certificate, then those of its authorities: standard base64 of the DER, with padding. */
  readonly x5c: readonly [string, ...string[]];
  readonly 'x5t#S256': string;
}

interface NoPrivateMembers {
  readonly d?: never;
  readonly p?: never;
  readonly q?: never;
  readonly dp?: never;
  readonly dq?: never;
  readonly qi?: never;
  readonly oth?: never;
  readonly k?: never;
}

/** The public half of an EC P-256 credential. */
interface EcPublicJwk extends PublicJwkCommon, NoPrivateMembers {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly alg: 'ES256';
}

/** The public half of an RSA credential. */
interface RsaPublicJwk extends PublicJwkCommon, NoPrivateMembers {
  readonly kty: 'RSA';
  readonly n: string;
  readonly e: string;
  readonly alg: 'PS256';
}

/** What a provider may know of a credential. */
export type PublicJwk = EcPublicJwk | RsaPublicJwk;

/** What is registered with a provider: more than one key while a credential is being rotated. */
export interface PublicJwks {
  readonly keys: readonly PublicJwk[];
}

/** Members of a JWK that only its owner may know. @see RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1 */
const PRIVATE_MEMBERS = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']);

/**
 * Builds the public JWK of a certificate that a credential has.
 *
 * @param certificatePem its PEM block, and those of its authorities after it
 * @throws RangeError when it is no certificate of an EC P-256 or RSA key: `readCertificateFacts` has
 *   refused such a one before, so this is our own bug
 * @see RFC 7517 section 4.7 (x5c); RFC 8705 sections 2.2.2 and 3.1; RFC 7638 section 3
 */
export function publicJwk(certificatePem: string): PublicJwk {
  const [certificate, ...authorities] = parse(certificatePem);
  if (certificate === undefined) throw new RangeError('this is no certificate');
  const common = {
    use: 'sig',
    x5c: [base64Of(certificate), ...authorities.map(base64Of)],
    'x5t#S256': createHash('sha256').update(certificate.raw).digest('base64url'),
  } as const;
  const { kty, crv, x, y, n, e } = certificate.publicKey.export({ format: 'jwk' });

  // Member by member and never by spreading the exported key: a private member has no way in.
  if (kty === 'EC' && crv === 'P-256' && x !== undefined && y !== undefined) {
    return { kty, crv, x, y, alg: 'ES256', kid: jwkThumbprint({ kty, crv, x, y }), ...common };
  }
  if (kty === 'RSA' && n !== undefined && e !== undefined) {
    return { kty, n, e, alg: 'PS256', kid: jwkThumbprint({ kty, n, e }), ...common };
  }
  throw new RangeError('the key of this certificate is neither EC P-256 nor RSA');
}

/**
 * Builds the JWK set that is registered with a provider.
 *
 * @param certificatePems the certificate in use first, then those that are to replace it or that it replaced
 * @param kidInUse the key id that was agreed on for the first; null for its thumbprint
 * @see RFC 7517 section 4.5 (kid)
 */
export function publicJwks(certificatePems: readonly string[], kidInUse: string | null = null): PublicJwks {
  const [inUse, ...others] = certificatePems.map(publicJwk);
  const named = inUse === undefined || kidInUse === null ? inUse : { ...inUse, kid: kidInUse };
  const jwks: PublicJwks = { keys: named === undefined ? [] : [named, ...others] };
  assertPublic(jwks);
  return jwks;
}

/**
 * Stops a document with a private key member, at any depth, from leaving the app.
 *
 * The types say the same, but what is exported may come from a file or an older release.
 *
 * @throws RangeError that names the member and not its value
 */
export function assertPublic(document: unknown): void {
  if (typeof document !== 'object' || document === null) return;
  for (const [name, value] of Object.entries(document)) {
    if (!Array.isArray(document) && PRIVATE_MEMBERS.has(name)) {
      throw new RangeError(`"${name}" is a private key member (RFC 7518 section 6)`);
    }
    assertPublic(value);
  }
}

/**
 * Names a key by its own public members, so that both sides come to the same name.
 *
 * @param members the required members of the key's type, and no other
 * @returns SHA-256 as base64url without padding, 43 characters
 * @see RFC 7638 sections 3 and 3.1 (example)
 */
export function jwkThumbprint(members: Readonly<Record<string, string>>): string {
  const inOrder = Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256').update(JSON.stringify(inOrder), 'utf8').digest('base64url');
}

function base64Of({ raw }: X509Certificate): string {
  return raw.toString('base64');
}

function parse(certificatePem: string): readonly X509Certificate[] {
  try {
    return certificatesIn(certificatePem);
  } catch {
    throw new RangeError('this is no certificate'); // without the parser's words: they may quote what was passed in
  }
}
