import { type Node, type ParseError, parseTree } from 'jsonc-parser';

import { isTooDeep } from '../security/json-limits';

/**
 * The tree of a JSON text, as far as it can be read. Null for what is no JSON at all, and for what is nested
 * so deep that to parse it would end with the parser's stack: an answer like that was refused, and must not
 * blind the wire to all others.
 *
 * @see CWE-674
 */
export function readJsonTree(text: string): Node | null {
  return isTooDeep(text) ? null : (parseTree(text) ?? null);
}

/** The same, and null for anything that is not JSON from the first character to the last. @see RFC 8259 */
export function readWholeJsonTree(text: string): Node | null {
  if (isTooDeep(text)) return null;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  return root === undefined || errors.length > 0 ? null : root;
}
