import type { ConsentDetail, ConsentDifference, ConsentSummary } from '../../preload/contract/consent-shapes';
import { CLUSTER_NAMES, DURATION_TYPES, isCluster } from '../../preload/contract/consent-vocabulary';
import { readAccounts } from '../fdx/account';
import { type ConsentGrant, readConsentGrant } from '../fdx/consent-grant';
import { parseFdxJson } from '../fdx/fdx-json';
import { checkGrantedDetails, compareTerms, type ConsentTerms, termsOfRequest } from '../oauth/granted-terms';
import { scopesBeyond } from '../oauth/same-grant';
import type { ConnectionRecord } from '../records/connection-record';
import { cleanForeignText } from '../security/foreign-text';
import { prettyJson } from '../wire/pretty-json';

export interface ViewContext {
  /** Host and port of the provider; empty when its profile is gone. */
  readonly providerHost: string;
  readonly holdsAccess: boolean;
  readonly nowMs: number;
  /** The other consents of this computer, among which may be some of the same person at the same provider. */
  readonly others: readonly ConnectionRecord[];
}

const DAY_MS = 86_400_000;

const NOT_READ: Omit<ConsentGrant, 'id'> = {
  status: 'OTHER',
  createdAtMs: null,
  expiresAtMs: null,
  updatedAtMs: null,
  terms: { durationType: null, durationDays: null, lookbackDays: null, clusters: [] },
  resources: [],
  parties: [],
};

/** A consent for the list. Everything is derived from the provider's own text. */
export function viewSummary(connection: ConnectionRecord, nowMs: number): ConsentSummary {
  return summaryOf(connection, readTexts(connection), nowMs);
}

/** The status that a list shows. The accounts, which may be long, are not read for it. */
export function consentStatus(connection: ConnectionRecord, nowMs: number): ConsentSummary['status'] {
  return statusOf(connection, grantOf(connection), nowMs);
}

/** What the provider's texts say, read once for all that is shown of them. */
interface ReadTexts {
  readonly grant: ConsentGrant;
  readonly accounts: ConsentDetail['accounts'];
}

function readTexts(connection: ConnectionRecord): ReadTexts {
  return { grant: grantOf(connection), accounts: accountsOf(connection) };
}

function summaryOf(
  connection: ConnectionRecord,
  { grant, accounts }: ReadTexts,
  nowMs: number,
): ConsentSummary {
  return {
    connectionId: connection.connectionId,
    providerId: connection.providerId,
    providerName: connection.providerName,
    purpose: connection.purpose,
    status: statusOf(connection, grant, nowMs),
    clusters: inReadingOrder(grant.terms.clusters),
    accountCount: hasReadAccounts(connection) ? accounts.length : null,
    createdAtMs: grant.createdAtMs,
    expiresAtMs: grant.expiresAtMs,
    readAtMs: hasBeenRead(connection) ? connection.readAtMs : null,
  };
}

/** A consent for its own page. */
export function viewDetail(connection: ConnectionRecord, context: ViewContext): ConsentDetail {
  const texts = readTexts(connection);
  const { grant, accounts } = texts;
  const requested = termsOfRequest(connection.requested);
  return {
    ...summaryOf(connection, texts, context.nowMs),
    providerHost: context.providerHost,
    consentId: connection.consentId ?? '',
    updatedAtMs: grant.updatedAtMs,
    stoppedAtMs: connection.stoppedAtMs,
    seenEndedAtMs: connection.seenEnded?.atMs ?? null,
    requested: viewTerms(requested),
    granted: viewTerms(grant.terms),
    grantedBy: sourceOfGrant(connection),
    differences: [
      ...(isGrantKnown(connection) ? compareTerms(requested, grant.terms) : []),
      ...widerScope(connection),
    ],
    parties: [...grant.parties],
    resources: grant.resources.map(({ resourceType, resourceId, clusters }) => ({
      resourceType,
      resourceId,
      clusters: [...clusters],
    })),
    accounts,
    access: context.holdsAccess ? 'held' : 'not-held',
    agreedAtMs: connection.agreedAtMs,
    disclosed: connection.disclosed,
    withheld: withheldFrom(connection, accounts, context.others),
    notRead: connection.notRead,
    stopRefused: connection.stopRefused,
    stopReport: connection.stopReport,
    raw: {
      consent: connection.consentText === null ? '' : prettyJson(connection.consentText),
      requested: prettyJson(JSON.stringify(connection.requested)),
      token: prettyJson(JSON.stringify(connection.maskedToken)),
      accounts: accountTexts(connection).map(prettyJson).join('\n') || null,
    },
  };
}

// Lawful when the provider says so, and worth seeing: scopes are names of its own (RFC 6749 section 3.3).
function widerScope({ requestedScope, maskedToken }: ConnectionRecord): readonly ConsentDifference[] {
  const granted = maskedToken['scope'];
  if (requestedScope === null || typeof granted !== 'string') return [];
  const beyond = cleanForeignText(scopesBeyond(requestedScope, granted).join(' '), 128);
  if (beyond === '') return [];
  return [{ what: 'scope', cluster: null, requested: null, granted: beyond, direction: 'wider' }];
}

/** Whether anything of it was ever read, apart from the token answer with which it began. */
function hasBeenRead({ consentText, accountsText }: ConnectionRecord): boolean {
  return consentText !== null || accountsText !== null;
}

/** Whether anybody said what was granted. A consent that was never read is known by its token answer at most. */
function isGrantKnown(connection: ConnectionRecord): boolean {
  return connection.consentText !== null || sourceOfGrant(connection) !== 'nobody';
}

/** The grant as last read; before it was read, as far as the token answer tells it. */
export function grantOf(connection: ConnectionRecord): ConsentGrant {
  const { consentId, consentText } = connection;
  if (consentId === null) return grantOfToken(connection);
  if (consentText === null) return { id: consentId, ...NOT_READ, terms: termsOfToken(connection) };
  const json = parseFdxJson(consentText);
  const grant = json === null ? null : readConsentGrant(json.value, consentId);
  return grant?.ok === true ? grant.value : { id: consentId, ...NOT_READ };
}

// A provider that knows nothing of authorization_details ignores them, which is not a grant (RFC 9396 section 7).
function sourceOfGrant({
  consentId,
  consentText,
  maskedToken,
}: ConnectionRecord): ConsentDetail['grantedBy'] {
  if (consentId !== null && consentText !== null) return 'consent';
  return Array.isArray(maskedToken['authorization_details']) ? 'token' : 'nobody';
}

function termsOfToken(connection: ConnectionRecord): ConsentTerms {
  if (sourceOfGrant(connection) !== 'token') return NOT_READ.terms;
  const { requested, maskedToken, providerName } = connection;
  const granted = checkGrantedDetails(requested, maskedToken['authorization_details'], providerName);
  return granted.ok ? granted.value : NOT_READ.terms;
}

/**
 * The accounts that the person kept back, as far as that is known. A provider does not tell it; but another consent
 * at the same provider that shares an account with this one is the same person's, and may show more of them.
 */
function withheldFrom(
  { connectionId, providerId }: ConnectionRecord,
  accounts: ConsentDetail['accounts'],
  others: readonly ConnectionRecord[],
): ConsentDetail['withheld'] {
  const here = new Set(accounts.map(({ accountId }) => accountId));
  const known = new Map<string, ConsentDetail['withheld'][number]>();
  for (const other of others) {
    if (other.providerId !== providerId || other.connectionId === connectionId) continue;
    const theirs = accountsOf(other);
    if (!theirs.some(({ accountId }) => here.has(accountId))) continue;
    for (const { accountId, name, numberDisplay } of theirs)
      if (!here.has(accountId)) known.set(accountId, { name, numberDisplay });
  }
  return [...known.values()];
}

// What was done and seen from here is younger than the provider's text.
function statusOf(
  { stoppedAtMs, seenEnded, consentId, consentText }: ConnectionRecord,
  grant: ConsentGrant,
  nowMs: number,
): ConsentSummary['status'] {
  if (stoppedAtMs !== null) return 'REVOKED';
  // Of one that is gone nobody knows whether it was stopped or ran out.
  if (seenEnded !== null) return seenEnded.how === 'revoked' ? 'REVOKED' : 'EXPIRED';
  if (consentId !== null && consentText === null) return 'UNREAD';
  return statusNow(grant, nowMs);
}

// The provider gave no id to ask for the consent with, so its token answer is its last word on it.
function grantOfToken({ maskedToken, requested, agreedAtMs, providerName }: ConnectionRecord): ConsentGrant {
  const details = maskedToken['authorization_details'] ?? null;
  const granted = checkGrantedDetails(requested, details, providerName);
  const terms = granted.ok ? granted.value : NOT_READ.terms;
  const { durationType, durationDays } = terms;
  const hasEnd = durationType === 'TIME_BOUND' && durationDays !== null;
  const expiresAtMs = hasEnd ? agreedAtMs + durationDays * DAY_MS : null;
  return { ...NOT_READ, id: '', status: 'ACTIVE', createdAtMs: agreedAtMs, expiresAtMs, terms };
}

// The provider's word of yesterday does not outlive the end that it named itself.
function statusNow({ status, expiresAtMs }: ConsentGrant, nowMs: number): ConsentSummary['status'] {
  return status === 'ACTIVE' && expiresAtMs !== null && expiresAtMs <= nowMs ? 'EXPIRED' : status;
}

function accountTexts({ accountsText, moreAccountsTexts }: ConnectionRecord): readonly string[] {
  return accountsText === null ? [] : [accountsText, ...moreAccountsTexts];
}

/** Whether an answer with accounts is here that can be read: without one, nobody knows how many there are. */
function hasReadAccounts(connection: ConnectionRecord): boolean {
  return accountTexts(connection).some((text) => {
    const json = parseFdxJson(text);
    return json !== null && readAccounts(json.value).ok;
  });
}

/** Each account once, as it came first: pages that shift while they are read may repeat one. */
function accountsOf(connection: ConnectionRecord): ConsentDetail['accounts'] {
  const known = new Map<string, ConsentDetail['accounts'][number]>();
  for (const text of accountTexts(connection)) {
    const json = parseFdxJson(text);
    const accounts = json === null ? null : readAccounts(json.value);
    if (accounts?.ok !== true) continue;
    for (const account of accounts.value)
      if (!known.has(account.accountId)) known.set(account.accountId, account);
  }
  return [...known.values()];
}

function viewTerms({
  durationType,
  durationDays,
  lookbackDays,
  clusters,
}: ConsentTerms): ConsentDetail['granted'] {
  const known = DURATION_TYPES.find((type) => type === durationType);
  return { durationType: known ?? null, durationDays, lookbackDays, clusters: inReadingOrder(clusters) };
}

function inReadingOrder(clusters: readonly string[]): string[] {
  const place = (name: string) => (isCluster(name) ? CLUSTER_NAMES.indexOf(name) : CLUSTER_NAMES.length);
  return [...clusters].sort((left, right) => place(left) - place(right));
}
