import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { openJsonFile } from '../../../main/store/document';
import { openPreferences, openSettingsFile } from '../../../main/store/settings-file';

const NOW_MS = Date.UTC(2026, 4, 1);
const schema = z.strictObject({ version: z.literal(1), words: z.array(z.string()) });
const INITIAL = { version: 1 as const, words: [] as string[] };

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-test-'));
  path = join(folder, 'words.json');
});

afterEach(() => rm(folder, { recursive: true }));

const adding = (word: string) => (current: z.infer<typeof schema>) => ({
  ...current,
  words: [...current.words, word],
});

/** Both ways to keep a document make the same promises. */
const OPENERS = [
  { what: 'kept by electron-store', opener: openSettingsFile },
  { what: 'kept by the vault’s own writer', opener: openJsonFile },
];

for (const { what, opener } of OPENERS) {
  const open = () => opener({ path, schema, initial: INITIAL, nowMs: NOW_MS });

  describe(`a document on disk, ${what}`, () => {
    it('begins with what a first start begins with, and writes nothing by itself', async () => {
      const file = await open();

      expect(file.get()).toEqual(INITIAL);
      expect(file.movedAside).toBeNull();
      expect(await readdir(folder)).toEqual([]);
    });

    it('is there again after a restart', async () => {
      await (await open()).update(adding('one'));

      expect((await open()).get()).toEqual({ version: 1, words: ['one'] });
    });

    it('is JSON that a person can read, for nobody but them', async () => {
      await (await open()).update(adding('one'));

      expect(await readFile(path, 'utf8')).toBe('{\n  "version": 1,\n  "words": [\n    "one"\n  ]\n}\n');
      if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
    });

    it('takes changes one after the other, whatever the hurry', async () => {
      const file = await open();
      const words = Array.from({ length: 20 }, (_, index) => `word ${index}`);

      await Promise.all(words.map((word) => file.update(adding(word))));

      expect(file.get().words).toEqual(words);
      expect((await open()).get().words).toEqual(words);
    });

    it('is not changed by what does not fit its shape, and that is a bug of ours', async () => {
      const file = await open();

      await expect(file.update(() => ({ version: 1, words: [7 as never] }))).rejects.toThrow();
      expect(file.get()).toEqual(INITIAL);
      expect(await file.update(adding('after'))).toMatchObject({ ok: true });
    });

    it('is in memory as it is on disk: what could not be saved is not there', async () => {
      await mkdir(path); // nothing can be written over a folder
      const file = await open();
      await mkdir(path, { recursive: true });
      await mkdir(join(path, 'in the way'), { recursive: true });

      const saved = await file.update(adding('lost'));

      expect(saved).toMatchObject({ ok: false, error: { kind: 'storage-failed' } });
      expect(file.get()).toEqual(INITIAL);
    });
  });

  describe(`a document that can’t be read, ${what}`, () => {
    for (const { because, bytes } of [
      { because: 'cut off', bytes: '{"version": 1, "wor' },
      { because: 'empty', bytes: '' },
      { because: 'zeroes, as after a power cut', bytes: '\0'.repeat(100) },
      { because: 'of a later version', bytes: '{"version":2,"words":[]}' },
      { because: 'of another shape', bytes: '{"version":1,"words":"one"}' },
      { because: 'holding a member that nobody knows', bytes: '{"version":1,"words":[],"more":1}' },
      { because: 'no JSON', bytes: 'hello' },
      { because: 'no text', bytes: Buffer.from([0xff, 0xfe, 0x00]) },
    ]) {
      it(`because it is ${because}: is kept under another name, and a new one begins`, async () => {
        await writeFile(path, bytes);

        const file = await open();

        expect(file.get()).toEqual(INITIAL);
        expect(file.movedAside).toMatchObject({
          file: 'words.json',
          movedTo: expect.stringMatching(/^words\.json\.corrupt-/) as string,
        });
        expect(await readFile(join(folder, file.movedAside?.movedTo ?? ''))).toEqual(Buffer.from(bytes));
        await file.update(adding('new'));
        expect((await open()).get().words).toEqual(['new']);
      });
    }

    it('may happen twice: neither is written over', async () => {
      for (const text of ['first', 'second']) {
        await writeFile(path, text);
        await open();
      }

      const texts = await Promise.all(
        (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')),
      );
      expect(texts.sort()).toEqual(['first', 'second']);
    });
  });
}

describe('the person’s preferences', () => {
  it('begin with the system’s theme and plain words', async () => {
    expect((await openPreferences(path, NOW_MS)).get()).toEqual({
      theme: 'system',
      depth: 'plain',
      proxy: 'system',
    });
  });
});
