import type { ClientMetadata as Client, ServerMetadata as AuthorizationServer } from 'openid-client';

import type { Failure } from '../../preload/contract/failure';
import { issuerAddress } from '../../preload/contract/issuer-address';
import { providerDraft } from '../../preload/contract/provider-shapes';
import { fail, ok, type Result } from '../../preload/contract/result';
import { type ProviderHttp, transportErrorIn } from '../ports/provider-http';
import { cleanForeignText } from '../security/foreign-text';
import { type Asked, askOver, textOf, valueOf } from './ask-provider';
import { readServerMetadata } from './configuration';
import { readOAuthFailure } from './oauth-failure';
import { isOfLibrary, violationAt, violationOf } from './protocol-violation';
import { usableMembers, withSafeAlgorithms } from './usable-metadata';

/** A provider, by the address that a person knows it by. */
export interface DiscoveryTarget {
  readonly providerName: string;
  readonly issuer: string;
}

/** Where a provider's metadata may be. @see OpenID Connect Discovery section 4; RFC 8414 section 3 */
const LOCATIONS = ['oidc', 'oauth2'] as const;

/** What a provider says of itself, and where it said so. */
export interface FoundMetadata {
  /** With only those signatures that are believed. */
  readonly metadata: AuthorizationServer;
  /** As the provider said it, but for members of a wrong type: to be shown. */
  readonly said: AuthorizationServer;
  readonly url: string;
}

/**
 * Reads the metadata of a provider that is kept: one that names itself otherwise is not the one that was kept.
 *
 * @see RFC 8414 section 3.3: the issuer is equal, character by character
 */
export async function readMetadata(
  http: ProviderHttp,
  target: DiscoveryTarget,
  signal?: AbortSignal,
): Promise<Result<FoundMetadata, Failure>> {
  const found = await findMetadata(http, target, signal);
  return found.ok || found.error.kind !== 'issuer-differs'
    ? found
    : fail(otherIssuer(target.providerName, found.error.issuer));
}

/**
 * Reads the provider's metadata at the OpenID location, and at the one of RFC 8414 where the first has none. The
 * address may be one that a person typed: what is there and names itself otherwise is told, and nothing of it is used.
 *
 * @returns `issuer-differs` with the issuer that the metadata names, where it could be the right one
 * @see RFC 8414 section 3.3: the issuer is equal, character by character
 * @see OpenID Connect Discovery section 4: `/.well-known/openid-configuration`
 */
export async function findMetadata(
  http: ProviderHttp,
  { providerName, issuer }: DiscoveryTarget,
  signal?: AbortSignal,
): Promise<Result<FoundMetadata, Failure>> {
  const rule = 'OpenID Connect Discovery 4.2: metadata is a JSON object with the issuer that was asked for';
  const asked = new URL(issuerAddress(issuer) ?? issuer);
  const { host } = asked;
  const differs = (named: string): Failure =>
    isIssuer(named)
      ? { kind: 'issuer-differs', providerName, host, issuer: named }
      : otherIssuer(providerName, named);
  let answer: LocationAnswer | null = null;
  try {
    answer = await askLocations(http, asked, signal);
    const said = usableMembers(valueOf(answer));
    const { url } = answer;
    // The library compares parsed URLs, so a missing slash at the end would pass.
    return said.issuer === issuer
      ? ok({ metadata: withSafeAlgorithms(said), said, url })
      : fail(differs(said.issuer));
  } catch (cause) {
    const named = answer === null || !isOtherIssuer(cause) ? null : issuerIn(answer);
    if (named !== null) return fail(differs(named));
    return fail(readOAuthFailure(cause, { providerName, host, stage: 'discovery', rule }));
  }
}

function otherIssuer(providerName: string, named: string): Failure {
  const detail = `the metadata belongs to ${cleanForeignText(named, 200)}`;
  return violationAt(providerName, 'discovery')('other-issuer', 'RFC 8414 3.3: the issuer is equal', detail);
}

function isOtherIssuer(cause: unknown): boolean {
  return isOfLibrary(cause) && violationOf(cause) === 'other-issuer';
}

/** The issuer in an answer that the library refused because of it. */
function issuerIn({ response }: LocationAnswer): string | null {
  if (response === null) return null;
  const { issuer } = JSON.parse(textOf(response)) as Readonly<Record<string, unknown>>;
  return typeof issuer === 'string' ? issuer : null;
}

/** Whether a text can be an issuer at all. @see RFC 8414 section 2 */
function isIssuer(text: string): boolean {
  return providerDraft.shape.issuer.safeParse(text).success && cleanForeignText(text, 512) === text;
}

type LocationAnswer = Asked<AuthorizationServer>;

// A provider is free to have either document. Where there is none, some say "not found", some send people to
// their front page and some show it: each of these leads to the other location, and none is followed or read.
async function askLocations(http: ProviderHttp, issuer: URL, signal?: AbortSignal): Promise<LocationAnswer> {
  const [first, second] = LOCATIONS;
  const answer = await askLocation(http, issuer, first, signal).catch(pageInstead);
  const isElsewhere = answer instanceof Error || (statusOf(answer) >= 300 && statusOf(answer) < 500);
  if (!isElsewhere) return answer;
  const other = await askLocation(http, issuer, second, signal).catch(pageInstead);
  if (!(other instanceof Error) && statusOf(other) === 200) return other;
  // What is said of a provider that has neither is what it said at the usual place.
  if (answer instanceof Error) throw answer;
  return answer;
}

/** @throws whatever was thrown, unless it says that something else than JSON was there */
function pageInstead(cause: unknown): Error {
  const fault = transportErrorIn(cause);
  if (fault?.fault.kind === 'not-json') return fault;
  throw cause;
}

function statusOf({ response }: LocationAnswer): number {
  return response?.status ?? 0;
}

function askLocation(
  http: ProviderHttp,
  issuer: URL,
  algorithm: (typeof LOCATIONS)[number],
  signal?: AbortSignal,
): Promise<LocationAnswer> {
  return askOver(http, { rule: 'harmless', isJson: true, signal }, (fetch) =>
    readServerMetadata(issuer, algorithm, fetch),
  );
}

type EndpointName = 'token_endpoint' | 'pushed_authorization_request_endpoint' | 'revocation_endpoint';

/**
 * The endpoint for this client: the alias where its certificate has a part in it and there is one.
 *
 * @see RFC 8705 section 5
 */
export function endpoint(
  metadata: AuthorizationServer,
  name: EndpointName,
  { use_mtls_endpoint_aliases: usesAliases }: Pick<Client, 'use_mtls_endpoint_aliases'>,
): string | undefined {
  const alias = usesAliases === true ? metadata.mtls_endpoint_aliases?.[name] : undefined;
  return typeof alias === 'string' ? alias : metadata[name];
}

/** Ways in which an answer can come as a signed JWT. For a code, `jwt` is the short name of the other. */
export type SignedMode = 'jwt' | 'query.jwt';

/** The first of them that a provider lists; null where it lists none. @see JARM section 2.3 */
export function offeredSignedMode({
  response_modes_supported: listed,
}: AuthorizationServer): SignedMode | null {
  const modes: readonly unknown[] = Array.isArray(listed) ? listed : []; // text has an `includes` too, of another meaning
  return (['jwt', 'query.jwt'] as const).find((mode) => modes.includes(mode)) ?? null;
}

/**
 * The response mode by which the answer comes as a signed JWT: asked for where the provider can, and would
 * not name itself otherwise.
 *
 * @returns null where the answer is to come plain
 * @see JWT Secured Authorization Response Mode (JARM) section 2.3; RFC 9207 section 1 (a JARM answer holds `iss`)
 */
export function signedResponseMode(metadata: AuthorizationServer): SignedMode | null {
  const { response_modes_supported: listed } = metadata;
  const isPlain = !Array.isArray(listed) || listed.includes('query');
  const namesItself = metadata.authorization_response_iss_parameter_supported === true;
  return namesItself && isPlain ? null : offeredSignedMode(metadata);
}

/** Whether an address of the metadata may be used. */
export function isHttps(url: string | undefined): boolean {
  return typeof url === 'string' && URL.canParse(url) && new URL(url).protocol === 'https:';
}
