import type { ConsentStatus } from '../../preload/contract/consent-shapes';
import type { Violation } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { ConsentTerms } from '../oauth/granted-terms';
import { cleanForeignText } from '../security/foreign-text';
import { instantMs, record, wholeNumber } from './fdx-json';

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
  readonly createdAtMs: number | null;
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

const STATUSES: readonly string[] = ['ACTIVE', 'EXPIRED', 'REVOKED'];
const MAX_RESOURCES = 500;

/**
 * Reads a consent grant. Members that a provider leaves out are null; a broken resource is dropped, not the grant.
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
  const status = typeof grant['status'] === 'string' ? grant['status'] : '';
  const resources = list(grant['resources']).slice(0, MAX_RESOURCES).flatMap(readResource);
  return ok({
    id: expectedId,
    // A status that FDX does not know is not ACTIVE.
    status: STATUSES.includes(status) ? (status as ConsentStatus) : 'OTHER',
    createdAtMs: instantMs(grant['createdTime']),
    expiresAtMs: instantMs(grant['expirationTime']),
    updatedAtMs: instantMs(grant['updatedTime']),
    terms: {
      durationType: cleanForeignText(grant['durationType'], 64) || null,
      durationDays: wholeNumber(grant['durationPeriod']),
      lookbackDays: wholeNumber(grant['lookbackPeriod']),
      clusters: [...new Set(resources.flatMap(({ clusters }) => clusters))],
    },
    resources,
    parties: list(grant['parties']).slice(0, 20).flatMap(readParty),
  });
}

function readResource(value: unknown): readonly GrantedResource[] {
  const resource = record(value);
  const resourceId = cleanForeignText(resource?.['resourceId'] ?? resource?.['id'], 256);
  const clusters = list(resource?.['dataClusters'])
    .map((cluster) => cleanForeignText(cluster, 64))
    .filter((cluster) => cluster !== '');
  if (resource === null || resourceId === '' || clusters.length === 0) return [];
  return [{ resourceType: cleanForeignText(resource['resourceType'], 64), resourceId, clusters }];
}

function readParty(value: unknown): readonly GrantParty[] {
  const party = record(value);
  const name = cleanForeignText(party?.['name'], 200);
  return name === '' ? [] : [{ name, type: cleanForeignText(party?.['type'], 64) || null }];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
