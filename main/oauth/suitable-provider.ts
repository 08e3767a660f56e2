import type { ServerMetadata as AuthorizationServer } from 'openid-client';

import type { Failure } from '../../preload/contract/failure';
import { isByChoice, type ProviderNeeds, whatIsLacking } from '../../preload/contract/provider-offer';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { ProviderHttp } from '../ports/provider-http';
import { readCapabilities } from './capabilities';
import { type DiscoveryTarget, readMetadata } from './discovery';

/** What a provider must be able to do for this client. */
export interface Needs extends ProviderNeeds {
  /** The `authorization_details` type that the provider must offer. */
  readonly authorizationDetailsType: string;
}

/**
 * Reads the provider's metadata and makes sure that it can do all that this client will not do without.
 *
 * @see FAPI 2.0 Security Profile section 5.3.3
 */
export async function discover(
  http: ProviderHttp,
  target: DiscoveryTarget & Needs,
  signal?: AbortSignal,
): Promise<Result<AuthorizationServer, Failure>> {
  const { providerName } = target;
  const read = await readMetadata(http, target, signal);
  if (!read.ok) return read;
  const { metadata } = read.value;
  const missing = whatIsMissing(metadata, target);
  if (missing.length === 0) return ok(metadata);
  const lacking = whatIsLacking(readCapabilities(metadata, target.authorizationDetailsType), target);
  return fail({
    kind: 'provider-unsuitable',
    providerName,
    missing,
    isByChoice: lacking.every((one) => isByChoice(one)),
  });
}

/**
 * Names what the metadata lacks, in the field's own words; an empty list means that the flow can start.
 * The capability card judges by the same rows, so what it says beforehand is what a flow finds.
 *
 * @see FAPI 2.0 Security Profile section 5.3.3: PAR, PKCE S256, sender-constrained tokens, `iss`
 */
export function whatIsMissing(metadata: AuthorizationServer, needs: Needs): readonly string[] {
  const offered = readCapabilities(metadata, needs.authorizationDetailsType);
  return whatIsLacking(offered, needs).map(({ standard }) => standard);
}
