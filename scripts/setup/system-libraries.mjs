// @ts-check
import { spawnSync } from 'node:child_process';

import { runChild } from '../process/child.mjs';
import { Stop } from '../process/command.mjs';
import { isOnPath } from '../process/on-path.mjs';
import { say, viewDuration } from '../process/say.mjs';
import { missingLibraries, packagesFor, packagesForPrograms } from './debian-packages.mjs';

const VIRTUAL_DISPLAY = 'Xvfb';

/**
 * What the system lacks to show an Electron window.
 * @typedef {object} SystemGap
 * @property {readonly string[]} libraries
 * @property {readonly string[]} programs
 */

/**
 * Null when nothing is missing. Elsewhere than on Linux Electron brings everything itself.
 * @param {string} electronBinary
 * @param {{ virtualDisplay: boolean }} needs
 * @returns {SystemGap | null}
 */
export function findSystemGap(electronBinary, { virtualDisplay }) {
  if (process.platform !== 'linux') return null;
  const ldd = spawnSync('ldd', [electronBinary], { encoding: 'utf8' });
  const libraries = missingLibraries(ldd.stdout ?? '');
  const programs = virtualDisplay && !isOnPath(VIRTUAL_DISPLAY) ? [VIRTUAL_DISPLAY] : [];
  return libraries.length + programs.length > 0 ? { libraries, programs } : null;
}

/** What a real keychain in the tests is made of. */
const KEYCHAIN_PROGRAMS = ['dbus-run-session', 'gnome-keyring-daemon'];

/** Brings a keychain for the tests. Without one they are skipped, so it is no reason to stop. */
export async function bringTestKeychain() {
  const programs = process.platform === 'linux' ? KEYCHAIN_PROGRAMS.filter((name) => !isOnPath(name)) : [];
  if (programs.length === 0) return;
  try {
    await closeSystemGap({ libraries: [], programs });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(
      `The tests with a real keychain are skipped, because ${programs.join(' and ')} could not be installed.`,
    );
  }
}

/**
 * Installs what is missing with apt-get where it may, else says what to type.
 * @param {SystemGap} gap
 */
export async function closeSystemGap(gap) {
  const things = [...gap.libraries, ...gap.programs].join(', ');
  if (!isOnPath('apt-get') || !isOnPath('apt-cache')) {
    throw new Stop(
      `This system lacks ${things}, which Countersign needs: install it with your package manager and try again.`,
    );
  }
  const asRoot = waysToBecomeRoot();
  if (asRoot === null) {
    throw new Stop(
      `This system lacks ${things}, and only an administrator can install that. Type:\n  sudo ${installWords(choosePackages(gap)).join(' ')}`,
    );
  }
  const startedMs = Date.now();
  if (!choosePackages(gap).every(isOffered)) await refreshPackageLists(asRoot); // a new machine has no lists yet
  const packages = choosePackages(gap);
  say(`Installing system packages: ${packages.join(' ')}.`);
  await installPackages(asRoot, packages);
  say(`Installed the system packages in ${viewDuration(Date.now() - startedMs)}.`);
}

/**
 * @param {SystemGap} gap
 * @returns {string[]}
 */
function choosePackages(gap) {
  const { packages, unknown } = packagesFor(gap.libraries, isOffered);
  if (unknown.length > 0)
    throw new Stop(
      `Electron needs ${unknown.join(', ')}, and no package is known here that brings it: install it and try again.`,
    );
  return [...packages, ...packagesForPrograms(gap.programs)];
}

/**
 * @param {readonly string[]} packages
 * @returns {string[]}
 */
function installWords(packages) {
  return ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];
}

/**
 * Whether a package of that very name can be installed; a merely virtual name counts for nothing.
 * @param {string} name
 * @returns {boolean}
 */
function isOffered(name) {
  const policy = spawnSync('apt-cache', ['policy', name], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return /Candidate: (?!\(none\))/.test(policy.stdout ?? '');
}

/**
 * The words to put before a command that only root may run, or null.
 * @returns {string[] | null}
 */
function waysToBecomeRoot() {
  if (process.getuid?.() === 0) return [];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }); // -n: never ask for a password
  return sudo.status === 0 ? ['sudo', '-n'] : null;
}

/** @param {readonly string[]} asRoot */
async function refreshPackageLists(asRoot) {
  const { exitCode, output } = await runAsRoot(asRoot, ['apt-get', 'update']);
  if (exitCode !== 0)
    throw new Stop(
      `${output.trim()}\nThe list of system packages could not be refreshed: see apt's words above.`,
    );
}

/**
 * @param {readonly string[]} asRoot
 * @param {readonly string[]} packages
 */
async function installPackages(asRoot, packages) {
  const words = installWords(packages);
  if ((await runAsRoot(asRoot, words)).exitCode === 0) return;
  await refreshPackageLists(asRoot); // old lists name versions that the mirror no longer has
  const { exitCode, output } = await runAsRoot(asRoot, words);
  if (exitCode !== 0) {
    throw new Stop(
      `${output.trim()}\nThe system packages could not be installed: see apt's words above. By hand:\n  sudo ${words.join(' ')}`,
    );
  }
}

/**
 * @param {readonly string[]} asRoot
 * @param {readonly string[]} words an apt-get command
 */
function runAsRoot(asRoot, [program = 'apt-get', ...args]) {
  // `env`, because sudo keeps no variables; the timeout waits for another apt that is at work
  const [first = 'env', ...rest] = [
    ...asRoot,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    program,
    '-q',
    '-o',
    'DPkg::Lock::Timeout=300',
    ...args,
  ];
  return runChild(first, rest, { output: 'kept' });
}
