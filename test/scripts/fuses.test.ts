import { describe, expect, it } from 'vitest';

import { readFuses, yamlName } from '../../scripts/package/fuses.mjs';

const YAML = `asar: true

# about fuses
electronFuses:
  runAsNode: false # because
  onlyLoadAppFromAsar: true

linux:
  syncDesktopName: true
`;

describe('the fuses in electron-builder.yml', () => {
  it('are the booleans of their block, and no others', () => {
    expect(readFuses(YAML)).toEqual({ runAsNode: false, onlyLoadAppFromAsar: true });
  });

  it('are none where there is no such block', () => {
    expect(readFuses('asar: true\n')).toEqual({});
  });

  it('are called as in FuseV1Options, with a small first letter', () => {
    expect(yamlName('RunAsNode')).toBe('runAsNode');
  });
});
