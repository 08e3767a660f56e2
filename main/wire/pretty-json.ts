import { parse, stringify } from 'lossless-json';

/**
 * Indents JSON by two spaces, with every number as it was sent.
 *
 * @param text JSON; anything else comes back as it is
 */
export function prettyJson(text: string): string {
  try {
    return stringify(parse(text), undefined, 2) ?? text;
  } catch {
    return text; // not JSON: shown as the text that it is
  }
}
