import { z } from 'zod';

import { providerDraft } from '../../preload/contract/provider-shapes';

/** The names of a key that a provider was told. @see RFC 7638 section 3; RFC 8705 section 3.1; RFC 4514 */
const registeredKey = z.strictObject({
  kid: z.string().max(64),
  'x5t#S256': z.string().max(64),
  subject: z.string().max(4096),
});

/** How a provider knows this client. */
const registered = z.strictObject({
  keys: z.array(registeredKey).max(50),
  /** Null, like the next, where a person registered it by hand and nobody knows. */
  clientAuthentication: providerDraft.shape.clientAuthentication.nullable(),
  redirectUri: z.string().max(512).nullable(),
});

export type RegisteredKey = z.infer<typeof registeredKey>;

/** What is kept with a profile beside what the person may say of a provider. */
const firstKept = {
  providerId: z.string().min(1).max(128),
  /** The provider's own page on which people see what they share, and stop it; null when it is not known. */
  siteUrl: z
    .url({ protocol: /^https$/ })
    .max(512)
    .nullable()
    .default(null), // profiles of before there was such a page have none
  /** The credential that is shown to the provider. */
  credentialId: z.string().min(1).max(128),
  /** What the provider was told of this client; null where nobody noted it, as in profiles of before it was. */
  registered: registered.nullable().default(null),
  userAgent: z.enum(['system-browser', 'bank-window']),
  /** SHA-256 of the provider's own certificate, lower-case hex; what an app-owned bank window is pinned to. */
  pinnedCertificateSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
};

/** What is known of one provider. It holds no secret and may be shown, exported and shared. */
export const providerProfile = providerDraft.extend({
  ...firstKept,
  /** Who brought it: a person, who may change it, or the app, which registers itself there. */
  origin: z.enum(['person', 'app']),
  // Profiles of before these could be chosen:
  signingKid: providerDraft.shape.signingKid.default(null),
  requestObject: providerDraft.shape.requestObject.default('as-announced'),
  issuerInErrors: providerDraft.shape.issuerInErrors.default('as-promised'),
  signedAnswer: providerDraft.shape.signedAnswer.default('as-announced'),
  authorizationDetails: providerDraft.shape.authorizationDetails.default('sent'),
});

export type ProviderProfile = z.infer<typeof providerProfile>;

/** A profile as it is read: in files of before there was an origin, the user agent tells it. */
export const readProfile = z.preprocess(withOrigin, providerProfile);

function withOrigin(profile: unknown): unknown {
  if (typeof profile !== 'object' || profile === null || 'origin' in profile) return profile;
  return { ...profile, origin: originOf('userAgent' in profile ? profile.userAgent : null) };
}

// The bank that comes with the app was the only one that was ever shown in a window of its own.
function originOf(userAgent: unknown): ProviderProfile['origin'] {
  return userAgent === 'bank-window' ? 'app' : 'person';
}

/** A profile as the first version of the file has it. */
const firstProfile = z.strictObject({
  ...firstKept,
  name: z.string().min(1).max(120),
  issuer: z.string().min(1).max(512),
  clientId: z.string().min(1).max(512),
  fdxBaseUrl: z.string().min(1).max(512),
  caPem: z.string().max(100_000).nullable(),
  authorizationDetailsType: z.string().min(1).max(128),
  redirect: z.strictObject({
    kind: z.literal('loopback'),
    port: z.int().min(1).max(65_535).nullable(),
    path: z.string().max(129),
  }),
});

/** The first version, read as what it means now: its members keep their meaning, the new ones get their usual value. */
export const upgradedProfile = firstProfile
  .transform(
    ({ redirect: { port, path }, ...rest }): z.input<typeof providerProfile> => ({
      ...rest,
      origin: originOf(rest.userAgent),
      scopes: null,
      issuerInAnswer: 'required',
      clientAuthentication: 'self_signed_tls_client_auth',
      tokenBinding: 'certificate',
      redirect: { host: '127.0.0.1', port, path },
    }),
  )
  .pipe(providerProfile);
