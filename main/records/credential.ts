/** The kinds of key this app makes: EC P-256 unless a provider insists on RSA. */
export type CredentialKind = 'ec-p256' | 'rsa-2048' | 'rsa-4096';

/**
 * One private key with its certificate, self-signed unless it was imported. It proves this installation to a
 * provider.
 *
 * Holds the private key, so it never crosses IPC and is never logged: windows get `CertificateFacts`.
 *
 * @see RFC 8705 section 2.2 (self-signed certificate mutual-TLS)
 */
export interface Credential {
  /** A random UUID: the same key under a renewed certificate is another credential. */
  readonly credentialId: string;
  /** PKCS#8, not encrypted: it is sealed as a whole by the vault. */
  readonly privateKeyPem: string;
  /**
   * The certificate, and after it those of the authorities that issued it, the nearest first and without the
   * root: the order in which TLS presents them. What reads one certificate reads the first.
   *
   * @see RFC 8446 section 4.4.2
   */
  readonly certificatePem: string;
  /** Epoch milliseconds, UTC. */
  readonly createdAtMs: number;
  /** End of the certificate's validity, epoch milliseconds, UTC. */
  readonly expiresAtMs: number;
  /** `rsa`: an imported key of a length that this app does not make. */
  readonly kind: CredentialKind | 'rsa';
  /** Id of the credential that this one is to replace: both are in the public JWKS until the switch. */
  readonly replaces?: string | undefined;
  /** Made or imported by the person and not for one provider: it stays when a provider that uses it is deleted. */
  readonly outlivesProviders?: true | undefined;
  /** The last warning of its end that the person has put away, in days before the end. */
  readonly warnedAtDays?: number | undefined;
}

/** The kind of an imported key. */
export function kindOf({
  keyKind,
  keyBits,
}: {
  readonly keyKind: 'ec-p256' | 'rsa';
  readonly keyBits: number;
}): Credential['kind'] {
  if (keyKind === 'ec-p256') return 'ec-p256';
  if (keyBits === 2048) return 'rsa-2048';
  return keyBits === 4096 ? 'rsa-4096' : 'rsa';
}
