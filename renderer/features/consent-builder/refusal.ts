import type {
  AuthorizationDetails,
  RequestedResource,
} from '../../../preload/contract/authorization-details';
import type { Failure } from '../../../preload/contract/failure';
import { type Ask, asksOf, isSameAsk } from './builder-model';
import { type MemberPath, readMemberPath } from './member-path';

/** The members of a request that have a control of their own, or stand beside one. */
type RequestField = 'type' | 'durationType' | 'durationPeriod' | 'lookbackPeriod' | 'resources';

const FIELDS: readonly RequestField[] = [
  'type',
  'durationType',
  'durationPeriod',
  'lookbackPeriod',
  'resources',
];

/** What a provider did not like about a request, and which part of it that is. */
export interface Refusal {
  readonly providerName: string;
  readonly code: string;
  readonly description: string | null;
  /** The member as the provider named it; null when it named none. */
  readonly member: string | null;
  /** The field that it is about; null when it is about single items or about nothing that was named. */
  readonly field: RequestField | null;
  /** The items that it is about. */
  readonly asks: readonly Ask[];
}

/**
 * Reads which part of a request a provider refused.
 *
 * @param refused the request as it was sent: the member's path counts in it
 * @returns null for a failure that is not about the request
 */
export function readRefusal(problem: Failure | null, refused: AuthorizationDetails): Refusal | null {
  if (problem?.kind !== 'provider-refused' || problem.stage !== 'par') return null;
  const { providerName, code, description, member } = problem;
  const path = member === null ? null : readMemberPath(member);
  const field = fieldAt(path);
  const asks = field === 'resources' || field === null ? asksAt(path, refused) : [];
  return { providerName, code, description, member, field: asks.length > 0 ? null : field, asks };
}

/** Whether the provider named a part that can be shown. */
export function hasNamedPart({ field, asks }: Refusal): boolean {
  return field !== null || asks.length > 0;
}

/** Whether the part that was refused is still as it was. */
export function isStillRefused(
  refusal: Refusal,
  refused: AuthorizationDetails,
  current: AuthorizationDetails,
): boolean {
  if (refusal.asks.length > 0) {
    const asked = asksOf(current[0].consentRequest.resources);
    return refusal.asks.some((ask) => asked.some((other) => isSameAsk(ask, other)));
  }
  const before = JSON.stringify(valueOf(refusal.field, refused));
  return JSON.stringify(valueOf(refusal.field, current)) === before;
}

/** The way to what was refused in a request that may have changed since; null when it is there no more. */
export function pathOfRefusal(refusal: Refusal, current: AuthorizationDetails): MemberPath | null {
  const [first] = refusal.asks;
  if (first) return pathOfAsk(first, current[0].consentRequest.resources);
  if (refusal.field === null) return null;
  return refusal.field === 'type' ? [0, 'type'] : [0, 'consentRequest', refusal.field];
}

function fieldAt(path: MemberPath | null): RequestField | null {
  const name = path?.[1] === 'consentRequest' ? path[2] : path?.[1];
  return FIELDS.find((field) => field === name) ?? null;
}

function asksAt(path: MemberPath | null, refused: AuthorizationDetails): readonly Ask[] {
  const [, , , resourceIndex, member, clusterIndex] = path ?? [];
  const resource = refused[0].consentRequest.resources[Number(resourceIndex)];
  if (!resource) return [];

  const isOneCluster = member === 'dataClusters' && typeof clusterIndex === 'number';
  const cluster = isOneCluster ? resource.dataClusters[clusterIndex] : undefined;
  return cluster === undefined ? asksOf([resource]) : [{ resourceType: resource.resourceType, cluster }];
}

function pathOfAsk(ask: Ask, resources: readonly RequestedResource[]): MemberPath | null {
  for (const [resourceIndex, { resourceType, dataClusters }] of resources.entries()) {
    const clusterIndex = resourceType === ask.resourceType ? dataClusters.indexOf(ask.cluster) : -1;
    if (clusterIndex !== -1) {
      return [0, 'consentRequest', 'resources', resourceIndex, 'dataClusters', clusterIndex];
    }
  }
  return null;
}

function valueOf(field: RequestField | null, details: AuthorizationDetails): unknown {
  if (field === null) return details;
  return field === 'type' ? details[0].type : details[0].consentRequest[field];
}
