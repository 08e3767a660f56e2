import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from '../../scripts/build.mjs';
import { pack, packTwin } from '../../scripts/package/pack.mjs';
import { sandboxSwitches } from '../../scripts/process/sandbox-switch.mjs';
import { findElectron } from '../../scripts/setup/electron.mjs';

/** The packages under test, made when they are not there from these very sources. */
export async function packBoth(): Promise<{ hardened: string; twin: string; electronVersion: string }> {
  const runtime = findElectron();
  if (runtime === null) throw new Error('there is no Electron to pack: npm test brings one');
  await build();
  const hardened = await pack(runtime);
  return { hardened, twin: await packTwin(hardened), electronVersion: runtime.version };
}

export interface PackagedStart {
  readonly executable: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** A packaged application that runs, with a profile of its own. */
export interface PackagedRun {
  /** Everything that it has written so far. */
  readonly output: () => string;
  /** Waits for words in its output; fails when it ends before. */
  readonly outputWith: (words: RegExp) => Promise<RegExpExecArray>;
  /** Starts it once more with the same profile; resolves with the exit code of that. */
  readonly startAgain: (args: readonly string[]) => Promise<number | null>;
  readonly isRunning: () => boolean;
  readonly stop: () => Promise<void>;
}

/** Starts an executable as a person's desktop would, with nothing attached to it. */
export function startPackaged({ executable, args = [], env = {} }: PackagedStart): PackagedRun {
  const profile = mkdtempSync(join(tmpdir(), 'countersign-packaged-'));
  const start = (more: readonly string[]) =>
    spawn(executable, [...sandboxSwitches(), `--user-data-dir=${profile}`, ...more], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const child = start(args);
  const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (written += String(text)));
  return {
    output: () => written,
    outputWith: (words) => waitForWords(child, () => words.exec(written)),
    startAgain: (more) =>
      new Promise((resolve) => {
        start(more)
          .once('exit', (code) => resolve(code))
          .stdout.resume();
      }),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      child.kill();
      await ended;
      if (existsSync(profile)) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function waitForWords(child: ChildProcess, find: () => RegExpExecArray | null): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = find();
      if (found) resolve(found);
    };
    // Listeners run in the order they were added, so the text has been kept by then
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('close', (code) =>
      reject(new Error(`the application ended with ${String(code)} before it said that`)),
    );
    look();
  });
}
