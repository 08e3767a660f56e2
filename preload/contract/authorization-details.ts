import './zod-without-code'; // before any schema is made

import { z } from 'zod';

import { DURATION_TYPES } from './consent-vocabulary';

/** The longest period, in days, that this client puts into a request: ten years. FDX sets no limit. */
export const MAX_PERIOD_DAYS = 3650;

const days = (least: number) => z.int().min(least).max(MAX_PERIOD_DAYS);

// Resource types and clusters are open lists in FDX: a provider may know more than we do,
// and a developer must be able to send one to see what the provider says.
const fdxName = z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/);

const requestedResource = z.strictObject({
  resourceType: fdxName,
  dataClusters: z.array(fdxName).min(1).max(40),
});

/**
 * What a person is asked to share, exactly as it stands in `authorization_details`.
 *
 * @see FDX Consent API, ConsentRequest. `durationPeriod` and `lookbackPeriod` are days.
 */
const consentRequest = z
  .strictObject({
    durationType: z.enum(DURATION_TYPES),
    durationPeriod: days(1).optional(),
    lookbackPeriod: days(1),
    resources: z.array(requestedResource).min(1).max(20),
  })
  .refine((request) => request.durationType !== 'TIME_BOUND' || request.durationPeriod !== undefined, {
    path: ['durationPeriod'],
    message: 'TIME_BOUND needs durationPeriod',
  })
  .refine((request) => request.durationType === 'TIME_BOUND' || request.durationPeriod === undefined, {
    path: ['durationPeriod'],
    message: 'only TIME_BOUND has durationPeriod',
  });

const authorizationDetail = z.strictObject({
  /** `fdx_v1.0` unless the provider profile says otherwise. */
  type: z.string().min(1).max(128),
  consentRequest,
});

/** One RAR object in an array, as it goes into the PAR body. @see RFC 9396 section 2 */
export const authorizationDetails = z.tuple([authorizationDetail]);

export type ConsentRequest = z.infer<typeof consentRequest>;
export type RequestedResource = z.infer<typeof requestedResource>;
export type AuthorizationDetails = z.infer<typeof authorizationDetails>;
