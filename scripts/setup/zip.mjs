// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

// A reader for the plain part of the ZIP format (PKWARE APPNOTE 4.3): `unzip` is not on every machine.
// No encryption and no Zip64; whoever calls it has checked the file's hash.

const END_OF_DIRECTORY = 'PK\x05\x06';
const LONGEST_TAIL = 22 + 65_535; // that record and the longest comment after it
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} method
 * @property {number} packedBytes
 * @property {number} mode
 * @property {number} offset
 */

/**
 * Unpacks the entries that `placeOf` gives a place in the target folder; null leaves an entry out.
 * @param {string} zipFile
 * @param {string} targetFolder
 * @param {(name: string) => string | null} placeOf
 * @returns {number} how many files were written
 */
export function unpackZip(zipFile, targetFolder, placeOf) {
  const descriptor = fs.openSync(zipFile, 'r');
  try {
    let written = 0;
    for (const entry of readDirectory(descriptor)) {
      const place = entry.name.endsWith('/') ? null : placeOf(entry.name);
      if (place === null) continue;
      writeEntry(descriptor, entry, placeInside(targetFolder, place));
      written += 1;
    }
    return written;
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * @param {number} descriptor
 * @returns {Generator<ZipEntry>}
 */
function* readDirectory(descriptor) {
  const { size } = fs.fstatSync(descriptor);
  const tailBytes = Math.min(size, LONGEST_TAIL);
  const tail = readAt(descriptor, size - tailBytes, tailBytes);
  const end = tail.lastIndexOf(END_OF_DIRECTORY, undefined, 'latin1');
  if (end < 0) throw new Error('not a ZIP file: it has no directory');
  const directory = readAt(descriptor, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  let at = 0;
  while (at < directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const nameBytes = directory.readUInt16LE(at + 28);
    yield {
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777, // the high half holds the Unix mode
      offset: directory.readUInt32LE(at + 42),
    };
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
}

/**
 * @param {number} descriptor
 * @param {ZipEntry} entry
 * @param {string} file
 */
function writeEntry(descriptor, entry, file) {
  // The local header repeats the name and has its own extra field, of another length than in the directory
  const header = readAt(descriptor, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readAt(descriptor, start, entry.packedBytes);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, entry.method === STORED ? packed : zlib.inflateRawSync(packed), {
    mode: entry.mode || 0o644,
  });
}

/**
 * @param {string} folder
 * @param {string} place
 * @returns {string}
 */
function placeInside(folder, place) {
  const file = path.resolve(folder, place);
  if (!file.startsWith(path.resolve(folder) + path.sep))
    throw new Error(`a ZIP entry points outside its folder: ${place}`);
  return file;
}

/**
 * @param {number} descriptor
 * @param {number} offset
 * @param {number} length
 * @returns {Buffer}
 */
function readAt(descriptor, offset, length) {
  const buffer = Buffer.alloc(length);
  if (fs.readSync(descriptor, buffer, 0, length, offset) !== length)
    throw new Error('a ZIP file ends too early');
  return buffer;
}
