/** The deepest nesting that is looked into. What OAuth and FDX send stays below ten. */
export const MAX_DEPTH = 32;

/**
 * Whether a JSON text is nested deeper than anything that is lawfully sent. Counted before it is parsed.
 *
 * @see CWE-674
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (isInString) {
      if (character === '\\') index += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** Whether a media type is JSON, also one with a name of its own such as `application/problem+json`. */
export function isJsonType(contentType: string | null): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(contentType ?? '');
}
