import {
  type Cluster,
  CLUSTERS,
  DURATION_TYPES,
  type DurationType,
  FDX_DETAIL_TYPE,
  isCluster,
  RESOURCE_TYPES,
  type ResourceType,
} from '../../preload/contract/consent-vocabulary';
import { parseJson } from '../json';

/** The longest time a consent may last at this bank. */
const MAX_DURATION_DAYS = 365;
/** How far back this bank's records go. */
const MAX_LOOKBACK_DAYS = 730;

interface RequestedResource {
  readonly resourceType: ResourceType;
  readonly dataClusters: readonly Cluster[];
}

/** What a recipient asks a customer to share, after the bank has checked it. */
export interface RequestedConsent {
  readonly durationType: DurationType;
  /** Days; with TIME_BOUND only. */
  readonly durationPeriod?: number;
  /** Days. */
  readonly lookbackPeriod: number;
  readonly resources: readonly RequestedResource[];
}

/** The request, or what is wrong with it, beginning with the path of the member that is wrong. */
export type ReadDetails =
  | { readonly ok: true; readonly consent: RequestedConsent }
  | { readonly ok: false; readonly description: string };

/** Unwinds the checks at the first member that is wrong; never leaves this file. */
class Refusal extends Error {}

/**
 * Reads the `authorization_details` of a pushed request, member by member.
 *
 * This is the bank's own reading. It shares no code with the app, as it would at a bank.
 *
 * @param text the parameter as it came: JSON in a form field
 * @see RFC 9396 section 2, and section 5 for the error
 */
export function readAuthorizationDetails(text: string | undefined): ReadDetails {
  try {
    if (text === undefined || text === '') throw refusal('authorization_details', 'is required');
    const details = parseJson(text);
    if (details === undefined) throw refusal('authorization_details', 'is not JSON');
    return { ok: true, consent: readDetails(details) };
  } catch (cause) {
    if (cause instanceof Refusal) return { ok: false, description: cause.message };
    throw cause;
  }
}

function readDetails(details: unknown): RequestedConsent {
  if (!Array.isArray(details)) throw refusal('authorization_details', 'must be a JSON array');
  if (details.length !== 1) {
    throw refusal('authorization_details', `must hold exactly one object, this one holds ${details.length}`);
  }
  const detail = object(details[0], 'authorization_details[0]');
  const type = detail['type'];
  if (type !== FDX_DETAIL_TYPE) throw refusal('type', `must be ${FDX_DETAIL_TYPE}, not ${quote(type)}`);
  onlyMembers(detail, '', ['type', 'consentRequest']);
  return readConsentRequest(detail['consentRequest']);
}

function readConsentRequest(value: unknown): RequestedConsent {
  const path = 'consentRequest';
  const request = object(value, path);
  onlyMembers(request, path, ['durationType', 'durationPeriod', 'lookbackPeriod', 'resources']);
  const durationType = oneOf(request['durationType'], `${path}.durationType`, DURATION_TYPES);
  const durationPeriod = readDurationPeriod(request['durationPeriod'], durationType);
  const lookbackPeriod = days(request['lookbackPeriod'], `${path}.lookbackPeriod`, MAX_LOOKBACK_DAYS);
  const resources = list(request['resources'], `${path}.resources`).map(readResource);
  refuseRepeats(
    resources.map(({ resourceType }) => resourceType),
    (index) => `${path}.resources[${index}].resourceType`,
  );
  return { durationType, ...(durationPeriod === null ? {} : { durationPeriod }), lookbackPeriod, resources };
}

function readDurationPeriod(value: unknown, durationType: DurationType): number | null {
  const path = 'consentRequest.durationPeriod';
  if (durationType === 'TIME_BOUND') return days(value, path, MAX_DURATION_DAYS);
  if (value !== undefined) throw refusal(path, `goes with TIME_BOUND only, not with ${durationType}`);
  return null;
}

function readResource(value: unknown, index: number): RequestedResource {
  const path = `consentRequest.resources[${index}]`;
  const resource = object(value, path);
  onlyMembers(resource, path, ['resourceType', 'dataClusters']);
  const resourceType = oneOf(resource['resourceType'], `${path}.resourceType`, RESOURCE_TYPES);
  const dataClusters = list(resource['dataClusters'], `${path}.dataClusters`).map((cluster, at) =>
    readCluster(cluster, `${path}.dataClusters[${at}]`, resourceType),
  );
  refuseRepeats(dataClusters, (at) => `${path}.dataClusters[${at}]`);
  return { resourceType, dataClusters };
}

function readCluster(value: unknown, path: string, resourceType: ResourceType): Cluster {
  if (typeof value !== 'string') throw refusal(path, 'must be the name of a data cluster');
  if (!isCluster(value)) throw refusal(path, `${quote(value)} is not offered by this bank`);
  const home = CLUSTERS[value].resourceType;
  if (home !== resourceType)
    throw refusal(path, `${value} belongs to resourceType ${home}, not ${resourceType}`);
  return value;
}

function days(value: unknown, path: string, most: number): number {
  if (value === undefined) throw refusal(path, 'is required');
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw refusal(path, 'must be a whole number of days');
  }
  if (value < 1) throw refusal(path, 'must be at least 1 day');
  if (value > most) throw refusal(path, `must be at most ${most} days at this bank, not ${value}`);
  return value;
}

function oneOf<Name extends string>(value: unknown, path: string, names: readonly Name[]): Name {
  if (value === undefined) throw refusal(path, 'is required');
  const found = names.find((name) => name === value);
  if (found === undefined) throw refusal(path, `must be one of ${names.join(', ')}, not ${quote(value)}`);
  return found;
}

function list(value: unknown, path: string): readonly unknown[] {
  if (value === undefined) throw refusal(path, 'is required');
  if (!Array.isArray(value)) throw refusal(path, 'must be an array');
  if (value.length === 0) throw refusal(path, 'must not be empty');
  return value;
}

function object(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (value === undefined) throw refusal(path, 'is required');
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refusal(path, 'must be an object');
  return value as Readonly<Record<string, unknown>>;
}

function onlyMembers(value: object, path: string, known: readonly string[]): void {
  const stranger = Object.keys(value).find((name) => !known.includes(name));
  if (stranger === undefined) return;
  throw refusal(
    path === '' ? shorten(stranger) : `${path}.${shorten(stranger)}`,
    'is not a member that FDX knows',
  );
}

function refuseRepeats(values: readonly string[], pathOf: (index: number) => string): void {
  const index = values.findIndex((value, at) => values.indexOf(value) !== at);
  if (index >= 0) throw refusal(pathOf(index), `${values[index]} is there twice`);
}

function refusal(path: string, what: string): Refusal {
  return new Refusal(`${path}: ${what}`);
}

function quote(value: unknown): string {
  return value === undefined ? 'absent' : shorten(typeof value === 'string' ? value : JSON.stringify(value));
}

/** What came from outside goes back only in part, and only in characters that RFC 6749 section 5.2 allows. */
function shorten(text: string): string {
  const printable = text.replaceAll(/[^\x20-\x21\x23-\x5B\x5D-\x7E]/g, '?');
  return printable.length > 60 ? `${printable.slice(0, 60)}...` : printable;
}
