import type { MessageId } from '../../../preload/contract/messages/catalogue';
import type { Phrase, WordValues } from '../../ui/words';

/** Puts a message of the builder and what it needs together. */
export function phrase(id: MessageId, values: WordValues = {}): Phrase {
  return { id, values };
}
