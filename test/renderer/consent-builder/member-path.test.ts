import { describe, expect, it } from 'vitest';

import { readMemberPath, writeMemberPath } from '../../../renderer/features/consent-builder/member-path';

describe('the member that a provider names', () => {
  it.each([
    { name: 'consentRequest.durationType', path: [0, 'consentRequest', 'durationType'] },
    { name: '[0].consentRequest.durationType', path: [0, 'consentRequest', 'durationType'] },
    { name: 'authorization_details[0].type', path: [0, 'type'] },
    { name: 'authorization_details', path: [0] },
    {
      name: 'consentRequest.resources[0].dataClusters[2]',
      path: [0, 'consentRequest', 'resources', 0, 'dataClusters', 2],
    },
  ])('$name is a way through the request', ({ name, path }) => {
    expect(readMemberPath(name)).toEqual(path);
  });

  it.each([
    { because: 'it is prose', name: 'the lookback period is too long' },
    { because: 'it is far too long', name: 'a.'.repeat(200) },
    { because: 'it has markup', name: '<b>type</b>' },
  ])('is left alone when $because', ({ name }) => {
    expect(readMemberPath(name)).toBeNull();
  });

  it('is written as it was read', () => {
    const name = 'consentRequest.resources[0].dataClusters[2]';

    expect(writeMemberPath(readMemberPath(name) ?? [])).toBe(name);
  });
});
