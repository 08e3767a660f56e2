import { describe, expect, it } from 'vitest';

import { maskValues } from '../../../main/security/mask-values';

describe('taking known secrets out of a text', () => {
  it('finds them under any name and more than once', () => {
    const text = '{"token":"at-secret-1","copies":["at-secret-1"],"note":"see at-secret-1"}';

    expect(maskValues(text, ['at-secret-1'])).toBe('{"token":"•••","copies":["•••"],"note":"see •••"}');
  });

  it.each([
    { because: 'there is none', secrets: [null] },
    { because: 'it is so short that it stands in many words', secrets: ['id'] },
    { because: 'it is not in the text', secrets: ['another-secret'] },
  ])('leaves the text as it is when $because', ({ secrets }) => {
    expect(maskValues('{"id":"consent-1"}', secrets)).toBe('{"id":"consent-1"}');
  });
});
