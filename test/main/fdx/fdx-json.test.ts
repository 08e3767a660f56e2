import { describe, expect, it } from 'vitest';

import { days, decimalText, instantMs, parseFdxJson, record, wholeNumber } from '../../../main/fdx/fdx-json';

function valueIn(text: string): unknown {
  const parsed = parseFdxJson(text);
  if (parsed === null) throw new Error('not readable');
  return parsed.value;
}

describe('an amount in JSON (RFC 8259 section 6)', () => {
  for (const { json, decimal, because } of [
    { json: '0.1', decimal: '0.1', because: 'the digits are kept' },
    { json: '2410.50', decimal: '2410.50', because: 'a zero at the end is a digit that was sent' },
    { json: '8000.0', decimal: '8000.0', because: 'likewise' },
    { json: '-12.30', decimal: '-12.30', because: 'an overdraft is money, too' },
    { json: '0', decimal: '0', because: 'nothing is an amount' },
    {
      json: '0.30000000000000004',
      decimal: '0.30000000000000004',
      because: 'RFC 8259 sets no limit, and it is what a double prints',
    },
    { json: '12.540000000000001', decimal: '12.540000000000001', because: 'likewise' },
    { json: '0.123456789012345678', decimal: '0.123456789012345678', because: 'a coin has 18 places' },
    {
      json: '1.7976931348623157e308',
      decimal: `17976931348623157${'0'.repeat(292)}`,
      because: 'a double can be that',
    },
    { json: '5e-324', decimal: `0.${'0'.repeat(323)}5`, because: 'a double can be that, too' },
    { json: '-0', decimal: '-0', because: 'it is written so' },
    { json: '0.00e2', decimal: '0', because: 'nothing, however it is written' },
    { json: '1e-99999999999999999999', decimal: null, because: 'no double is that small' },
    { json: `1${'0'.repeat(309)}`, decimal: null, because: 'no double is that large' },
    { json: `0.${'1'.repeat(1101)}`, decimal: null, because: 'no double has so many places' },
    { json: '123456789012345678', decimal: '123456789012345678', because: 'a double would end in 680' },
    { json: '9007199254740993.01', decimal: '9007199254740993.01', because: 'a double would lose the cent' },
    { json: '1.5E3', decimal: '1500', because: 'an exponent is lawful' },
    { json: '1.5e-3', decimal: '0.0015', because: 'so is a negative one' },
    { json: '-2.50E+2', decimal: '-250', because: 'so is a sign' },
    { json: '100e-2', decimal: '1', because: 'the point moves to the left' },
    { json: '0e5', decimal: '0', because: 'nothing, however often' },
    { json: '1e17', decimal: '100000000000000000', because: 'it still fits' },
    { json: '1e18', decimal: '1000000000000000000', because: 'how much there is, is not ours to say' },
    { json: '1e999', decimal: null, because: 'it is Infinity by another name' },
    { json: '1e-99', decimal: `0.${'0'.repeat(98)}1`, because: 'it is next to nothing, and not nothing' },
    { json: '1234567890123456789', decimal: '1234567890123456789', because: 'every digit is kept' },
    { json: '"12.30"', decimal: '12.30', because: 'a number in a string is seen in the field' },
    { json: '"12,30"', decimal: null, because: 'a comma means one thing here and another there' },
    { json: '"$12.30"', decimal: null, because: 'the currency has its own place' },
    { json: '"Infinity"', decimal: null, because: 'it is no amount' },
    { json: '"NaN"', decimal: null, because: 'it is no amount' },
    { json: '"0x10"', decimal: null, because: 'it is no decimal' },
    { json: '""', decimal: null, because: 'it is empty' },
    { json: '" 1"', decimal: null, because: 'it is not a number alone' },
    { json: 'true', decimal: null, because: 'it is no number' },
    { json: 'null', decimal: null, because: 'it is not there' },
    { json: '[1]', decimal: null, because: 'it is a list' },
    { json: '{"amount":1}', decimal: null, because: 'it is an object' },
  ]) {
    it(`${json} is ${String(decimal)}: ${because}`, () => {
      expect(decimalText(valueIn(json))).toBe(decimal);
    });
  }

  it('is never made of doubles: tenths and fifths stay what they are', () => {
    const amounts = valueIn('[0.1, 0.2, 0.7, 1.005, 4.35, 1.10]');

    expect((amounts as unknown[]).map(decimalText)).toEqual(['0.1', '0.2', '0.7', '1.005', '4.35', '1.10']);
  });
});

describe('text that is not to be trusted', () => {
  it.each([
    { text: '', because: 'it is empty' },
    { text: '{', because: 'it is cut off' },
    { text: '{"a":NaN}', because: 'JSON has no NaN' },
    { text: '{"a":Infinity}', because: 'JSON has no Infinity' },
    { text: "{'a':1}", because: 'JSON has one kind of quotes' },
    { text: '{"a":1}{"a":2}', because: 'it is two documents' },
    { text: '<html></html>', because: 'it is a page' },
    { text: '\u0000', because: 'it is a control character' },
    { text: `${'['.repeat(33)}${']'.repeat(33)}`, because: 'it is deeper than anything in FDX' },
    { text: `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`, because: 'it is deeper than anything in FDX' },
    { text: '['.repeat(5_000_000), because: 'it would be five million deep' },
  ])('is not read when $because', ({ text }) => {
    expect(parseFdxJson(text)).toBeNull();
  });

  it('is read when brackets stand in strings only, escapes and all', () => {
    const text = JSON.stringify({ memo: `\\"${'[{'.repeat(100)}` });

    expect(record(valueIn(text))?.['memo']).toBe(`\\"${'[{'.repeat(100)}`);
  });

  it('is read to a depth of 32', () => {
    expect(parseFdxJson(`${'['.repeat(32)}${']'.repeat(32)}`)).not.toBeNull();
  });

  it.each([
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"a":{"__proto__":{"polluted":true}}}',
    '[{"__proto__":{"polluted":true}}]',
  ])('teaches no object anything: %s (CWE-1321)', (text) => {
    parseFdxJson(text);

    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(([] as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a timestamp (RFC 3339 section 5.6)', () => {
  for (const { value, ms, because } of [
    { value: '2026-03-02T15:04:05.000Z', ms: Date.UTC(2026, 2, 2, 15, 4, 5), because: 'it is UTC' },
    { value: '2026-03-02T16:04:05+01:00', ms: Date.UTC(2026, 2, 2, 15, 4, 5), because: 'it has an offset' },
    { value: '2026-03-02T15:04:05+0000', ms: Date.UTC(2026, 2, 2, 15, 4, 5), because: 'ISO 8601 basic' },
    { value: '2026-03-02T15:04Z', ms: Date.UTC(2026, 2, 2, 15, 4), because: 'the minute is named' },
    { value: '2026-03-02 15:04:05z', ms: Date.UTC(2026, 2, 2, 15, 4, 5), because: 'RFC 3339 lets it' },
    { value: '2026-03-02T15:04:05.123456Z', ms: Date.UTC(2026, 2, 2, 15, 4, 5, 123), because: 'likewise' },
    { value: '2026-12-31T23:59:60Z', ms: Date.UTC(2026, 11, 31, 23, 59, 59), because: 'a leap second' },
    { value: '2026-03-02', ms: null, because: 'a date is no instant' },
    { value: '2026-03-02T15:04:05', ms: null, because: 'nobody knows in which zone' },
    { value: '2026-02-30T00:00:00Z', ms: null, because: 'the engine would make it March' },
    { value: '02/03/2026', ms: null, because: 'nobody knows which month' },
    { value: '2026-13-45T99:99:99Z', ms: null, because: 'there is no such day' },
    { value: '1899-01-01T00:00:00Z', ms: null, because: 'there was no FDX' },
    { value: 'yesterday', ms: null, because: 'it is a word' },
    { value: '', ms: null, because: 'it is empty' },
    { value: 1_772_463_845, ms: null, because: 'it is a number' },
    { value: null, ms: null, because: 'it is not there' },
  ]) {
    it(`${JSON.stringify(value)} is ${String(ms)}: ${because}`, () => {
      expect(instantMs(value)).toBe(ms);
    });
  }
});

describe('a number of days', () => {
  it.each([
    { json: '60', days: 60 },
    { json: '0', days: 0 },
    { json: '60.0', days: 60 },
    { json: '60.5', days: null },
    { json: '1e400', days: null },
    { json: '"60"', days: null },
    { json: 'null', days: null },
    { json: '99999999999999999999', days: null },
  ])('$json is $days', ({ json, days }) => {
    expect(wholeNumber(valueIn(json))).toBe(days);
  });
});

describe('how long something lasts', () => {
  it.each([
    { json: '0', shown: 0 },
    { json: '-1', shown: null },
    { json: '-0.5', shown: null },
  ])('is $shown for $json: nothing lasts less than no time', ({ json, shown }) => {
    expect(days(valueIn(json))).toBe(shown);
  });
});
