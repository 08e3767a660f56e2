import type { Failure } from '../../preload/contract/failure';
import type { Result } from '../../preload/contract/result';
import type { ProviderProfile } from '../records/provider-profile';

/** The browser, or the bank's own window, while a flow is at the provider. */
export interface UserAgent {
  /** Shows the page; called again when the person wants to see it again. */
  readonly open: (profile: ProviderProfile, url: URL) => Promise<Result<null, Failure>>;
  /** Shows a page of the provider that belongs to no flow, and stays when a flow ends. */
  readonly openSite: (profile: ProviderProfile, url: URL) => Promise<Result<null, Failure>>;
  /** The flow does not need its page any more. */
  readonly close: () => void;
}
