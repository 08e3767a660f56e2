import type { CredentialSummary } from '../../preload/contract/credential-shapes';

/** A key that the sandbox bank knows, unless told otherwise. */
export function aKey(change: Partial<CredentialSummary> = {}): CredentialSummary {
  return {
    credentialId: 'key-1',
    name: 'Countersign',
    issuer: null,
    authorities: [],
    fingerprint: 'A1:B2:C3:D4:E5:F6',
    notBeforeMs: Date.UTC(2027, 0, 1),
    notAfterMs: Date.UTC(2028, 0, 1),
    keyKind: 'ec-p256',
    keyBits: 256,
    keyId: 'kid',
    thumbprint: 'thumbprint',
    createdAtMs: Date.UTC(2027, 0, 1),
    validity: 'valid',
    daysLeft: 300,
    usedBy: [],
    replaces: null,
    replacedBy: null,
    ...change,
  };
}
