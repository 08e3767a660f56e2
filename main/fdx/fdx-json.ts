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

/** No double is larger than 1.8e308, so a longer number was never a number of anybody's. @see IEEE 754, RFC 8259 6 */
const MAX_WHOLE_DIGITS = 309;
/** The smallest double, 5e-324, has 1,074 places; it is the longest that any printing of one can be. */
const MAX_FRACTION_DIGITS = 1_100;

/**
 * The exact decimal of a JSON number, for example "-12.30"; null for anything else. It has as many places as were sent:
 * 0.30000000000000004 is what binary floating point prints, and somebody's money all the same.
 * FDX sends amounts as numbers; a number in a string is taken as well, as it is seen in the field.
 */
export function decimalText(value: unknown): string | null {
  const text = numberText(value);
  const match = text === null ? null : /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent] = match;
  const written = exponent === undefined ? { whole, fraction } : movePoint(whole, fraction, Number(exponent));
  if (written === null || written.whole.length > MAX_WHOLE_DIGITS) return null;
  if (written.fraction.length > MAX_FRACTION_DIGITS) return null;
  return `${sign}${written.whole}${written.fraction === '' ? '' : `.${written.fraction}`}`;
}

/** What stands for a number in JSON, as it was written; null for what is neither a number nor a text. */
export function numberText(value: unknown): string | null {
  if (isLosslessNumber(value)) return value.toString();
  return typeof value === 'string' ? value : null;
}

/** A whole number of days or a count; null for anything else. */
export function wholeNumber(value: unknown): number | null {
  const number = isLosslessNumber(value) ? Number(value.toString()) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
}

/** A number of days that something can last; null for anything else, and for less than none. */
export function days(value: unknown): number | null {
  const number = wholeNumber(value);
  return number !== null && number >= 0 ? number : null;
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d+))?)?([Zz]|[+-]\d{2}:?\d{2})$/;

/**
 * A timestamp of FDX as epoch milliseconds, UTC; null for anything else. A date alone and a time without a zone are
 * no moments: which one was meant would be a guess of ours.
 *
 * @see RFC 3339 section 5.6 and 5.7 (a leap second is the last one of its minute)
 */
export function instantMs(value: unknown): number | null {
  const match = typeof value === 'string' ? TIMESTAMP.exec(value) : null;
  if (match === null) return null;
  const [, date = '', minute = '', second = '00', fraction = '', zone = ''] = match;
  if (!isDay(date)) return null;
  const offset = /^[zZ]$/.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const known = second === '60' ? '59' : second;
  const ms = Date.parse(`${date}T${minute}:${known}.${fraction.padEnd(3, '0').slice(0, 3)}${offset}`);
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
}

// The engine reads February 30 as March 2.
function isDay(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(date);
}

/** A JSON object, or null. */
export function record(value: unknown): Readonly<Record<string, unknown>> | null {
  return isObject(value) && !isLosslessNumber(value) ? value : null;
}

interface Digits {
  readonly whole: string;
  readonly fraction: string;
}

// 1.5E3 is lawful JSON. It is expanded here by its digits, never by arithmetic.
function movePoint(whole: string, fraction: string, exponent: number): Digits | null {
  const digits = `${whole}${fraction}`.replace(/^0+(?=\d)/, '');
  if (/^0+$/.test(digits)) return { whole: '0', fraction: '' };
  const point = digits.length - fraction.length + exponent;
  if (point > MAX_WHOLE_DIGITS || digits.length - point > MAX_FRACTION_DIGITS) return null;
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0');
  const at = Math.max(1, point);
  return { whole: padded.slice(0, at), fraction: padded.slice(at).replace(/0+$/, '') };
}
