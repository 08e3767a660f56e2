import type { AuthorizationDetails } from '../../../preload/contract/authorization-details';
import type { PurposeId } from '../../../preload/contract/purposes';

/** A consent request that can be reviewed, and why it is made. */
export interface Draft {
  readonly purpose: PurposeId;
  readonly authorizationDetails: AuthorizationDetails;
}
