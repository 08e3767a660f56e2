import { isObject, parseJson } from '../security/json';

/** What `cnf` of an access token has to hold: the thumbprint of our proof key, or that of our certificate. */
export interface Confirmation {
  readonly claim: 'jkt' | 'x5t#S256';
  /** SHA-256, base64url. */
  readonly thumbprint: string;
}

const RULES = {
  jkt: 'RFC 9449 6.1: a token that can be read names the key that it is bound to (cnf.jkt)',
  'x5t#S256':
    'RFC 8705 3.1: a token that can be read names the certificate that it is bound to (cnf.x5t#S256)',
} as const satisfies Record<Confirmation['claim'], string>;

/**
 * The claims of an access token that is a JWT; null for most, which are for the provider's eyes only. Its signature
 * is not looked at: what it says is used to ask the same provider with, or to trust it less.
 */
export function claimsIn(accessToken: unknown): Readonly<Record<string, unknown>> | null {
  const parts = typeof accessToken === 'string' ? accessToken.split('.') : [];
  if (parts.length !== 3) return null;
  const claims = parseJson(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
  return isObject(claims) ? claims : null;
}

/**
 * Whether an access token says of itself that it is not bound to what it was asked to be bound to: whoever got hold
 * of it could use it.
 *
 * @param expected null where nothing is known of the binding
 * @returns the rule and what stood there; null for a token that agrees, or that cannot be read
 * @see RFC 8705 section 3.1, RFC 9449 section 6.1
 */
export function contradictsBinding(
  accessToken: string,
  expected: Confirmation | null,
): { readonly rule: string; readonly detail: string } | null {
  const claims = claimsIn(accessToken);
  if (claims === null || expected === null) return null;
  const { claim, thumbprint } = expected;
  const bound = isObject(claims['cnf']) ? claims['cnf'][claim] : undefined;
  if (bound === thumbprint) return null;
  const detail = bound === undefined ? `the token has no cnf.${claim}` : `its cnf.${claim} is not ours`;
  return { rule: RULES[claim], detail };
}
