import type {
  AccountSummary,
  ConsentDetail,
  ConsentDifference,
  ConsentEnd,
  ConsentSummary,
} from '../../preload/contract/consent-shapes';
import { CLUSTER_NAMES, DURATION_TYPES, isCluster } from '../../preload/contract/consent-vocabulary';
import { MAX_ROWS } from '../../preload/contract/row-limits';
import { type ConsentGrant, endMs, readConsentGrant, readEnd } from '../fdx/consent-grant';
import { parseFdxJson } from '../fdx/fdx-json';
import { type ScopesOfGrant, termsOfScopes } from '../fdx/scopes';
import {
  clustersOf,
  compareTerms,
  type ConsentTerms,
  NOTHING_SAID,
  termsOfRequest,
} from '../oauth/consent-terms';
import { checkGrantedDetails } from '../oauth/granted-terms';
import { scopesBeyond } from '../oauth/same-grant';
import type { ConnectionRecord } from '../records/connection-record';
import { cleanForeignText } from '../security/foreign-text';
import { accountsOf, type KnownAccounts } from './account-records';
import { sumMoney } from './money-sums';
import { recordLengths } from './raw-records';

export interface ViewContext {
  /** Host and port of the provider; empty when its profile is gone. */
  readonly providerHost: string;
  readonly holdsAccess: boolean;
  readonly nowMs: number;
  /** The other consents of this computer, among which may be some of the same person at the same provider. */
  readonly others: readonly ConnectionRecord[];
}

const NOT_READ: Omit<ConsentGrant, 'id'> = {
  status: 'UNKNOWN',
  statusSaid: null,
  createdAtMs: null,
  end: { kind: 'unsaid' },
  expiresAtMs: null,
  updatedAtMs: null,
  terms: NOTHING_SAID,
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
  readonly accounts: KnownAccounts;
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
    clusters: inReadingOrder(clustersOf(grant.terms)),
    accountCount: accounts === null ? null : accounts.accounts.length,
    createdAtMs: grant.createdAtMs,
    end: grant.end,
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
    statusSaid: grant.statusSaid,
    stoppedAtMs: connection.stoppedAtMs,
    seenEndedAtMs: connection.seenEnded?.atMs ?? null,
    requested: viewTerms(requested),
    granted: viewTerms(grant.terms),
    grantedBy: sourceOfGrant(connection),
    differences: [...differencesOf(connection, grant)],
    parties: grant.parties.slice(0, MAX_ROWS),
    partyCount: grant.parties.length,
    resources: grant.resources.slice(0, MAX_ROWS).map(({ resourceType, resourceId, clusters }) => ({
      resourceType,
      resourceId,
      clusters: [...clusters],
    })),
    accounts: (accounts?.accounts ?? []).slice(0, MAX_ROWS),
    money: sumMoney(accounts?.accounts ?? []),
    unreadableAccounts: accounts?.unreadable ?? 0,
    areAccountsCut: connection.areAccountsCut,
    access: context.holdsAccess ? 'held' : 'not-held',
    agreedAtMs: connection.agreedAtMs,
    disclosed: connection.disclosed,
    withheld: withheldFrom(connection, accounts?.accounts ?? [], context.others).slice(0, MAX_ROWS),
    notRead: connection.notRead,
    stopRefused: connection.stopRefused,
    stopReport: connection.stopReport,
    raw: recordLengths(connection),
  };
}

// Where nobody said anything there is nothing to compare.
function differencesOf(connection: ConnectionRecord, { terms }: ConsentGrant): readonly ConsentDifference[] {
  const isSaid = sourceOfGrant(connection) !== 'nobody';
  const differences = isSaid ? compareTerms(termsOfRequest(connection.requested), terms) : [];
  return [...differences, ...widerScope(connection)];
}

// Lawful when the provider says so, and worth seeing: scopes are names of its own (RFC 6749 section 3.3).
function widerScope({ requestedScope, maskedToken }: ConnectionRecord): readonly ConsentDifference[] {
  const granted = maskedToken['scope'];
  if (requestedScope === null || typeof granted !== 'string') return [];
  const beyond = cleanForeignText(scopesBeyond(requestedScope, granted).join(' '), 128);
  if (beyond === '') return [];
  const values = { cluster: null, resourceType: null, share: null, requested: null, granted: beyond };
  return [{ what: 'scope', ...values, direction: 'wider' }];
}

/** Whether anything of it was ever read, apart from the token answer with which it began. */
function hasBeenRead({ consentText, accountsText }: ConnectionRecord): boolean {
  return consentText !== null || accountsText !== null;
}

/** The grant as last read; before it was read, as far as the token answer tells it. */
export function grantOf(connection: ConnectionRecord): ConsentGrant {
  const { consentId, consentText } = connection;
  if (consentId === null) return grantOfToken(connection);
  if (consentText === null) return { id: consentId, ...NOT_READ, terms: wordOfToken(connection).terms };
  const json = parseFdxJson(consentText);
  const grant = json === null ? null : readConsentGrant(json.value, consentId);
  if (grant?.ok !== true) return { id: consentId, ...NOT_READ };
  return withEnd(grant.value, endOf(grant.value, connection));
}

function withEnd(grant: ConsentGrant, end: ConsentEnd): ConsentGrant {
  return { ...grant, end, expiresAtMs: endMs(end) };
}

// How long a grant lasts that does not say it, nobody knows; not longer than was asked for, or it would have been refused.
function endOf({ end, terms, createdAtMs }: ConsentGrant, { requested }: ConnectionRecord): ConsentEnd {
  const asked = termsOfRequest(requested);
  const durationType = terms.durationType ?? asked.durationType;
  if (end.kind !== 'unsaid' || durationType !== 'TIME_BOUND' || asked.durationType !== durationType)
    return end;
  return readEnd(null, { durationType, durationDays: terms.durationDays ?? asked.durationDays }, createdAtMs);
}

function sourceOfGrant(connection: ConnectionRecord): ConsentDetail['grantedBy'] {
  const { consentId, consentText } = connection;
  return consentId !== null && consentText !== null ? 'consent' : wordOfToken(connection).by;
}

interface WordOfToken {
  readonly by: 'token' | 'scopes' | 'nobody';
  readonly terms: ConsentTerms;
}

// A provider that knows nothing of authorization_details ignores them, which is not a grant (RFC 9396 section 7).
function wordOfToken({
  requested,
  requestedScope,
  maskedToken,
  providerName,
}: ConnectionRecord): WordOfToken {
  const details = maskedToken['authorization_details'];
  if (Array.isArray(details)) {
    const granted = checkGrantedDetails(requested, details, providerName);
    return { by: 'token', terms: granted.ok ? granted.value : NOTHING_SAID };
  }
  const scope = maskedToken['scope'];
  const scopes: ScopesOfGrant | null =
    typeof scope === 'string' ? { asked: requestedScope, granted: scope } : null;
  const terms = scopes === null ? null : termsOfScopes(requested, scopes);
  return terms === null ? { by: 'nobody', terms: NOTHING_SAID } : { by: 'scopes', terms };
}

/**
 * The accounts that the person kept back, as far as that is known. A provider does not tell it; but another consent
 * at the same provider that shares an account with this one is the same person's, and may show more of them.
 */
function withheldFrom(
  { connectionId, providerId }: ConnectionRecord,
  accounts: readonly AccountSummary[],
  others: readonly ConnectionRecord[],
): ConsentDetail['withheld'] {
  const here = new Set(accounts.map(({ accountId }) => accountId));
  const known = new Map<string, ConsentDetail['withheld'][number]>();
  for (const other of others) {
    if (other.providerId !== providerId || other.connectionId === connectionId) continue;
    const theirs = accountsOf(other)?.accounts ?? [];
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
function grantOfToken(connection: ConnectionRecord): ConsentGrant {
  const { terms } = wordOfToken(connection);
  const { agreedAtMs } = connection;
  const grant: ConsentGrant = { ...NOT_READ, id: '', status: 'ACTIVE', terms };
  const end = readEnd(null, terms, agreedAtMs);
  // It never said when it made the consent; the end is counted from the click, which came before.
  return withEnd(grant, endOf({ ...grant, end, createdAtMs: agreedAtMs }, connection));
}

// The provider's word of yesterday does not outlive the end that it named itself.
function statusNow({ status, expiresAtMs }: ConsentGrant, nowMs: number): ConsentSummary['status'] {
  return status === 'ACTIVE' && expiresAtMs !== null && expiresAtMs <= nowMs ? 'EXPIRED' : status;
}

function viewTerms(terms: ConsentTerms): ConsentDetail['granted'] {
  const { durationType, durationDays, lookbackDays } = terms;
  const known = DURATION_TYPES.find((type) => type === durationType);
  return {
    durationType: known ?? null,
    durationSaid: known === undefined ? durationType : null,
    durationDays,
    lookbackDays,
    clusters: inReadingOrder(clustersOf(terms)),
  };
}

function inReadingOrder(clusters: readonly string[]): string[] {
  const place = (name: string) => (isCluster(name) ? CLUSTER_NAMES.indexOf(name) : CLUSTER_NAMES.length);
  return [...clusters].sort((left, right) => place(left) - place(right));
}
