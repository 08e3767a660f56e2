import type { Credential } from '../../../main/records/credential';
import type { TokenSet } from '../../../main/vault/vault-record';

/** A credential that no TLS stack would take, but that a vault must keep to the letter. */
export function aCredential(changes: Partial<Credential> = {}): Credential {
  return {
    credentialId: 'credential-1',
    privateKeyPem: '-----BEGIN PRIVATE KEY-----\nc2VjcmV0IGtleQ==\n-----END PRIVATE KEY-----\n',
    certificatePem: '-----BEGIN CERTIFICATE-----\ncHVibGlj\n-----END CERTIFICATE-----\n',
    createdAtMs: 1_700_000_000_000,
    expiresAtMs: 1_731_536_000_000,
    kind: 'ec-p256',
    ...changes,
  };
}

/** The tokens of one connection. */
export function someTokens(changes: Partial<TokenSet> = {}): TokenSet {
  return {
    connectionId: 'connection-1',
    credentialId: 'credential-1',
    accessToken: 'access-token-text',
    tokenType: 'Bearer',
    expiresAtMs: 1_700_000_600_000,
    refreshToken: 'refresh-token-text',
    scope: 'openid fdx:accountbasic:read',
    grantId: 'grant-1',
    ...changes,
  };
}
