// @ts-check
import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Where this project keeps what it downloaded, outside the repository: a fresh clone finds it again.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string}
 */
export function cacheFolder(env = process.env) {
  // The XDG specification: a relative path in the variable is to be ignored
  const base =
    env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : defaultCacheFolder(env);
  return path.join(base, 'countersign');
}

/**
 * A short name for this clone, so that two clones do not wait for each other.
 * @returns {string}
 */
export function cloneId() {
  return createHash('sha256').update(ROOT).digest('hex').slice(0, 12);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
function defaultCacheFolder(env) {
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches');
  if (process.platform === 'win32' && env.LOCALAPPDATA) return env.LOCALAPPDATA;
  return path.join(os.homedir(), '.cache');
}
