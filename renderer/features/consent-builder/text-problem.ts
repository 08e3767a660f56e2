import type { Phrase } from '../../ui/words';
import type { TextPlace } from './text-place';

/** One thing that is wrong with the text of a request. */
export interface TextProblem {
  /** Path of the member, for example `consentRequest.durationType`; empty for the whole. */
  readonly member: string;
  readonly message: Phrase;
  readonly place: TextPlace;
}
