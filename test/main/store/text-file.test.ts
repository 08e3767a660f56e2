import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

import { readTextFile, writeWholeFile } from '../../../main/store/text-file';

const MAX_BYTES = 1000;

async function fileOf(bytes: Uint8Array | string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-text-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'profile.json');
  await writeFile(path, bytes);
  return path;
}

describe('a file that a person picked', () => {
  it('is read as it is', async () => {
    expect(await readTextFile(await fileOf('{"name": "Crédit"}'), MAX_BYTES)).toEqual({
      ok: true,
      value: '{"name": "Crédit"}',
    });
  });

  it.each([
    { bytes: Buffer.alloc(MAX_BYTES + 1, 32), reason: 'too-large' },
    { bytes: Uint8Array.of(0xff, 0xfe, 0x00), reason: 'not-text' },
    { bytes: Uint8Array.of(0x7b, 0x00, 0x7d), reason: 'not-text' },
  ])('is refused when it is $reason', async ({ bytes, reason }) => {
    expect(await readTextFile(await fileOf(bytes), MAX_BYTES)).toEqual({
      ok: false,
      error: { kind: 'file-not-read', reason },
    });
  });

  it('is refused when it is not there', async () => {
    expect(await readTextFile(join(await fileOf(''), 'nothing'), MAX_BYTES)).toMatchObject({ ok: false });
  });
});

describe('a file that a person saves', () => {
  it('is there whole, for its owner alone, and nothing lies beside it', async () => {
    const path = await fileOf('what was there before');

    expect(await writeWholeFile(path, '{"name": "Crédit"}')).toEqual({ ok: true, value: null });

    expect(await readFile(path, 'utf8')).toBe('{"name": "Crédit"}');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(dirname(path))).toEqual([basename(path)]);
  });

  it('leaves what was there before when it cannot be written, and says why', async () => {
    const path = await fileOf('what was there before');

    // A file where a folder would have to be: nobody can write below it, not even an administrator.
    const refused = await writeWholeFile(join(path, 'below-a-file.json'), '{}');

    expect(refused).toEqual({ ok: false, error: { kind: 'storage-failed', code: 'ENOTDIR' } });
    expect(await readFile(path, 'utf8')).toBe('what was there before');
  });
});
