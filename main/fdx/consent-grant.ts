import type { ConsentEnd, ConsentStatus } from '../../preload/contract/consent-shapes';
import type { Violation } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { ConsentTerms, TermResource } from '../oauth/consent-terms';
import { cleanForeignText } from '../security/foreign-text';
import { days, instantMs, numberText, record } from './fdx-json';

interface GrantedResource {
  readonly resourceType: string;
  readonly resourceId: string;
  readonly clusters: readonly string[];
}

interface GrantParty {
  readonly name: string;
  readonly type: string | null;
}

/** A consent grant as the provider tells it. Times are epoch milliseconds, UTC. */
export interface ConsentGrant {
  readonly id: string;
  readonly status: ConsentStatus;
  /** The provider's own word, where it is none of FDX's. */
  readonly statusSaid: string | null;
  readonly createdAtMs: number | null;
  readonly end: ConsentEnd;
  /** The moment of `end`; null where there is none, or none that is known. */
  readonly expiresAtMs: number | null;
  readonly updatedAtMs: number | null;
  readonly terms: ConsentTerms;
  readonly resources: readonly GrantedResource[];
  readonly parties: readonly GrantParty[];
}

/** What is wrong with a consent as a whole. */
export interface GrantViolation {
  readonly violation: Violation;
  readonly rule: string;
}

const STATUSES: readonly ConsentStatus[] = ['ACTIVE', 'EXPIRED', 'REVOKED'];
const DAY_MS = 86_400_000;
/** The last moment that a date can have. @see ECMA-262, Time Values */
const LAST_MS = 8_640_000_000_000_000;

/**
 * Reads a consent grant. Members that a provider leaves out are null; a broken resource is not shown, and says nothing.
 *
 * @param json the answer's JSON, of any shape
 * @param expectedId the token answer's `grant_id`
 * @returns the grant, or what is wrong with it
 * @see FDX Consent API 6.x, ConsentGrant; `resourceId` is `id` at one provider in the field
 */
export function readConsentGrant(json: unknown, expectedId: string): Result<ConsentGrant, GrantViolation> {
  const grant = record(json);
  if (grant === null) return fail({ violation: 'malformed', rule: 'the consent is a JSON object' });
  if (grant['id'] !== expectedId)
    return fail({ violation: 'other-consent', rule: 'the consent has the id that the token answer named' });
  const listed = Array.isArray(grant['resources']) ? grant['resources'].map(readResource) : null;
  const createdAtMs = instantMs(grant['createdTime']);
  const terms: ConsentTerms = {
    durationType: cleanForeignText(grant['durationType'], 64) || null,
    durationDays: days(grant['durationPeriod']),
    lookbackDays: days(grant['lookbackPeriod']),
    resources: listed,
  };
  const end = readEnd(grant['expirationTime'], terms, createdAtMs);
  return ok({
    id: expectedId,
    ...readStatus(grant['status']),
    createdAtMs,
    end,
    expiresAtMs: endMs(end),
    updatedAtMs: instantMs(grant['updatedTime']),
    terms,
    resources: (listed ?? []).flatMap(shownResource),
    parties: list(grant['parties']).flatMap(readParty),
  });
}

// A status that FDX does not know is not ACTIVE, and one that is no text says nothing.
function readStatus(value: unknown): Pick<ConsentGrant, 'status' | 'statusSaid'> {
  const known = STATUSES.find((status) => status === value);
  if (known !== undefined) return { status: known, statusSaid: null };
  const said = cleanForeignText(numberText(value), 64);
  return said === '' ? { status: 'UNKNOWN', statusSaid: null } : { status: 'OTHER', statusSaid: said };
}

/**
 * When a consent ends. Nothing of FDX's ConsentGrant is required, so a provider may leave the end out; then it follows
 * from the terms where they have a period and the moment from which it runs. What it wrote and we can't read is not
 * replaced by what we would have expected.
 *
 * @param expirationTime the member as received
 * @param createdAtMs epoch milliseconds, UTC; null where the provider did not say it
 * @see FDX Consent API 6.x, ConsentGrant: `expirationTime`, `durationType`, `durationPeriod`
 */
export function readEnd(
  expirationTime: unknown,
  { durationType, durationDays }: Pick<ConsentTerms, 'durationType' | 'durationDays'>,
  createdAtMs: number | null,
): ConsentEnd {
  if (expirationTime !== undefined && expirationTime !== null) {
    const atMs = instantMs(expirationTime);
    if (atMs !== null) return { kind: 'said', atMs };
    return { kind: 'unreadable', said: cleanForeignText(numberText(expirationTime), 40) || null };
  }
  if (durationType === 'PERSISTENT') return { kind: 'open' };
  if (durationType !== 'TIME_BOUND' || durationDays === null || createdAtMs === null)
    return { kind: 'unsaid' };
  const atMs = createdAtMs + durationDays * DAY_MS;
  return atMs > LAST_MS ? { kind: 'unsaid' } : { kind: 'derived', atMs };
}

/** The moment of an end; null where there is none, or none that is known. */
export function endMs(end: ConsentEnd): number | null {
  return end.kind === 'said' || end.kind === 'derived' ? end.atMs : null;
}

/** What of a resource can be read; the rest is not said. */
function readResource(value: unknown): TermResource {
  const resource = record(value);
  const clusters = resource?.['dataClusters'];
  return {
    resourceType: cleanForeignText(resource?.['resourceType'], 64) || null,
    resourceId: cleanForeignText(resource?.['resourceId'] ?? resource?.['id'], 256) || null,
    clusters: Array.isArray(clusters)
      ? clusters.map((cluster) => cleanForeignText(cluster, 64)).filter((cluster) => cluster !== '')
      : null,
  };
}

function shownResource({ resourceType, resourceId, clusters }: TermResource): readonly GrantedResource[] {
  if (resourceId === null || clusters === null || clusters.length === 0) return [];
  return [{ resourceType: resourceType ?? '', resourceId, clusters }];
}

function readParty(value: unknown): readonly GrantParty[] {
  const party = record(value);
  const name = cleanForeignText(party?.['name'], 200);
  return name === '' ? [] : [{ name, type: cleanForeignText(party?.['type'], 64) || null }];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
