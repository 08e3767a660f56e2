// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { cacheFolder, cloneId } from '../setup/places.mjs';
import { say } from './say.mjs';

const POLL_MS = 200;

/**
 * Runs `work` while no other process of this clone does the same work; a lock whose owner is gone counts for nothing.
 * @template T
 * @param {string} name what is being done: 'setup', 'build'
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const file = path.join(cacheFolder(), 'locks', `${name}-${cloneId()}`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  await takeLock(file, name);
  const release = () => fs.rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/**
 * @param {string} file
 * @param {string} name
 */
async function takeLock(file, name) {
  let told = false;
  for (;;) {
    if (createLock(file)) return;
    const owner = readOwner(file);
    if (owner === null || !isAlive(owner)) {
      dropStaleLock(file, owner);
      continue;
    }
    if (!told) say(`Another ${name} of this folder is running (process ${owner}): waiting for it.`);
    told = true;
    await wait(POLL_MS);
  }
}

/**
 * The file appears with its owner's id already in it: made elsewhere first, then linked, which fails when it exists.
 * @param {string} file
 * @returns {boolean}
 */
function createLock(file) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, String(process.pid));
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {number | null}
 */
function readOwner(file) {
  try {
    return Number(fs.readFileSync(file, 'utf8')) || null;
  } catch {
    return null; // released a moment ago
  }
}

/**
 * @param {number} processId
 * @returns {boolean}
 */
function isAlive(processId) {
  try {
    process.kill(processId, 0); // signal 0 only asks
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'; // alive, but another user's
  }
}

/**
 * Renamed before it is removed: of two processes that found the same stale lock, only one gets it, and a lock that was
 * taken in between is put back.
 * @param {string} file
 * @param {number | null} staleOwner
 */
function dropStaleLock(file, staleOwner) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return; // someone else was quicker
  }
  if (readOwner(aside) === staleOwner) fs.rmSync(aside, { force: true });
  else fs.renameSync(aside, file);
}
