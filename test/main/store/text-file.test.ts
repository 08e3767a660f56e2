import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

import { MAX_TEXT_BYTES, readTextFile } from '../../../main/store/text-file';

async function fileOf(bytes: Uint8Array | string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-text-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'profile.json');
  await writeFile(path, bytes);
  return path;
}

describe('a file that a person picked', () => {
  it('is read as it is', async () => {
    expect(await readTextFile(await fileOf('{"name": "Crédit"}'))).toEqual({
      ok: true,
      value: '{"name": "Crédit"}',
    });
  });

  it.each([
    { bytes: Buffer.alloc(MAX_TEXT_BYTES + 1, 32), reason: 'too-large' },
    { bytes: Uint8Array.of(0xff, 0xfe, 0x00), reason: 'not-text' },
    { bytes: Uint8Array.of(0x7b, 0x00, 0x7d), reason: 'not-text' },
  ])('is refused when it is $reason', async ({ bytes, reason }) => {
    expect(await readTextFile(await fileOf(bytes))).toEqual({
      ok: false,
      error: { kind: 'file-not-read', reason },
    });
  });

  it('is refused when it is not there', async () => {
    expect(await readTextFile(join(await fileOf(''), 'nothing'))).toMatchObject({ ok: false });
  });
});
