import type { Failure } from '../../preload/contract/failure';
import { fail, type Result } from '../../preload/contract/result';
import type { ProviderProfile } from '../records/provider-profile';
import type { ProfileStore } from './profile-store';

export interface SiteDeps {
  readonly profiles: ProfileStore;
  /** Makes sure that the provider is there to be opened: the sandbox bank is started. */
  readonly ready: (providerId: string) => Promise<Result<unknown, Failure>>;
  readonly userAgent: {
    /** Shows a page that belongs to no flow. */
    readonly openSite: (profile: ProviderProfile, page: URL) => Promise<Result<null, Failure>>;
  };
}

/**
 * Takes the person to the provider's own page, where they see what they share and stop it there.
 * It needs neither keys nor access, so it works while the vault is locked or lost.
 *
 * @returns `provider-unknown`; `bad-request` when no such page is known, for which the window offers no button
 */
export async function openBankSite(
  { profiles, ready, userAgent }: SiteDeps,
  providerId: string,
): Promise<Result<null, Failure>> {
  const profile = profiles.get(providerId);
  if (profile === null) return fail({ kind: 'provider-unknown' });
  if (profile.siteUrl === null) return fail({ kind: 'bad-request', field: 'providerId' });
  const started = await ready(providerId);
  return started.ok ? userAgent.openSite(profile, new URL(profile.siteUrl)) : started;
}
