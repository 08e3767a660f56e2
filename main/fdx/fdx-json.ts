import { isLosslessNumber, parse } from 'lossless-json';

import { isObject } from '../security/json';
import { isTooDeep } from '../security/json-limits';

/**
 * Reads JSON without turning decimals into doubles: a number stays the digits that were sent.
 *
 * @returns the value, or null when the text is not JSON or is nested too deeply
 * @see RFC 8259 section 6 (precision of numbers is the reader's business)
 */
export function parseFdxJson(text: string): { readonly value: unknown } | null {
  if (isTooDeep(text)) return null;
  try {
    return { value: parse(text) };
  } catch {
    return null; // the parser's message quotes the provider's text
  }
}

/**
 * The exact decimal of a JSON number, for example "-12.30"; null for anything else.
 * FDX sends amounts as numbers; a number in a string is taken as well, as it is seen in the field.
 */
export function decimalText(value: unknown): string | null {
  const text = isLosslessNumber(value) ? value.toString() : typeof value === 'string' ? value : null;
  if (text === null) return null;
  return /^-?\d{1,18}(\.\d{1,12})?$/.test(text) ? text : expanded(text);
}

/** A whole number of days or a count; null for anything else. */
export function wholeNumber(value: unknown): number | null {
  const number = isLosslessNumber(value) ? Number(value.toString()) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
}

/** A timestamp of FDX as epoch milliseconds, UTC; null for anything else. @see RFC 3339 section 5.6 */
export function instantMs(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(value)) return null;
  const ms = Date.parse(value);
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
}

/** A JSON object, or null. */
export function record(value: unknown): Readonly<Record<string, unknown>> | null {
  return isObject(value) && !isLosslessNumber(value) ? value : null;
}

// 1.5E3 is lawful JSON. It is expanded here by its digits, never by arithmetic.
function expanded(text: string): string | null {
  const match = /^(-?)(\d{1,18})(?:\.(\d{1,12}))?[eE]([+-]?\d{1,2})$/.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponentText = '0'] = match;
  const exponent = Number(exponentText);
  const digits = `${whole}${fraction}`;
  const point = whole.length + exponent;
  if (point < -11 || point > 18) return null;
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0');
  const at = point <= 0 ? 1 : point;
  const tail = padded.slice(at).replace(/0+$/, '');
  const head = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  return `${sign}${head}${tail === '' ? '' : `.${tail}`}`;
}
