import { execFileSync } from 'node:child_process';
import * as nodeDisk from 'node:fs/promises';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  type CrashSafeDisk,
  earlierGenerationOf,
  MAX_FILE_BYTES,
  moveAside,
  readCrashSafe,
  sweepTemporaries,
  writeCrashSafe,
} from '../../../main/store/crash-safe-file';
import { failingDisk } from './failing-disk';

const NOON_MS = Date.UTC(2026, 0, 1, 12, 0, 0);
const isPosix = process.platform !== 'win32';

let root: string;
let folder: string;
let path: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'crash-safe-'));
  folder = join(root, 'deep', 'folder');
  path = join(folder, 'state.bin');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const bytes = (text: string) => Buffer.from(text, 'utf8');
const textAt = (file: string) => readFile(file, 'utf8');
const DONE = { ok: true, value: null };

describe('saving a file', () => {
  it('gives back what was saved, and says so when nothing was', async () => {
    expect(await readCrashSafe(path)).toEqual({ kind: 'absent' });

    expect(await writeCrashSafe(path, bytes('first'))).toEqual(DONE);

    expect(await readCrashSafe(path)).toEqual({ kind: 'bytes', bytes: bytes('first') });
  });

  it('refuses what would not be read again, and touches nothing', async () => {
    await writeCrashSafe(path, bytes('first'));

    expect(await writeCrashSafe(path, Buffer.alloc(MAX_FILE_BYTES + 1))).toEqual({
      ok: false,
      error: { kind: 'storage-too-large', maxBytes: MAX_FILE_BYTES },
    });

    expect(await textAt(path)).toBe('first');
    expect(await readdir(folder)).toEqual(['state.bin']);
  });

  it('gives back the largest that it takes', async () => {
    expect(await writeCrashSafe(path, Buffer.alloc(MAX_FILE_BYTES))).toEqual(DONE);
    expect((await readCrashSafe(path)).kind).toBe('bytes');
  });

  it.runIf(isPosix)('makes the file 0600 and the folder 0700 (SECURITY row 74)', async () => {
    await writeCrashSafe(path, bytes('first'));
    await writeCrashSafe(path, bytes('second'));

    for (const file of [path, earlierGenerationOf(path)]) expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('keeps exactly one earlier generation and no temporary file (SECURITY row 75)', async () => {
    for (const text of ['first', 'second', 'third']) await writeCrashSafe(path, bytes(text));

    expect(await textAt(path)).toBe('third');
    expect(await textAt(earlierGenerationOf(path))).toBe('second');
    expect((await readdir(folder)).sort()).toEqual(['state.bin', 'state.bin.previous']);
  });

  it('leaves no earlier generation of what was to be forgotten', async () => {
    for (const text of ['first', 'second']) await writeCrashSafe(path, bytes(text));

    await writeCrashSafe(path, bytes('third'), { earlierGeneration: 'drop' });

    expect(await readdir(folder)).toEqual(['state.bin']);
  });

  it('copies the earlier generation where the file system has no hard links', async () => {
    const disk: CrashSafeDisk = { ...nodeDisk, link: () => Promise.reject(systemError('EPERM')) };
    for (const text of ['first', 'second', 'third']) await writeCrashSafe(path, bytes(text), { disk });

    expect(await textAt(earlierGenerationOf(path))).toBe('second');
    expect((await readdir(folder)).length).toBe(2);
  });

  it('lets writers of one path go one after the other, in the order in which they came', async () => {
    const texts = Array.from({ length: 25 }, (_, index) => `content ${index}`);

    await Promise.all(texts.map((text) => writeCrashSafe(path, bytes(text))));

    expect(await textAt(path)).toBe('content 24');
    expect(await textAt(earlierGenerationOf(path))).toBe('content 23');
  });

  it('removes what a killed process left behind, and nothing of a neighbour', async () => {
    await mkdir(folder, { recursive: true });
    const stale = ['.state.bin-0011223344556677.tmp', '.state.bin-0011223344556677.previous.tmp'];
    const foreign = [
      '.state.bin-x-0011223344556677.tmp',
      '.state.bin-note.tmp',
      'state.bin-0011223344556677.tmp',
    ];
    for (const name of [...stale, ...foreign]) await writeFile(join(folder, name), 'x');

    await sweepTemporaries(path);
    expect((await readdir(folder)).sort()).toEqual([...foreign].sort());

    await writeFile(join(folder, stale[0]!), 'x');
    await writeCrashSafe(path, bytes('first'));
    expect((await readdir(folder)).sort()).toEqual([...foreign, 'state.bin'].sort());
  });

  it('does not write through a symbolic link in place of the file', async () => {
    const elsewhere = join(root, 'elsewhere');
    await writeFile(elsewhere, 'not ours');
    await mkdir(folder, { recursive: true });
    await symlink(elsewhere, path);

    await writeCrashSafe(path, bytes('ours'));

    expect(await textAt(elsewhere)).toBe('not ours');
    expect(await textAt(path)).toBe('ours');
  });
});

describe('a disk that refuses', () => {
  const STEPS = ['mkdir', 'open', 'writeFile', 'sync', 'close', 'link', 'rename'] as const;

  it.each(
    STEPS.flatMap((step) => [
      { step, code: 'ENOSPC', failure: { kind: 'storage-full' } },
      { step, code: 'EDQUOT', failure: { kind: 'storage-full' } },
      { step, code: 'EIO', failure: { kind: 'storage-failed', code: 'EIO' } },
    ]),
  )(
    'leaves the old state and no temporary file when $step answers $code',
    async ({ step, code, failure }) => {
      await writeCrashSafe(path, bytes('older'));
      await writeCrashSafe(path, bytes('old'));
      const disk = failingDisk(step, code);

      const result = await writeCrashSafe(path, bytes('new'), { disk });

      // A link that fails is no failure of the save: the earlier generation is copied instead.
      expect(result).toEqual(step === 'link' ? DONE : { ok: false, error: failure });
      expect(await textAt(path)).toBe(step === 'link' ? 'new' : 'old');
      expect((await readdir(folder)).sort()).toEqual(['state.bin', 'state.bin.previous']);
      expect(await writeCrashSafe(path, bytes('newest'))).toEqual(DONE);
    },
  );

  it('says nothing of a folder that cannot be synced, as on Windows', async () => {
    const disk: CrashSafeDisk = {
      ...nodeDisk,
      open: ((file: string, ...rest: [string, number]) =>
        file === folder
          ? Promise.reject(systemError('EPERM'))
          : nodeDisk.open(file, ...rest)) as typeof nodeDisk.open,
    };

    expect(await writeCrashSafe(path, bytes('first'), { disk })).toEqual(DONE);
  });

  it('lets our own bugs through as exceptions', async () => {
    const disk: CrashSafeDisk = { ...nodeDisk, rename: () => Promise.reject(new TypeError('a bug')) };

    await expect(writeCrashSafe(path, bytes('first'), { disk })).rejects.toThrow('a bug');
    expect(await writeCrashSafe(path, bytes('second'))).toEqual(DONE); // and the next in line is not held up
  });

  it('keeps the old state on a file system that is really full (SECURITY row 75)', async ({ skip }) => {
    const small = join(root, 'small');
    await mkdir(small);
    if (!mountSmallDisk(small)) skip('this account may not mount a tmpfs');
    try {
      const file = join(small, 'state.bin');
      expect(await writeCrashSafe(file, Buffer.alloc(20_000, 'a'))).toEqual(DONE);

      expect(await writeCrashSafe(file, Buffer.alloc(200_000, 'b'))).toEqual({
        ok: false,
        error: { kind: 'storage-full' },
      });

      expect(await readCrashSafe(file)).toEqual({ kind: 'bytes', bytes: Buffer.alloc(20_000, 'a') });
      expect(await readdir(small)).toEqual(['state.bin']);
      expect(await writeCrashSafe(file, Buffer.alloc(20_000, 'c'))).toEqual(DONE);
    } finally {
      execFileSync('umount', [small]);
    }
  });
});

describe('reading a file', () => {
  it.each([
    { because: 'a folder is in its place', code: 'EISDIR', prepare: () => mkdir(path, { recursive: true }) },
    {
      because: 'a folder above it is a file',
      code: 'ENOTDIR',
      prepare: () => writeFile(join(root, 'deep'), 'x'),
    },
    {
      because: 'it is a link to itself',
      code: 'ELOOP',
      prepare: async () => {
        await mkdir(folder, { recursive: true });
        await symlink(path, path);
      },
    },
    {
      because: 'it is far too large to be ours',
      code: 'EFBIG',
      prepare: async () => {
        await mkdir(folder, { recursive: true });
        const file = await nodeDisk.open(path, 'w');
        await file.truncate(65 * 1024 * 1024).finally(() => file.close());
      },
    },
  ])('answers unreadable because $because', async ({ code, prepare }) => {
    await prepare();

    expect(await readCrashSafe(path)).toEqual({ kind: 'unreadable', code });
  });

  it.runIf(isPosix)('waits for nobody when a named pipe is in its place', async () => {
    await mkdir(folder, { recursive: true });
    execFileSync('mkfifo', [path]);

    expect(await readCrashSafe(path)).toEqual({ kind: 'unreadable', code: 'EINVAL' });
  });

  it.runIf(isPosix && process.getuid?.() !== 0)('answers unreadable because it may not be read', async () => {
    await writeCrashSafe(path, bytes('first'));
    await chmod(path, 0o000);

    expect(await readCrashSafe(path)).toEqual({ kind: 'unreadable', code: 'EACCES' });
  });
});

describe('moving a file aside', () => {
  it('keeps it under a name that says when, and never overwrites an earlier one', async () => {
    const moved: unknown[] = [];
    for (const text of ['one', 'two', 'three']) {
      await writeCrashSafe(path, bytes(text), { earlierGeneration: 'drop' });
      moved.push(await moveAside(path, NOON_MS));
    }

    expect(moved).toEqual([
      { ok: true, value: 'state.bin.corrupt-20260101T120000Z' },
      { ok: true, value: 'state.bin.corrupt-20260101T120000Z-2' },
      { ok: true, value: 'state.bin.corrupt-20260101T120000Z-3' },
    ]);
    expect(await textAt(join(folder, 'state.bin.corrupt-20260101T120000Z'))).toBe('one');
    expect(await textAt(join(folder, 'state.bin.corrupt-20260101T120000Z-3'))).toBe('three');
  });

  it('moves a folder as well, with what is in it', async () => {
    await mkdir(path, { recursive: true });
    await writeFile(join(path, 'inside'), 'kept');

    expect(await moveAside(path, NOON_MS)).toMatchObject({ ok: true });
    expect(await textAt(join(folder, 'state.bin.corrupt-20260101T120000Z', 'inside'))).toBe('kept');
  });

  it('answers why when there is nothing to move', async () => {
    expect(await moveAside(path, NOON_MS)).toEqual({
      ok: false,
      error: { kind: 'storage-failed', code: 'ENOENT' },
    });
  });
});

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function mountSmallDisk(folderPath: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folderPath], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // a container without the right to mount
  }
}
