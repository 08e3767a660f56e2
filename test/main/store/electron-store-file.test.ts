import * as nodeDisk from 'node:fs/promises';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { electronStoreFile, type RehearsalDisk } from '../../../main/store/electron-store-file';

const NOW_MS = Date.UTC(2026, 4, 1);
const schema = z.strictObject({ words: z.array(z.string()) });
const BEFORE = '{"words":["before"]}';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-test-'));
  path = join(folder, 'settings', 'words.json');
  await mkdir(dirname(path));
  await writeFile(path, BEFORE);
});

afterEach(() => rm(folder, { recursive: true }));

const writer = (disk?: RehearsalDisk) =>
  electronStoreFile({ path, schema, initial: { words: [] }, nowMs: NOW_MS }, disk);

/** The real disk, which refuses one call on one name, and remembers all that was asked of it. */
function refusingDisk(call: string, name: string, code: string) {
  const asked: string[] = [];
  const disk = Object.fromEntries(
    (['access', 'mkdir', 'readdir', 'realpath', 'rm'] as const).map((own) => [
      own,
      async (target: string, ...given: never[]) => {
        asked.push(`${own} ${basename(target)}`);
        if (own === call && basename(target) === name) throw Object.assign(new Error(code), { code });
        return (nodeDisk[own] as (...all: unknown[]) => Promise<unknown>)(target, ...given);
      },
    ]),
  ) as unknown as RehearsalDisk;
  return { disk, asked };
}

describe('a setting that the system would not take is refused without a try, because the window would stand still', () => {
  for (const { because, call, name, code } of [
    { because: 'the folder cannot be made', call: 'mkdir', name: 'settings', code: 'EACCES' },
    { because: 'the folder takes no files', call: 'access', name: 'settings', code: 'EACCES' },
    { because: 'the folder is on a read-only disk', call: 'access', name: 'settings', code: 'EROFS' },
    { because: 'the file is immutable', call: 'access', name: 'words.json', code: 'EPERM' },
  ]) {
    it(because, async () => {
      const { disk, asked } = refusingDisk(call, name, code);

      const saved = await writer(disk)({ words: ['after'] });

      expect(saved).toEqual({ ok: false, error: { kind: 'storage-failed', code } });
      expect(asked.filter((one) => one === `${call} ${name}`)).toHaveLength(1);
      expect(asked.at(-1)).toBe(`${call} ${name}`);
      expect(await readdir(dirname(path))).toEqual(['words.json']);
      expect(await readFile(path, 'utf8')).toBe(BEFORE);
    });
  }

  it('and the next one goes through once the system takes it again', async () => {
    const { disk } = refusingDisk('access', 'settings', 'EACCES');
    let isRefused = true;
    const write = writer({ ...disk, access: (...given) => (isRefused ? disk : nodeDisk).access(...given) });

    await write({ words: ['lost'] });
    isRefused = false;

    expect(await write({ words: ['after'] })).toEqual({ ok: true, value: null });
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ words: ['after'] });
  });
});

describe('a setting is saved', () => {
  it('over a file that nobody may write, because the file is replaced and not written into', async () => {
    const { disk } = refusingDisk('access', 'words.json', 'EACCES');

    expect(await writer(disk)({ words: ['after'] })).toMatchObject({ ok: true });
  });

  it('behind a symbolic link, whose own folder is asked and whose link stays', async () => {
    const real = join(folder, 'elsewhere', 'real.json');
    await mkdir(dirname(real));
    await writeFile(real, BEFORE);
    await rm(path);
    await symlink(real, path);
    const { disk, asked } = refusingDisk('', '', '');

    expect(await writer(disk)({ words: ['after'] })).toMatchObject({ ok: true });
    expect(asked).toContain('access elsewhere');
    expect(JSON.parse(await readFile(real, 'utf8'))).toEqual({ words: ['after'] });
  });

  it('and what a killed process left half-written beside it is removed, but nothing of anybody else', async () => {
    const others = ['words.json.tmp-mine', 'more-words.json.tmp-1234567890abcdef', 'words.json.corrupt-1'];
    for (const name of [...others, 'words.json.tmp-1234567890abcdef'])
      await writeFile(join(dirname(path), name), '{"wor');

    await writer()({ words: ['after'] });

    expect((await readdir(dirname(path))).sort()).toEqual([...others, 'words.json'].sort());
  });

  it('also when somebody broke the file since it was read: theirs is kept under another name', async () => {
    await writeFile(path, 'not json');

    expect(await writer()({ words: ['after'] })).toMatchObject({ ok: true });
    const aside = (await readdir(dirname(path))).find((name) => name.includes('.corrupt-'));
    expect(await readFile(join(dirname(path), aside ?? ''), 'utf8')).toBe('not json');
  });
});
