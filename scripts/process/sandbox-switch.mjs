// @ts-check
import { spawnSync } from 'node:child_process';

/**
 * Why Chromium's sandbox cannot work on this machine, or null. Then Electron starts only with `--no-sandbox`: acceptable
 * for a run from the sources, and never put into a package.
 * @returns {string | null}
 */
export function whyNoChromiumSandbox() {
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return 'Chromium refuses its sandbox to root';
  // Containers, hardened kernels and AppArmor each forbid it in their own way, so this tries what Chromium will do
  const trial = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' });
  if (trial.error !== undefined || trial.status === 0) return null; // where there is no `unshare`, Chromium is let try
  return 'this system keeps user namespaces from ordinary programs';
}

/**
 * The switches for a start from the sources on this machine.
 * @returns {string[]}
 */
export function sandboxSwitches() {
  return whyNoChromiumSandbox() === null ? [] : ['--no-sandbox'];
}
