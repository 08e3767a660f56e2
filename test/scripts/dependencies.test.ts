import { describe, expect, it } from 'vitest';

import { whatIsMissing } from '../../scripts/setup/dependencies.mjs';

const WANTED = {
  '': { version: '0.1.0' },
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/fsevents': { version: '2.3.3', optional: true },
};

describe('whether the dependencies are installed', () => {
  it('is content with every package at its version', () => {
    expect(whatIsMissing(WANTED, { 'node_modules/zod': { version: '4.6.7' } })).toBeNull();
  });

  it('sees a package of another version', () => {
    expect(whatIsMissing(WANTED, { 'node_modules/zod': { version: '4.6.6' } })).toBe('node_modules/zod');
  });

  it('sees a package that is absent, unless it is optional: those may be for other systems', () => {
    expect(whatIsMissing(WANTED, {})).toBe('node_modules/zod');
  });

  it('sees an optional package of another version', () => {
    const installed = {
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/fsevents': { version: '1.0.0' },
    };
    expect(whatIsMissing(WANTED, installed)).toBe('node_modules/fsevents');
  });
});
