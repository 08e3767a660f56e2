/** More words than these narrow nothing down for a person. */
const MAX_WORDS = 12;

/**
 * What a person typed as a question to the full-text index: each word is the beginning of a word, and all must be there.
 * Nothing of it is taken for the index's own syntax.
 *
 * @returns null when there is nothing to look for
 * @see SQLite FTS5, section 3 (full-text query syntax)
 */
export function matchOf(search: string): string | null {
  const words = search.match(/[\p{L}\p{N}\p{M}]+/gu)?.slice(0, MAX_WORDS) ?? [];
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ');
}
