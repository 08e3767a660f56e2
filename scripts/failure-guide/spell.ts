import { messages } from '../../preload/contract/messages/catalogue.ts';
import type { Phrase } from '../../renderer/ui/words.tsx';

/** What the page says for a value of a message; a value that is not here stands for itself. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  provider: 'bank',
  host: 'address',
  description: 'words',
  when: 'time',
};

/** Several formats of one value, as a date with its time. */
const REPEATED = /(\*\*[^*]+\*\*)(?:, \1)+/g;

/**
 * A sentence of the screen with names in place of its values.
 *
 * @throws Error for a message with choices in it, such as plurals: the page has no values to choose by
 */
export function spell({ id }: Phrase): string {
  const text = messages.en[id]
    .replaceAll(/\{(\w+)(?:, [^{}]*)?\}/g, (_match, name: string) => `**${PLACEHOLDERS[name] ?? name}**`)
    .replaceAll(REPEATED, '$1');
  if (/[{}|]/.test(text)) throw new Error(`the page cannot spell ${id}: ${text}`);
  return text;
}
