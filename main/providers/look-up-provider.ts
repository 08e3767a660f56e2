import type { Failure, Violation } from '../../preload/contract/failure';
import { issuerAddress } from '../../preload/contract/issuer-address';
import type { ProviderFindings } from '../../preload/contract/provider-offer';
import type { ProviderDraft } from '../../preload/contract/provider-shapes';
import { fail, ok, type Result } from '../../preload/contract/result';
import { viewFindings } from '../oauth/capabilities';
import { findMetadata } from '../oauth/discovery';
import { type OpenHttp, withHttp } from '../ports/provider-http';
import { checkAuthority } from './provider-authority';

/**
 * Reads what a provider says of itself, for a person who is about to add it. Sends no credential.
 *
 * @param wanted `issuer` as it was typed: what is found there has to be called exactly so
 * @returns `issuer-differs` or `no-metadata` where the address that was typed is not that of a provider
 * @see OpenID Connect Discovery section 4; RFC 8414 section 3
 */
export async function lookUpProvider(
  wanted: Pick<ProviderDraft, 'issuer' | 'caPem' | 'authorizationDetailsType'>,
  openHttp: OpenHttp,
): Promise<Result<ProviderFindings, Failure>> {
  const { issuer, caPem, authorizationDetailsType } = wanted;
  const address = issuerAddress(issuer);
  if (address === null) return fail({ kind: 'bad-request', field: 'issuer' });
  const authority = checkAuthority(caPem);
  if (!authority.ok) return authority;
  const { host } = new URL(address);
  const found = await withHttp(openHttp, { caPem, clientCertificate: null }, (http) =>
    findMetadata(http, { providerName: host, issuer }),
  );
  if (!found.ok) return fail(asTyped(found.error, host));
  return ok(viewFindings(found.value.said, found.value.url, authorizationDetailsType));
}

/** Statuses by which a server says that it knows nothing of an address. @see RFC 9110 section 15.5 */
const NOTHING_THERE: readonly number[] = [400, 404, 405, 406, 410];

const NO_METADATA: readonly Violation[] = ['malformed', 'not-json', 'redirected'];

// An address that was typed is more likely wrong than a provider is: a front page, or nothing, is what stands at most.
function asTyped(failure: Failure, host: string): Failure {
  if (failure.kind === 'provider-refused' && NOTHING_THERE.includes(failure.status ?? 0))
    return { kind: 'no-metadata', host, detail: `HTTP ${failure.status ?? ''}` };
  const isNoMetadata = failure.kind === 'protocol-violation' && NO_METADATA.includes(failure.violation);
  return isNoMetadata
    ? { kind: 'no-metadata', host, detail: `${failure.rule} · ${failure.detail}` }
    : failure;
}
