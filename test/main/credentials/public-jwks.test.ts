import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { describe, expect, it } from 'vitest';

import { createCredential } from '../../../main/credentials/create-credential';
import { assertPublic, jwkThumbprint, publicJwk, publicJwks } from '../../../main/credentials/public-jwks';
import { RFC8705_CERTIFICATE, RFC8705_KEY, RFC8705_THUMBPRINT } from './certificate-samples';

const NOW_MS = Date.UTC(2026, 0, 1);
const rsa = createCredential({ nowMs: NOW_MS, commonName: 'Countersign', kind: 'rsa-2048' });

describe('the public JWK of a certificate', () => {
  it('agrees with the published example (RFC 8705 appendix A)', () => {
    const der = RFC8705_CERTIFICATE.replace(/-----[A-Z ]+-----|\n/g, '');

    expect(publicJwk(RFC8705_CERTIFICATE)).toEqual({
      ...RFC8705_KEY,
      use: 'sig',
      alg: 'ES256',
      kid: jwkThumbprint(RFC8705_KEY),
      x5c: [der],
      'x5t#S256': RFC8705_THUMBPRINT,
    });
  });

  it('has for RSA just the members that RFC 7518 section 6.3.1 calls public', async () => {
    const jwk = publicJwk((await rsa).certificatePem);

    expect(Object.keys(jwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use', 'x5c', 'x5t#S256']);
    expect(jwk).toMatchObject({ kty: 'RSA', alg: 'PS256', e: 'AQAB', use: 'sig' });
  });

  it('has an x5c in standard base64 with padding, and not in base64url (RFC 7517 section 4.7)', async () => {
    for (const pem of [RFC8705_CERTIFICATE, (await rsa).certificatePem]) {
      const [x5c] = publicJwk(pem).x5c;
      expect(x5c).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
      expect(x5c.length % 4).toBe(0);
      expect(Buffer.from(x5c, 'base64').equals(new X509Certificate(pem).raw)).toBe(true);
    }
  });

  it('is named as an independent library names it', async () => {
    for (const pem of [RFC8705_CERTIFICATE, (await rsa).certificatePem]) {
      const jwk = publicJwk(pem);
      expect(await calculateJwkThumbprint({ ...jwk, x5c: [...jwk.x5c] })).toBe(jwk.kid);
    }
  });

  it.each([
    { because: 'it is empty', pem: '' },
    { because: 'it is no PEM', pem: 'certificate' },
    { because: 'it is a private key', pem: privateKeyOf('P-256') },
  ])('is not built because $because, and the words do not quote what was passed in', ({ pem }) => {
    expect(() => publicJwk(pem)).toThrow(new RangeError('this is no certificate'));
  });
});

describe('the thumbprint of a key', () => {
  it('agrees with the published example (RFC 7638 section 3.1), in whatever order the members come', () => {
    const n =
      '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCi' +
      'FV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnY' +
      'b9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0' +
      'Ls1jF44-csFCur-kEgU8awapJzKnqDKgw';

    expect(jwkThumbprint({ n, kty: 'RSA', e: 'AQAB' })).toBe('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs');
  });
});

describe('a key set for a provider', () => {
  it('holds the credential in use and the one that is to replace it', async () => {
    const { keys } = publicJwks([RFC8705_CERTIFICATE, (await rsa).certificatePem]);

    expect(keys.map(({ alg }) => alg)).toEqual(['ES256', 'PS256']);
  });

  it('takes nothing from a file that holds the private key beside the certificate', async () => {
    const { privateKeyPem, certificatePem } = await rsa;

    const text = JSON.stringify(
      publicJwks([`${certificatePem}${privateKeyPem}`, `${privateKeyPem}${certificatePem}`]),
    );

    expect(text).not.toMatch(/"(d|p|q|dp|dq|qi|oth|k)":/);
    expect(text).not.toContain(privateKeyPem.split('\n')[3]);
  });

  it.each([
    { because: 'an EC key has d', document: { keys: [{ ...RFC8705_KEY, d: 'secret-value' }] }, member: 'd' },
    { because: 'an RSA key has p', document: { keys: [{ kty: 'RSA', p: 'secret-value' }] }, member: 'p' },
    { because: 'an RSA key has q', document: { keys: [{ kty: 'RSA', q: 'secret-value' }] }, member: 'q' },
    { because: 'an RSA key has dp', document: { keys: [{ kty: 'RSA', dp: 'secret-value' }] }, member: 'dp' },
    { because: 'an RSA key has dq', document: { keys: [{ kty: 'RSA', dq: 'secret-value' }] }, member: 'dq' },
    { because: 'an RSA key has qi', document: { keys: [{ kty: 'RSA', qi: 'secret-value' }] }, member: 'qi' },
    { because: 'an RSA key has more primes', document: { keys: [{ kty: 'RSA', oth: [] }] }, member: 'oth' },
    { because: 'a shared key has k', document: { keys: [{ kty: 'oct', k: 'secret-value' }] }, member: 'k' },
    { because: 'the key is hidden deeper', document: { a: [[{ jwk: { d: null } }]] }, member: 'd' },
    { because: 'it is a whole exported pair', document: privateJwk(), member: 'd' },
  ])('is stopped because $because, and the value is not repeated', ({ document, member }) => {
    expect(() => assertPublic(document)).toThrow(
      new RangeError(`"${member}" is a private key member (RFC 7518 section 6)`),
    );
  });

  it('passes with public members only', () => {
    expect(() => assertPublic({ keys: [RFC8705_KEY], note: 'd', list: ['d', 'k'] })).not.toThrow();
  });
});

function privateKeyOf(namedCurve: string): string {
  return generateKeyPairSync('ec', { namedCurve })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

function privateJwk(): unknown {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
}
