import type { IncomingMessage } from 'node:http';
import type { AccessToken, ClientCredentials, Provider } from 'oidc-provider';

import { usableCertificate, whyNoCertificate } from '../authorization-server/peer-certificate';
import { thumbprintOf } from '../certificates';
import type { Clock } from '../clock';
import type { Consent, Consents } from '../consents/consents';
import { notAuthenticated } from './fdx-answer';

export interface AccessOptions {
  readonly provider: Provider;
  readonly consents: Consents;
  readonly clock: Clock;
}

/** Who calls, after token and certificate were checked against each other. */
export interface Caller {
  readonly clientId: string;
  /** The consent that the token stands on; null for a token of the client itself. */
  readonly consent: Consent | null;
  readonly scopes: ReadonlySet<string>;
}

/**
 * Checks the certificate, the token, and that they belong together.
 *
 * @throws FdxRefusal 401 when they do not
 * @see RFC 8705 section 3 (binding), RFC 6750 section 2.1 (the header is the only place for a token)
 */
export async function readCaller(request: IncomingMessage, options: AccessOptions): Promise<Caller> {
  const nowMs = options.clock.nowMs();
  const certificate = usableCertificate(request, nowMs);
  if (certificate === undefined) {
    throw notAuthenticated(whyNoCertificate(request, nowMs) ?? 'no client certificate was shown');
  }
  const token = await findToken(bearerOf(request), options.provider);
  if (token === undefined) throw notAuthenticated('the access token is unknown, has expired or was revoked');
  if (token['x5t#S256'] !== thumbprintOf(certificate)) {
    throw notAuthenticated('the access token is bound to another certificate');
  }
  if (token.clientId === undefined) throw notAuthenticated('the access token belongs to no client');
  return {
    clientId: token.clientId,
    consent: 'grantId' in token ? consentOf(token, options.consents) : null,
    scopes: new Set(token.scope?.split(' ')),
  };
}

async function findToken(
  bearer: string,
  { AccessToken: Tokens, ClientCredentials: OwnTokens }: Provider,
): Promise<AccessToken | ClientCredentials | undefined> {
  return (await Tokens.find(bearer)) ?? (await OwnTokens.find(bearer));
}

function consentOf({ grantId }: AccessToken, consents: Consents): Consent {
  const consent = grantId === undefined ? undefined : consents.find(grantId);
  if (consent === undefined) throw notAuthenticated('the access token stands on no consent');
  if (consents.statusOf(consent) === 'REVOKED') throw notAuthenticated('the consent was revoked');
  return consent;
}

function bearerOf({ headers }: IncomingMessage): string {
  const [scheme, token, ...rest] = (headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined || token === '' || rest.length > 0) {
    throw notAuthenticated('an access token is needed, as Authorization: Bearer');
  }
  return token;
}
