import { isTooDeep } from './json-limits';

/**
 * The value of a JSON text from outside or from a file. The parser's own message quotes the text, which may be
 * secret, so it is told to nobody.
 *
 * @returns null for what is no JSON, and for what is nested too deeply to be looked into
 * @see RFC 8259; CWE-674
 */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // whoever asked refuses null as it refuses any other value that does not fit
  }
}

/** Whether a JSON value is an object: neither null nor a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
