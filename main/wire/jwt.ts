import { compactVerify, importJWK, type JWK } from 'jose';

import { isObject, parseJson } from '../security/json';
import { prettyJson } from './pretty-json';
import { maskJson } from './redaction';

/** Header and claims of a JWT, as JSON texts. Without the signature they are no credential. */
export interface DecodedJwt {
  readonly header: string;
  readonly claims: string;
}

/** Decodes a signed JWT. @returns null for anything else @see RFC 7519 section 7.2 */
export function decodeJwt(text: string): DecodedJwt | null {
  const [header, claims, , more] = text.split('.');
  if (header === undefined || claims === undefined || more !== undefined || !text.startsWith('eyJ'))
    return null;
  const decoded = {
    header: Buffer.from(header, 'base64url').toString('utf8'),
    claims: Buffer.from(claims, 'base64url').toString('utf8'),
  };
  return isObject(parseJson(decoded.header)) && isObject(parseJson(decoded.claims)) ? decoded : null;
}

/** Header and claims laid out for reading, secrets masked. */
export function readableJwt({ header, claims }: DecodedJwt): string {
  return `${prettyJson(maskJson(header))}\n.\n${prettyJson(maskJson(claims))}`;
}

/** What is read of a JWT's header to check it. */
interface JwtHeader {
  readonly typ?: string;
  readonly kid?: string;
  readonly alg?: string;
  readonly jwk?: JWK;
}

/**
 * Checks a JWT's signature with the keys that the provider has published in this session. A proof of possession
 * brings its key along: that it is signed with that one is all that there is to check.
 *
 * @param keys members of JWK sets that were received
 * @see RFC 7515 section 5.2, RFC 9449 section 4.3
 */
export async function checkSignature(
  jwt: string,
  keys: readonly JWK[],
): Promise<'valid' | 'invalid' | 'no-key' | 'own-key'> {
  const { typ, kid, alg, jwk } = JSON.parse(decodeJwt(jwt)?.header ?? '{}') as JwtHeader;
  if (typ === 'dpop+jwt' && jwk !== undefined && alg !== undefined)
    return (await isSignedBy(jwt, jwk, alg)) ? 'own-key' : 'invalid';
  const fitting = keys.filter((key) => key.kid === kid || kid === undefined || key.kid === undefined);
  if (fitting.length === 0 || alg === undefined) return 'no-key';
  const checks = await Promise.all(fitting.map((key) => isSignedBy(jwt, key, alg)));
  return checks.includes(true) ? 'valid' : 'invalid';
}

async function isSignedBy(jwt: string, key: JWK, alg: string): Promise<boolean> {
  try {
    await compactVerify(jwt, await importJWK(key, alg), { algorithms: [alg] });
    return true;
  } catch {
    return false; // whatever is wrong with it, it is not signed by this key
  }
}
