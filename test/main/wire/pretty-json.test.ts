import { expect, it } from 'vitest';

import { prettyJson } from '../../../main/wire/pretty-json';

it('JSON is indented, and every number keeps the digits that were sent (RFC 8259 section 6)', () => {
  expect(prettyJson('{"a":12.50,"b":[1e2,9007199254740993],"c":{}}')).toBe(
    '{\n  "a": 12.50,\n  "b": [\n    1e2,\n    9007199254740993\n  ],\n  "c": {}\n}',
  );
});

it.each(['', '{', '<html>', 'undefined', '{"a":NaN}'])('what is no JSON comes back as it is: %j', (text) => {
  expect(prettyJson(text)).toBe(text);
});
