import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { OLDEST_NODE, whyNodeIsTooOld } from '../../scripts/setup/node-version.mjs';

describe('the oldest Node', () => {
  it('takes the version in `engines` and every later one', () => {
    for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.9.0']) {
      expect(whyNodeIsTooOld(version)).toBeNull();
    }
  });

  it('refuses an older one with a sentence that names both', () => {
    expect(whyNodeIsTooOld('20.18.3')).toBe(
      'Countersign needs Node 20.19 or newer, and this is Node 20.18.3: install a newer one and try again.',
    );
    expect(whyNodeIsTooOld('18.20.8')).toContain('Node 18.20.8');
  });

  it('is the one in package.json', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
    expect(manifest.engines.node).toBe(`>=${OLDEST_NODE.join('.')}`);
  });
});
