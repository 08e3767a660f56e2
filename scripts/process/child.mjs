// @ts-check
import { spawn } from 'node:child_process';
import os from 'node:os';

import { ROOT } from '../setup/places.mjs';

/**
 * @typedef {object} ChildOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment
 * @property {'shown' | 'kept'} [output] 'kept' collects it instead of showing it
 *
 * @typedef {object} ChildResult
 * @property {number} exitCode as a shell counts: 128 and the signal's number after a signal
 * @property {string} output empty when it was shown
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const ownChildren = new Set();
let listening = false;
/** @type {NodeJS.Signals | null} */
let interruptedBy = null;

/**
 * Starts a program and waits for its end; Ctrl-C and termination reach it too.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<ChildResult>}
 */
export function runChild(program, args, { cwd = ROOT, env = {}, output = 'shown' } = {}) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: output === 'shown' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  ownChild(child);
  let kept = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => {
      kept += text;
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({ exitCode: code ?? 128 + signalNumber(signal), output: kept }),
    );
  });
}

/**
 * Runs a script with this same Node: `npm`, for one, is a shell script elsewhere and a batch file on Windows.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<ChildResult>}
 */
export function runNode(file, args, options) {
  return runChild(process.execPath, [file, ...args], options);
}

/**
 * Runs npm: the one that started us where it did, else the one on the path.
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<ChildResult>}
 */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  if (npm && /npm-cli\.c?js$/.test(npm)) return runNode(npm, args, options);
  // A batch file cannot be spawned without a shell; the arguments are our own constants, so no shell trick can hide there
  if (process.platform === 'win32')
    return runChild('cmd.exe', ['/d', '/s', '/c', 'npm.cmd', ...args], options);
  return runChild('npm', args, options);
}

/**
 * Ends a child with us, however we end short of being killed outright.
 * @param {import('node:child_process').ChildProcess} child
 */
function ownChild(child) {
  ownChildren.add(child);
  const forget = () => {
    ownChildren.delete(child);
    if (interruptedBy !== null && ownChildren.size === 0) process.exit(128 + signalNumber(interruptedBy));
  };
  child.once('close', forget);
  child.once('error', forget);
  listenOnce();
}

/**
 * Ends a child when this process ends, and not before: other children may still need it to end well.
 * @param {import('node:child_process').ChildProcess} child
 */
export function ownChildUntilExit(child) {
  const end = () => child.kill();
  process.on('exit', end);
  child.once('close', () => process.off('exit', end));
  listenOnce(); // without a listener a signal would end this process without its exit event
}

function listenOnce() {
  if (listening) return;
  listening = true;
  process.on('exit', () => signalChildren('SIGTERM'));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      interruptedBy = signal;
      if (ownChildren.size === 0) process.exit(128 + signalNumber(signal));
      signalChildren(signal); // and we end when the last of them has ended
    });
  }
}

/** @param {NodeJS.Signals} signal */
function signalChildren(signal) {
  for (const child of ownChildren) child.kill(signal);
}

/**
 * @param {NodeJS.Signals | null} signal
 * @returns {number}
 */
function signalNumber(signal) {
  return signal === null ? 1 : os.constants.signals[signal];
}
