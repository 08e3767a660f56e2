// @ts-check
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Runs `work` with an empty folder of its own, which is gone afterwards, also when this process is interrupted.
 * @template T
 * @param {string} purpose becomes part of the folder's name
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withTemporaryFolder(purpose, work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `countersign-${purpose}-`));
  // A program that just ended may still be closing its files, hence the tries
  const remove = () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  try {
    return await work(folder);
  } finally {
    process.off('exit', remove);
    remove();
  }
}
