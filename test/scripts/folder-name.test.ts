import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';

import { whyFolderCannotBuild } from '../../scripts/setup/folder-name.mjs';

const at = (...names: string[]): string => ['', ...names].join(sep);

describe('the folder of a checkout', () => {
  it.each([
    { name: 'C# projects', has: 'a #', because: 'an address ends at its fragment' },
    { name: 'what now?', has: 'a ?', because: 'an address ends at its query' },
    { name: 'C#?', has: 'a # and a ?', because: 'both are named at once' },
  ])('is refused as “$name”, because $because', ({ name, has }) => {
    const root = at('home', name, 'countersign');
    expect(whyFolderCannotBuild(root)).toBe(
      `Countersign cannot be built here, because the folder “${name}” has ${has} in its name: rename that folder, or move this checkout (${root}) out of it, and try again.`,
    );
  });

  it('is refused for the name of the checkout itself too', () => {
    expect(whyFolderCannotBuild(at('home', 'countersign#2'))).toContain('“countersign#2”');
  });

  it('may hold every other sign, as each of these was built', () => {
    for (const name of [
      'my 100% für projekte',
      'a%23b',
      'a*b',
      "a'b",
      'a"b',
      'a[b',
      'a{b,c}',
      'a;b',
      'a&b',
      'a+b',
      'a@b',
    ]) {
      expect(whyFolderCannotBuild(at('home', name, 'countersign'))).toBeNull();
    }
  });
});
