import type { Failure } from '../../preload/contract/failure';
import type { ProviderFindings } from '../../preload/contract/provider-offer';
import type { ProviderDraft } from '../../preload/contract/provider-shapes';
import { ok, type Result } from '../../preload/contract/result';
import { openProviderHttp } from '../http/provider-http';
import { viewFindings } from '../oauth/capabilities';
import { readMetadata } from '../oauth/discovery';
import type { WireObserver } from '../wire/exchange-recorder';
import { checkAuthority } from './provider-authority';

/**
 * Reads what a provider says of itself, for a person who is about to add it. Sends no credential.
 *
 * @see OpenID Connect Discovery section 4; RFC 8414 section 3
 */
export async function lookUpProvider(
  wanted: Pick<ProviderDraft, 'issuer' | 'caPem' | 'authorizationDetailsType'>,
  observer: WireObserver,
): Promise<Result<ProviderFindings, Failure>> {
  const { issuer, caPem, authorizationDetailsType } = wanted;
  const authority = checkAuthority(caPem);
  if (!authority.ok) return authority;
  const http = openProviderHttp({ caPem, clientCertificate: null, observer });
  const found = await readMetadata(http, { providerName: new URL(issuer).host, issuer });
  await http.close();
  if (!found.ok) return found;
  return ok(viewFindings(found.value.said, found.value.url, authorizationDetailsType));
}
