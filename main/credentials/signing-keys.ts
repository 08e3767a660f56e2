import { createPrivateKey, createPublicKey, webcrypto } from 'node:crypto';

import type { SigningKeys } from '../oauth/client';
import type { Credential } from '../records/credential';
import { publicJwk } from './public-jwks';

/**
 * The key pair of a credential for signing assertions and proofs: ES256 for an EC key, PS256 for an RSA key.
 * The private key cannot be taken out of it again.
 *
 * @see FAPI 2.0 Security Profile section 5.4; RFC 9449 section 4.2
 */
export async function signingKeysOf(
  credential: Pick<Credential, 'privateKeyPem' | 'certificatePem'>,
): Promise<SigningKeys> {
  const { kid, alg } = publicJwk(credential.certificatePem);
  const algorithm =
    alg === 'ES256' ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'RSA-PSS', hash: 'SHA-256' };
  const pkcs8 = createPrivateKey(credential.privateKeyPem).export({ type: 'pkcs8', format: 'der' });
  const spki = createPublicKey(credential.certificatePem).export({ type: 'spki', format: 'der' });
  const { subtle } = webcrypto;
  const [privateKey, publicKey] = await Promise.all([
    subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']),
    subtle.importKey('spki', spki, algorithm, true, ['verify']),
  ]);
  return { pair: { privateKey, publicKey }, kid };
}
