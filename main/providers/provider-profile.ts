import { z } from 'zod';

/** What is known of one provider. It holds no secret and may be shown, exported and shared. */
export const providerProfile = z.strictObject({
  providerId: z.string().min(1).max(128),
  name: z.string().min(1).max(120),
  /** Compared character by character with the metadata. @see RFC 8414 section 3.3 */
  issuer: z.url({ protocol: /^https$/ }).max(512),
  clientId: z.string().min(1).max(512),
  /** Base of the FDX API; the access token goes to URLs below it and nowhere else. */
  fdxBaseUrl: z.url({ protocol: /^https$/ }).max(512),
  /** The provider's own page on which people see what they share, and stop it; null when it is not known. */
  siteUrl: z
    .url({ protocol: /^https$/ })
    .max(512)
    .nullable()
    .default(null), // profiles of before there was such a page have none
  /** Certificate authority in PEM that replaces the public ones for this provider. */
  caPem: z.string().max(100_000).nullable(),
  authorizationDetailsType: z.string().min(1).max(128),
  redirect: z.strictObject({
    kind: z.literal('loopback'),
    /** Null for a port that is free. */
    port: z.int().min(1).max(65_535).nullable(),
    path: z.string().regex(/^\/[A-Za-z0-9/_-]{0,128}$/),
  }),
  /** How this client proves itself; a file from before there was a choice means the certificate. */
  clientAuthentication: z
    .enum(['self_signed_tls_client_auth', 'tls_client_auth', 'private_key_jwt'])
    .default('self_signed_tls_client_auth'),
  /** What tokens are bound to. @see RFC 8705 section 3; RFC 9449 */
  tokenBinding: z.enum(['certificate', 'dpop']).default('certificate'),
  /** The credential that was registered with the provider. */
  credentialId: z.string().min(1).max(128),
  userAgent: z.enum(['system-browser', 'bank-window']),
  /** SHA-256 of the provider's own certificate, lower-case hex; what an app-owned bank window is pinned to. */
  pinnedCertificateSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});

export type ProviderProfile = z.infer<typeof providerProfile>;
