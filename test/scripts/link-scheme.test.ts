import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { PRIVATE_USE_SCHEME } from '../../preload/contract/private-use-scheme';

it('the package registers the scheme that the app waits for, and it is the app id: a reversed domain name (RFC 8252 section 7.1)', () => {
  const yaml = readFileSync(new URL('../../electron-builder.yml', import.meta.url), 'utf8');

  expect(/^appId: (\S+)$/m.exec(yaml)?.[1]).toBe(PRIVATE_USE_SCHEME);
  expect(/^ {4}schemes: \[([^\]]*)\]/m.exec(yaml)?.[1]).toBe(PRIVATE_USE_SCHEME);
  expect(PRIVATE_USE_SCHEME).toMatch(/^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+$/);
});
