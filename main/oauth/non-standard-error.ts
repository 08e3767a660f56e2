import { cleanForeignText } from '../security/foreign-text';
import { isJsonType } from '../security/json-limits';
import { textOf } from './ask-provider';

export interface OddError {
  /** The provider's own code, else the HTTP status. */
  readonly code: string;
  readonly description: string | null;
}

const CODES: readonly string[] = ['error', 'code', 'errorCode', 'title'];
const DESCRIPTIONS: readonly string[] = ['error_description', 'description', 'message', 'detail'];

/**
 * Reads what an error answer says, whichever of the shapes in the field it has: OAuth's own, FDX's
 * `{code, message}`, `{error: {code, message}}`, `{errors: [...]}`, problem details, or none.
 * A body that does not say that it is JSON is not looked into.
 *
 * @see RFC 6749 section 5.2; FDX API 6.x Error; RFC 9457 section 3.1
 */
export function readOddError(response: Response): OddError {
  const said = isJsonType(response.headers.get('content-type')) ? innermost(parsed(textOf(response))) : {};
  return {
    code: first(said, CODES, 64) ?? String(response.status),
    description: first(said, DESCRIPTIONS, 300),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // an error answer need not be readable to be an error
  }
}

function innermost(body: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(body)) return {};
  const list = Array.isArray(body['errors']) ? (body['errors'] as readonly unknown[]) : [];
  const inner = [body['error'], list[0]].find(isObject);
  return inner ?? body;
}

function first(
  said: Readonly<Record<string, unknown>>,
  names: readonly string[],
  maxLength: number,
): string | null {
  for (const name of names) {
    const value = Object.hasOwn(said, name) ? said[name] : null;
    const text = cleanForeignText(typeof value === 'number' ? String(value) : value, maxLength);
    if (text !== '') return text;
  }
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
