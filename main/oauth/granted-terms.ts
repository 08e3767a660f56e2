import { z } from 'zod';

import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import {
  compareTerms,
  type ConsentTerms,
  longerDuration,
  NOTHING_SAID,
  termsOfRequest,
  type TermResource,
} from './consent-terms';
import { violationAt } from './protocol-violation';

const grantedResource = z.object({
  resourceType: z.unknown().optional(),
  resourceId: z.unknown().optional(),
  dataClusters: z.array(z.string()).nullish(),
});

const grantedDetail = z.object({
  type: z.string(),
  consentRequest: z
    .object({
      durationType: z.string().nullish(),
      durationPeriod: z.int().nullish(),
      lookbackPeriod: z.int().nullish(),
      resources: z.array(grantedResource).nullish(),
    })
    .nullish(), // some providers name only the type, or the id of the consent
});

/**
 * Makes sure that the `authorization_details` of a token answer are not wider than what the person agreed to.
 * A narrower grant is lawful and is shown, and so is one of which nothing is said: unknown is not wider.
 *
 * @param granted the member as received; null when the provider sent none
 * @returns what the answer says; what it leaves out is not said
 * @see RFC 9396 section 7; RFC 9700 section 2.3
 */
export function checkGrantedDetails(
  requested: AuthorizationDetails,
  granted: unknown,
  providerName: string,
): Result<ConsentTerms, Failure> {
  if (granted === null) return ok(NOTHING_SAID);

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

  const terms = mergeTerms(details.data);
  const members = widerMembers(termsOfRequest(requested), terms);
  if (members.length === 0) return ok(terms);
  return fail(
    violation(
      'wider',
      'RFC 9396 7: no more is granted than was asked for',
      `wider: ${members.join(', ').slice(0, 200)}`,
    ),
  );
}

function widerMembers(asked: ConsentTerms, granted: ConsentTerms): readonly string[] {
  return compareTerms(asked, granted)
    .filter(({ direction }) => direction === 'wider' || direction === 'different')
    .map(({ what, cluster, granted: value }) =>
      `${cluster ?? what} ${cluster === null ? (value ?? '') : ''}`.trim(),
    );
}

/** What all items say together. A list without an item grants nothing. */
function mergeTerms(details: ReadonlyArray<z.infer<typeof grantedDetail>>): ConsentTerms {
  const known = details.flatMap(({ consentRequest }) => consentRequest ?? []);
  const lists = known.map(({ resources }) => resources).filter(isSaid);
  const types = known.map(({ durationType }) => durationType).filter(isSaid);
  return {
    durationType: types.length === 0 ? null : types.reduce(longerDuration),
    durationDays: widest(known.map(({ durationPeriod }) => durationPeriod)),
    lookbackDays: widest(known.map(({ lookbackPeriod }) => lookbackPeriod)),
    resources: lists.length === 0 && details.length > 0 ? null : lists.flat().map(readResource),
  };
}

function readResource({
  resourceType,
  resourceId,
  dataClusters,
}: z.infer<typeof grantedResource>): TermResource {
  return {
    resourceType: typeof resourceType === 'string' ? resourceType : null,
    resourceId: typeof resourceId === 'string' ? resourceId : null,
    clusters: dataClusters ?? null,
  };
}

function isSaid<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

function widest(days: ReadonlyArray<number | null | undefined>): number | null {
  const known = days.filter(isSaid);
  return known.length === 0 ? null : Math.max(...known);
}
