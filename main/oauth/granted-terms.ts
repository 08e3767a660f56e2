import { z } from 'zod';

import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import type { ConsentDifference } from '../../preload/contract/consent-shapes';
import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { violationAt } from './protocol-violation';

/** The terms of a consent in one shape, wherever they were read: request, token answer or consent grant. */
export interface ConsentTerms {
  readonly durationType: string | null;
  readonly durationDays: number | null;
  readonly lookbackDays: number | null;
  /** Cluster names, each once. */
  readonly clusters: readonly string[];
}

/** From the least to the most that a duration type allows. */
const DURATION_ORDER: readonly string[] = ['ONE_TIME', 'TIME_BOUND', 'PERSISTENT'];

/** The terms that were asked for. */
export function termsOfRequest([{ consentRequest }]: AuthorizationDetails): ConsentTerms {
  return {
    durationType: consentRequest.durationType,
    durationDays: consentRequest.durationPeriod ?? null,
    lookbackDays: consentRequest.lookbackPeriod,
    clusters: [...new Set(consentRequest.resources.flatMap(({ dataClusters }) => dataClusters))],
  };
}

/**
 * Tells how a grant differs from the request. A member that the provider does not mention is as asked for.
 *
 * @see RFC 9396 section 7: the token response tells what was granted, and it may differ
 */
export function compareTerms(requested: ConsentTerms, granted: ConsentTerms): readonly ConsentDifference[] {
  return [
    ...compareDurationType(requested.durationType, granted.durationType),
    ...comparePeriod('durationPeriod', requested.durationDays, granted.durationDays),
    ...comparePeriod('lookbackPeriod', requested.lookbackDays, granted.lookbackDays),
    ...compareClusters(requested.clusters, granted.clusters),
  ];
}

function compareDurationType(requested: string | null, granted: string | null): readonly ConsentDifference[] {
  if (granted === null || granted === requested) return [];
  const [before, after] = [DURATION_ORDER.indexOf(requested ?? ''), DURATION_ORDER.indexOf(granted)];
  const direction = before < 0 || after < 0 ? 'different' : after > before ? 'wider' : 'narrower';
  return [{ what: 'durationType', cluster: null, requested, granted, direction }];
}

function comparePeriod(
  what: 'durationPeriod' | 'lookbackPeriod',
  requested: number | null,
  granted: number | null,
): readonly ConsentDifference[] {
  if (granted === null || requested === null || granted === requested) return [];
  const direction = granted > requested ? 'wider' : 'narrower';
  return [{ what, cluster: null, requested: String(requested), granted: String(granted), direction }];
}

function compareClusters(
  requested: readonly string[],
  granted: readonly string[],
): readonly ConsentDifference[] {
  const missing = requested.filter((cluster) => !granted.includes(cluster));
  const added = granted.filter((cluster) => !requested.includes(cluster));
  const difference = (cluster: string, direction: 'narrower' | 'wider'): ConsentDifference => ({
    what: 'cluster',
    cluster,
    requested: direction === 'narrower' ? cluster : null,
    granted: direction === 'wider' ? cluster : null,
    direction,
  });
  return [
    ...missing.map((cluster) => difference(cluster, 'narrower')),
    ...added.map((cluster) => difference(cluster, 'wider')),
  ];
}

const grantedDetail = z.object({
  type: z.string(),
  consentRequest: z
    .object({
      durationType: z.string().nullish(),
      durationPeriod: z.int().nullish(),
      lookbackPeriod: z.int().nullish(),
      resources: z.array(z.object({ dataClusters: z.array(z.string()).nullish() })).nullish(),
    })
    .nullish(), // some providers name only the type, or the id of the consent
});

/**
 * Makes sure that the `authorization_details` of a token answer are not wider than what the person agreed to.
 * A narrower grant is lawful and is shown.
 *
 * @param granted the member as received; null when the provider sent none
 * @see RFC 9396 section 7; RFC 9700 section 2.3
 */
export function checkGrantedDetails(
  requested: AuthorizationDetails,
  granted: unknown,
  providerName: string,
): Result<ConsentTerms, Failure> {
  const asked = termsOfRequest(requested);
  if (granted === null) return ok(asked);

  const violation = violationAt(providerName, 'token');
  const details = z.array(grantedDetail).safeParse(granted);
  if (!details.success)
    return fail(
      violation('malformed', 'RFC 9396 7: authorization_details is an array of typed objects', 'it is not'),
    );
  const foreign = details.data.find(({ type }) => type !== requested[0].type);
  if (foreign !== undefined) {
    return fail(
      violation(
        'wider',
        'RFC 9396 7: only what was asked for is granted',
        `type ${foreign.type.slice(0, 60)} was not asked for`,
      ),
    );
  }

  const terms = mergeTerms(asked, details.data);
  const wider = compareTerms(asked, terms).filter(({ direction }) => direction !== 'narrower');
  if (wider.length === 0) return ok(terms);
  const members = wider.map(({ what, cluster, granted: value }) =>
    `${cluster ?? what} ${cluster === null ? (value ?? '') : ''}`.trim(),
  );
  return fail(
    violation(
      'wider',
      'RFC 9396 7: no more is granted than was asked for',
      `wider: ${members.join(', ').slice(0, 200)}`,
    ),
  );
}

/** What all items say together; what none of them mentions is as asked for, unless there is no item at all. */
function mergeTerms(
  asked: ConsentTerms,
  details: ReadonlyArray<z.infer<typeof grantedDetail>>,
): ConsentTerms {
  const known = details.flatMap(({ consentRequest }) => consentRequest ?? []);
  const unsaid = details.length === 0 ? NOTHING : asked;
  const lists = known.map(({ resources }) => resources).filter(isSaid);
  const clusters = lists.flat().flatMap(({ dataClusters }) => dataClusters ?? []);
  const durationType = known.map((request) => request.durationType).find(isSaid) ?? unsaid.durationType;
  const days = widest(known.map(({ durationPeriod }) => durationPeriod));
  return {
    durationType,
    durationDays: days ?? (durationType === unsaid.durationType ? unsaid.durationDays : null),
    lookbackDays: widest(known.map(({ lookbackPeriod }) => lookbackPeriod)) ?? unsaid.lookbackDays,
    clusters: lists.length === 0 ? unsaid.clusters : [...new Set(clusters)],
  };
}

const NOTHING: ConsentTerms = { durationType: null, durationDays: null, lookbackDays: null, clusters: [] };

function isSaid<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

function widest(days: ReadonlyArray<number | null | undefined>): number | null {
  const known = days.filter(isSaid);
  return known.length === 0 ? null : Math.max(...known);
}
