import { z } from 'zod';

import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import type { Failure } from '../../preload/contract/failure';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';
import { compareTerms, termsOfRequest } from './details-comparison';
import type { ConsentTerms } from './details-comparison';

const grantedDetail = z.object({
  type: z.string(),
  consentRequest: z
    .object({
      durationType: z.string().optional(),
      durationPeriod: z.int().optional(),
      lookbackPeriod: z.int().optional(),
      resources: z.array(z.object({ dataClusters: z.array(z.string()).optional() })).optional(),
    })
    .optional(),
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

  const breach = (rule: string, detail: string): Result<never, Failure> =>
    fail({ kind: 'provider-misbehaved', providerName, stage: 'token', rule, detail });
  const details = z.array(grantedDetail).safeParse(granted);
  if (!details.success)
    return breach('RFC 9396 7: authorization_details is an array of typed objects', 'it is not');
  const foreign = details.data.find(({ type }) => type !== requested[0].type);
  if (foreign !== undefined) {
    return breach(
      'RFC 9396 7: only what was asked for is granted',
      `type ${foreign.type.slice(0, 60)} was not asked for`,
    );
  }

  const terms = mergeTerms(details.data.map(({ consentRequest }) => consentRequest));
  const wider = compareTerms(asked, terms).filter(({ direction }) => direction !== 'narrower');
  if (wider.length === 0) return ok(terms);
  const members = wider.map(({ what, cluster, granted: value }) =>
    `${cluster ?? what} ${cluster === null ? (value ?? '') : ''}`.trim(),
  );
  return breach(
    'RFC 9396 7: no more is granted than was asked for',
    `wider: ${members.join(', ').slice(0, 200)}`,
  );
}

type GrantedRequest = z.infer<typeof grantedDetail>['consentRequest'];

function mergeTerms(requests: readonly GrantedRequest[]): ConsentTerms {
  const known = requests.filter((request) => request !== undefined);
  const clusters = known.flatMap(({ resources }) =>
    (resources ?? []).flatMap(({ dataClusters }) => dataClusters ?? []),
  );
  return {
    durationType: known.find(({ durationType }) => durationType !== undefined)?.durationType ?? null,
    durationDays: widest(known.map(({ durationPeriod }) => durationPeriod)),
    lookbackDays: widest(known.map(({ lookbackPeriod }) => lookbackPeriod)),
    clusters: [...new Set(clusters)],
  };
}

function widest(days: ReadonlyArray<number | undefined>): number | null {
  const known = days.filter((value) => value !== undefined);
  return known.length === 0 ? null : Math.max(...known);
}
