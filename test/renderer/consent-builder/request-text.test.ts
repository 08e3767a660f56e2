import { describe, expect, it } from 'vitest';

import { FDX_DETAIL_TYPE } from '../../../preload/contract/consent-vocabulary';
import {
  formFromPurpose,
  toAuthorizationDetails,
} from '../../../renderer/features/consent-builder/builder-model';
import {
  MAX_TEXT_LENGTH,
  readJsonText,
  writeJsonText,
} from '../../../renderer/features/consent-builder/request-text';

const GOOD = writeJsonText(toAuthorizationDetails(formFromPurpose('ongoing-budget', FDX_DETAIL_TYPE)));

/** The good text with one change; a change that changes nothing would make a test that tests nothing. */
function changed(from: string, to: string): string {
  if (!GOOD.includes(from)) throw new Error(`not in the text: ${from}`);
  return GOOD.replace(from, to);
}

function firstProblem(text: string) {
  const reading = readJsonText(text);
  if (reading.ok) throw new Error('the text was taken');
  const [first] = reading.error;
  return {
    line: first?.place.line,
    column: first?.place.column,
    member: first?.member,
    message: first?.message.id.replace('builder.problem.', ''),
    at: first ? text.slice(first.place.offset, first.place.offset + first.place.length) : '',
  };
}

describe('the text of a request', () => {
  it('is read whatever the order of its members and the space between them', () => {
    const text =
      '[ {"consentRequest":{"resources":[{"dataClusters":["TRANSACTIONS"],"resourceType":"ACCOUNT"}],\n' +
      '"lookbackPeriod":7,"durationType":"PERSISTENT"},"type":"fdx_v1.0"}]\n';

    expect(readJsonText(text)).toMatchObject({
      ok: true,
      value: [{ consentRequest: { lookbackPeriod: 7 } }],
    });
  });

  it.each([
    { because: 'it is empty', text: '  \n', line: 1, column: 1, member: '', message: 'empty' },
    {
      because: 'it is far too long',
      text: `[${' '.repeat(MAX_TEXT_LENGTH)}]`,
      line: 1,
      column: 1,
      member: '',
      message: 'tooLong',
    },
    {
      because: 'it is nested without end',
      text: '['.repeat(5000),
      line: 1,
      column: 1,
      member: '',
      message: 'tooDeep',
    },
    {
      because: 'a comma is missing, which is told where it belongs',
      text: changed('"TIME_BOUND",', '"TIME_BOUND"'),
      line: 5,
      column: 34,
      member: 'consentRequest.durationType',
      message: 'CommaExpected',
    },
    {
      because: 'a comma has nothing after it',
      text: changed('"TRANSACTIONS"', '"TRANSACTIONS",'),
      line: 13,
      column: 27,
      member: 'consentRequest.resources[0].dataClusters[2]',
      message: 'trailingComma',
    },
    {
      because: 'a quote is missing',
      text: changed('"TIME_BOUND"', '"TIME_BOUND'),
      line: 5,
      column: 23,
      member: 'consentRequest.durationType',
      message: 'UnexpectedEndOfString',
    },
    {
      because: 'it has a comment',
      text: changed('90', '90 // days'),
      line: 6,
      column: 28,
      member: 'consentRequest.durationPeriod',
      message: 'InvalidCommentToken',
    },
    {
      because: 'text follows it',
      text: `${GOOD}x`,
      line: 19,
      column: 2,
      member: '',
      message: 'InvalidSymbol',
    },
  ])('is refused because $because', ({ text, line, column, member, message }) => {
    expect(firstProblem(text)).toMatchObject({ line, column, member, message });
  });

  it.each([
    { because: 'it is an object and not an array', text: '{}', at: '{}', member: '', message: 'needsArray' },
    { because: 'it holds nothing', text: '[]', at: '[]', member: '', message: 'oneRequest' },
    {
      because: 'it holds two requests',
      text: changed('[\n  {', '[\n  {}, {'),
      at: changed('[\n  {', '[\n  {}, {'),
      member: '',
      message: 'oneRequest',
    },
    {
      because: 'the type is missing',
      text: changed('"type": "fdx_v1.0",', ''),
      at: '{',
      member: 'type',
      message: 'missing',
    },
    {
      because: 'the type is empty',
      text: changed('"fdx_v1.0"', '""'),
      at: '""',
      member: 'type',
      message: 'emptyText',
    },
    {
      because: 'the type is a number',
      text: changed('"fdx_v1.0"', '1'),
      at: '1',
      member: 'type',
      message: 'needsText',
    },
    {
      because: 'the duration is none of the three',
      text: changed('"TIME_BOUND"', '"TIME_BASED"'),
      at: '"TIME_BASED"',
      member: 'consentRequest.durationType',
      message: 'oneOf',
    },
    {
      because: 'the duration is missing',
      text: changed('"durationType": "TIME_BOUND",', ''),
      at: '{',
      member: 'consentRequest.durationType',
      message: 'missing',
    },
    {
      because: 'the period is missing',
      text: changed('"durationPeriod": 90,', ''),
      at: '"TIME_BOUND"',
      member: 'consentRequest.durationPeriod',
      message: 'needsPeriod',
    },
    {
      because: 'there is a period but no bound',
      text: changed('"TIME_BOUND"', '"ONE_TIME"'),
      at: '90',
      member: 'consentRequest.durationPeriod',
      message: 'noPeriod',
    },
    {
      because: 'the period is too long',
      text: changed('90', '3651'),
      at: '3651',
      member: 'consentRequest.durationPeriod',
      message: 'atMost',
    },
    {
      because: 'the lookback is zero',
      text: changed('180', '0'),
      at: '0',
      member: 'consentRequest.lookbackPeriod',
      message: 'atLeast',
    },
    {
      because: 'the lookback is text',
      text: changed('180', '"180"'),
      at: '"180"',
      member: 'consentRequest.lookbackPeriod',
      message: 'needsWholeNumber',
    },
    {
      because: 'the lookback has a fraction',
      text: changed('180', '1.5'),
      at: '1.5',
      member: 'consentRequest.lookbackPeriod',
      message: 'needsWholeNumber',
    },
    {
      because: 'the lookback is null',
      text: changed('180', 'null'),
      at: 'null',
      member: 'consentRequest.lookbackPeriod',
      message: 'needsWholeNumber',
    },
    {
      because: 'a resource is no object',
      text: changed('"resources": [', '"resources": [1,'),
      at: '1',
      member: 'consentRequest.resources[0]',
      message: 'needsObject',
    },
    {
      because: 'a cluster is written small',
      text: changed('"TRANSACTIONS"', '"Transactions"'),
      at: '"Transactions"',
      member: 'consentRequest.resources[0].dataClusters[1]',
      message: 'name',
    },
    {
      because: 'there is a member that the standard does not have',
      text: changed('"type"', '"note": "hi", "type"'),
      at: '"note"',
      member: 'note',
      message: 'unknownMember',
    },
    {
      because: 'it tries to reach the prototype',
      text: changed('"type"', '"__proto__": {"a": 1}, "type"'),
      at: '"__proto__"',
      member: '__proto__',
      message: 'unknownMember',
    },
    {
      because: 'a member stands twice',
      text: changed('"type"', '"type": "x", "type"'),
      at: '"type"',
      member: 'type',
      message: 'repeatedMember',
    },
  ])('is refused because $because', ({ text, at, member, message }) => {
    expect(firstProblem(text)).toMatchObject({ at, member, message });
  });

  it('tells every problem of the schema, in the order of the text', () => {
    const reading = readJsonText(
      changed('"TIME_BOUND"', '"ONCE"').replace('180', '-1').replace('"ACCOUNT"', '"a"'),
    );

    expect(reading.ok ? [] : reading.error.map(({ place }) => place.line)).toEqual([5, 7, 10]);
  });

  it('tells one problem per line of broken syntax, and not more than a person can take in', () => {
    const reading = readJsonText('[\n"a" b c d\n,,\n}\n]]\n"\n"\n"\n"\n');
    const lines = reading.ok ? [] : reading.error.map(({ place }) => place.line);

    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.length).toBeLessThanOrEqual(5);
  });

  it.each([
    '[{"type"',
    '[{"a":{"b":',
    '{',
    '"',
    'nul',
    '[1e999]',
    '\u0000',
    '[[[[',
    '﻿[]',
    '[{"type":"\\u12"}]',
  ])('never throws, not for %j either', (text) => {
    expect(readJsonText(text).ok).toBe(false);
  });

  it('never throws for any beginning of a good text, and takes none but the whole', () => {
    for (let end = 0; end < GOOD.length; end += 1) expect(readJsonText(GOOD.slice(0, end)).ok).toBe(false);
    expect(readJsonText(GOOD).ok).toBe(true);
  });
});
