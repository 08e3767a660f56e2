import type { ClientAuthentication, TokenBinding } from './provider-offer';

/** A key on the sheet, as the people of a provider compare it. Nothing here is secret. */
export interface SheetKey {
  /** Its subject as RFC 4514 writes it. */
  readonly subject: string;
  /** The authority that issued it; null where it vouches for itself. */
  readonly issuer: string | null;
  readonly keyKind: 'ec-p256' | 'rsa';
  /** Length of the RSA modulus, or 256 for EC P-256. */
  readonly keyBits: number;
  /** Epoch milliseconds, UTC. */
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  /** SHA-256 in hexadecimal pairs with colons. */
  readonly fingerprint: string;
  readonly kid: string;
  /** `next`: it replaces the one in use. */
  readonly role: 'in-use' | 'next' | 'former';
}

/** What the printed registration pack says, for the people of a provider. It holds no secret. */
export interface RegistrationSheet {
  readonly clientName: string;
  readonly providerName: string;
  readonly issuer: string;
  /** What the provider calls this client; null before it has said so. */
  readonly clientId: string | null;
  readonly redirectUri: string;
  readonly clientAuthentication: ClientAuthentication;
  /** Only where the provider knows the name on a certificate. @see RFC 8705 section 2.1.2 */
  readonly subject: string | null;
  readonly tokenBinding: TokenBinding;
  /** Space-delimited; null where the provider's own default will do. */
  readonly scope: string | null;
  readonly detailTypes: readonly string[];
  readonly keys: readonly SheetKey[];
  /** The public JWKS as JSON. */
  readonly jwks: string;
  /** Epoch milliseconds, UTC. */
  readonly madeAtMs: number;
}

/** The query of the sheet's address: the page has no other way to be told anything. */
export function sheetQuery(sheet: RegistrationSheet): string {
  return new URLSearchParams({ sheet: JSON.stringify(sheet) }).toString();
}

/** Reads the query of the sheet's address, which main alone writes. */
export function readSheet(query: string): RegistrationSheet {
  return JSON.parse(new URLSearchParams(query).get('sheet') ?? '') as RegistrationSheet;
}
