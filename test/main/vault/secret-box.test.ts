import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { newDataKey, openBox, readBox, sealBox, type SealingKey } from '../../../main/vault/secret-box';

const CONTENT = Buffer.from('{"token":"a secret"}', 'utf8');
const NAME = 'vault.sealed';
const KEY: SealingKey = {
  dataKey: newDataKey(randomBytes),
  wrapping: { kind: 'keychain', backend: 'gnome_libsecret', wrappedKey: 'djExd3JhcHBlZA==' },
};

const seal = () => Buffer.from(sealBox(CONTENT, KEY, NAME, randomBytes));

function open(file: Uint8Array, name = NAME, dataKey = KEY.dataKey) {
  const box = readBox(file);
  return box.ok ? openBox(box.value, dataKey, name) : box;
}

describe('a sealed file (SECURITY row 72)', () => {
  it('gives back what was sealed, and says in its header by what', () => {
    const file = seal();

    expect(open(file)).toEqual({ ok: true, value: CONTENT });
    expect(readBox(file)).toMatchObject({ ok: true, value: { wrapping: KEY.wrapping } });
  });

  it('takes a data key of 256 bits from the source that it is given', () => {
    expect(newDataKey((byteCount) => Buffer.alloc(byteCount, 7))).toEqual(Buffer.alloc(32, 7));
  });

  it('never looks the same twice and shows nothing of its content', () => {
    const files = [seal(), seal()];

    expect(files[0]!.equals(files[1]!)).toBe(false);
    for (const file of files) expect(file.includes('a secret')).toBe(false);
  });

  it('is refused after a flip of any one bit', () => {
    const file = seal();
    const accepted: string[] = [];
    for (let at = 0; at < file.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = Buffer.from(file);
        flipped[at]! ^= 1 << bit;
        if (open(flipped).ok) accepted.push(`byte ${at}, bit ${bit}`);
      }
    }
    expect(accepted).toEqual([]);
  });

  it('is refused after a flip by somebody who then fixes the digest: header and content are authenticated', () => {
    const body = seal().subarray(41);
    const accepted: number[] = [];
    for (let at = 0; at < body.length; at += 1) {
      const flipped = Buffer.from(body);
      flipped[at]! ^= 1;
      if (open(withBody(flipped)).ok) accepted.push(at);
    }
    expect(open(withBody(body))).toEqual({ ok: true, value: CONTENT });
    expect(accepted).toEqual([]);
  });

  it('is refused when it was cut anywhere, or something was added', () => {
    const file = seal();

    for (let length = 0; length < file.length; length += 1) {
      expect(open(file.subarray(0, length)).ok, `cut to ${length} bytes`).toBe(false);
    }
    expect(open(Buffer.concat([file, Buffer.of(0)])).ok).toBe(false);
  });

  it('is refused under another name and by another key', () => {
    expect(open(seal(), 'other.sealed')).toEqual({ ok: false, error: 'damaged' });
    expect(open(seal(), NAME, newDataKey(randomBytes))).toEqual({ ok: false, error: 'damaged' });
  });

  it.each([
    { because: 'it is empty', file: Buffer.alloc(0), error: 'empty' },
    { because: 'it is zeros', file: Buffer.alloc(500), error: 'foreign' },
    { because: 'it is JSON of another program', file: Buffer.from('{"a":1}'), error: 'foreign' },
    { because: 'a later release wrote it', file: withVersion(2), error: 'newer-version' },
    { because: 'there never was such a version', file: withVersion(0), error: 'damaged' },
    {
      because: 'its header is longer than the file',
      file: withBody(Buffer.alloc(40, 0xff)),
      error: 'damaged',
    },
    { because: 'its header is no JSON', file: withBody(bodyWithHeader('nonsense')), error: 'damaged' },
    {
      because: 'its header asks for 1 TiB of memory',
      file: withBody(
        bodyWithHeader(
          JSON.stringify({
            kind: 'passphrase',
            salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
            log2Cost: 30,
            blockSize: 8,
            parallelism: 1,
            wrappedKey: 'AAAA',
          }),
        ),
      ),
      error: 'damaged',
    },
  ])('is refused because $because', ({ file, error }) => {
    expect(readBox(file)).toEqual({ ok: false, error });
  });
});

function withVersion(version: number): Buffer {
  const file = seal();
  file[8] = version;
  return file;
}

/** A file whose digest is right, so that the checks behind it are reached. */
function withBody(body: Buffer): Buffer {
  const digest = createHash('sha256').update(body).digest();
  return Buffer.concat([Buffer.from('CSNVAULT'), Buffer.of(1), digest, body]);
}

function bodyWithHeader(header: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, Buffer.from(header), Buffer.alloc(60)]);
}
