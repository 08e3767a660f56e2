import type { BuilderMessageId } from '../../../preload/contract/messages/en-builder';
import type { Phrase, WordValues } from '../../ui/words';

/** Puts a message of the builder and what it needs together. */
export function phrase(id: BuilderMessageId, values: WordValues = {}): Phrase {
  return { id, values };
}
