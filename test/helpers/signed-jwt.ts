import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

const published = { use: 'sig', alg: 'ES256' };

/** The key that a provider of a test signs with. */
export const PUBLIC_KEY = { ...own.publicKey.export({ format: 'jwk' }), ...published, kid: 'the-key' };
/** Another key of the same provider, which signs nothing. */
export const DECOY_KEY = {
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
  ...published,
  kid: 'a-decoy',
};

/** How a token is signed: as it should be, or in one of the ways that must not be believed. */
export type Signing = 'right' | 'stranger' | 'none' | 'RS256' | 'HS256' | 'own-jwk' | 'tampered';

/** A JWT, signed at once, so that a test can make one inside an answer. @see RFC 7515 section 3.1 */
export function signedJwt(claims: Readonly<Record<string, unknown>>, signing: Signing = 'right'): string {
  const header = headerOf(signing);
  const said = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const signature = signatureOf(said.join('.'), signing);
  if (signing === 'tampered') {
    said[1] = Buffer.from(JSON.stringify({ ...claims, added: 1 })).toString('base64url');
  }
  return [...said, signature].join('.');
}

function headerOf(signing: Signing): Readonly<Record<string, unknown>> {
  const jwk = stranger.publicKey.export({ format: 'jwk' });
  switch (signing) {
    case 'none':
      return { alg: 'none' };
    case 'RS256':
    case 'HS256':
      return { alg: signing, kid: 'the-key' };
    case 'own-jwk':
      return { alg: 'ES256', jwk, jku: 'https://127.0.0.1:1/jwks', kid: 'a-strangers-key' };
    case 'right':
    case 'stranger':
    case 'tampered':
      return { alg: 'ES256', kid: 'the-key' };
  }
}

function signatureOf(text: string, signing: Signing): string {
  const data = Buffer.from(text);
  const es256 = (key: KeyObject) => sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' });
  switch (signing) {
    case 'none':
      return '';
    case 'HS256':
      return createHmac('sha256', JSON.stringify(PUBLIC_KEY)).update(data).digest('base64url');
    case 'RS256':
      return sign('sha256', data, rsa.privateKey).toString('base64url');
    case 'stranger':
    case 'own-jwk':
      return es256(stranger.privateKey).toString('base64url');
    case 'right':
    case 'tampered':
      return es256(own.privateKey).toString('base64url');
  }
}
