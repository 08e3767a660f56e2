import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { withLock } from '../../scripts/process/lock.mjs';
import { cacheFolder, cloneId } from '../../scripts/setup/places.mjs';

let cache = '';
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'countersign-lock-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(cache, { recursive: true, force: true });
});

const lockFile = () => join(cacheFolder(), 'locks', `work-${cloneId()}`);

describe('the lock between two runs', () => {
  it('lets one work after the other, and says that it waits', async () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const order: string[] = [];
    const first = withLock('work', async () => {
      order.push('first begins');
      await new Promise((resolve) => setImmediate(resolve));
      order.push('first ends');
    });
    await Promise.all([first, withLock('work', async () => order.push('second'))]);
    expect(order).toEqual(['first begins', 'first ends', 'second']);
    expect(told.mock.calls.flat().join('')).toContain('Another work of this folder is running');
  });

  it('is given back when the work throws', async () => {
    await expect(withLock('work', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(lockFile())).toBe(false);
  });

  it('counts for nothing when its owner is gone', async () => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    mkdirSync(join(cacheFolder(), 'locks'), { recursive: true });
    writeFileSync(lockFile(), String(gone));
    expect(await withLock('work', async () => 'done')).toBe('done');
  });
});
