import { z } from 'zod';

import { foreignText, id } from './basic-shapes';

/** What the person chose for the window. */
export const preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Plain hides the names of standards; developer shows them. */
  depth: z.enum(['plain', 'developer']),
  /** Which proxy leads to providers: what the system says, what the environment says, or none. */
  proxy: z.enum(['system', 'environment', 'none']),
});

/**
 * How secrets are kept on this computer.
 * `keychain`: sealed by the system. `passphrase`: sealed by the person's own. `memory`: there is no
 * keychain and no passphrase, so keys and tokens end with the app. `locked`: a passphrase is needed first.
 * `lost`: what was sealed cannot be opened any more; it was moved aside.
 */
export const secretsState = z.strictObject({
  kind: z.enum(['keychain', 'passphrase', 'memory', 'locked', 'lost']),
  /** Name of the system's keychain, for example `gnome_libsecret`; null where there is none. */
  backend: z.string().max(64).nullable(),
});

export const startNotice = z.discriminatedUnion('kind', [
  z.strictObject({
    noticeId: id,
    kind: z.enum(['file-moved-aside', 'keychain-lost']),
    /** Name of the file that was moved aside and of the copy, without folders; null where no file is concerned. */
    file: z.string().max(200).nullable(),
    movedTo: z.string().max(240).nullable(),
  }),
  /** The certificate of a credential that a provider knows is about to end, or has ended. */
  z.strictObject({
    noticeId: id,
    kind: z.literal('credential-ends'),
    name: foreignText(200),
    /** Whole days until then, rounded up; 0 when it has ended. */
    daysLeft: z.int().min(0),
  }),
]);

/** A provider profile as the window needs it. */
export const providerSummary = z.strictObject({
  providerId: id,
  name: foreignText(120),
  issuer: foreignText(512),
  /** Host and port of the issuer. */
  host: foreignText(255),
  /** True for the bank that comes with the app: the window says that its money is made up. */
  isSandbox: z.boolean(),
  /** Whether it has a page of its own, on which people see what they share and stop it. */
  hasSite: z.boolean(),
  /** Whether it has told this client's id, without which nothing can be asked of it. */
  isRegistered: z.boolean(),
  /** True where its answers may lack the issuer, which the window marks. */
  mayLackIssuer: z.boolean(),
  /** What else the profile puts up with, which the window marks too. */
  allowances: z.array(z.enum(['error-without-issuer', 'unsigned-answer', 'scopes-alone'])),
  /** The scope parameter of its profile; null for the scopes of what is asked for. */
  scopes: z.string().max(2000).nullable(),
  /** The scopes that it lists; null where it lists none, or has not been asked since the start. @see RFC 8414 section 2 */
  offeredScopes: z.array(foreignText(200)).max(500).nullable(),
  /** Whether it was registered otherwise than it is used now, so that the provider may refuse this client. */
  isRegisteredOtherwise: z.boolean(),
  /** The `type` that its authorization details must have. */
  authorizationDetailsType: foreignText(128),
});

export type Preferences = z.infer<typeof preferences>;
export type SecretsState = z.infer<typeof secretsState>;
export type StartNotice = z.infer<typeof startNotice>;
export type ProviderSummary = z.infer<typeof providerSummary>;
