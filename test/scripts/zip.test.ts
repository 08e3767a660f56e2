import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { unpackZip } from '../../scripts/setup/zip.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-zip-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Entry {
  readonly name: string;
  readonly text: string;
  readonly mode: number;
  readonly method: 'stored' | 'deflated';
}

/** Local header, name, an extra field that the directory does not repeat, data. */
function localPart({ name, text, method }: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(4, 28);
  const data = method === 'stored' ? Buffer.from(text) : deflateRawSync(text);
  return Buffer.concat([header, Buffer.from(name), Buffer.from('XTRA'), data]);
}

function directoryPart(entry: Entry, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(entry.method === 'stored' ? 0 : 8, 10);
  header.writeUInt32LE(localPart(entry).length - 34 - entry.name.length, 20);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt32LE((entry.mode << 16) >>> 0, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, Buffer.from(entry.name)]);
}

function writeZip(entries: readonly Entry[]): string {
  const locals = entries.map(localPart);
  const offsets = locals.map((_, index) =>
    locals.slice(0, index).reduce((sum, part) => sum + part.length, 0),
  );
  const directory = Buffer.concat(entries.map((entry, index) => directoryPart(entry, offsets[index] ?? 0)));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(Buffer.concat(locals).length, 16);
  const file = join(folder, 'archive.zip');
  writeFileSync(file, Buffer.concat([...locals, directory, end]));
  return file;
}

const PROGRAM: Entry = { name: 'app/program', text: 'run '.repeat(50), mode: 0o755, method: 'deflated' };
const NOTE: Entry = { name: 'app/note.txt', text: 'plain', mode: 0o644, method: 'stored' };
const OTHER: Entry = { name: 'other/large', text: 'not wanted', mode: 0o644, method: 'stored' };

describe('the ZIP reader', () => {
  it('unpacks what it is asked for, with its mode, and leaves the rest', () => {
    const zip = writeZip([PROGRAM, OTHER, NOTE]);
    const written = unpackZip(zip, join(folder, 'out'), (name) =>
      name.startsWith('app/') ? name.slice(4) : null,
    );
    expect(written).toBe(2);
    expect(readFileSync(join(folder, 'out/program'), 'utf8')).toBe(PROGRAM.text);
    expect(statSync(join(folder, 'out/program')).mode & 0o777).toBe(0o755);
    expect(readFileSync(join(folder, 'out/note.txt'), 'utf8')).toBe('plain');
  });

  it('refuses an entry that points outside the folder', () => {
    const zip = writeZip([{ ...NOTE, name: '../escaped.txt' }]);
    expect(() => unpackZip(zip, join(folder, 'out'), (name) => name)).toThrow('points outside its folder');
  });

  it('refuses what is no ZIP file', () => {
    const file = join(folder, 'archive.zip');
    writeFileSync(file, 'not an archive');
    expect(() => unpackZip(file, folder, (name) => name)).toThrow('not a ZIP file');
  });
});
