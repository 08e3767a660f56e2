import { utilityProcess, type UtilityProcess } from 'electron';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';

/** How long the bank may take to be ready, in milliseconds. */
const START_DEADLINE_MS = 30_000;

export interface SandboxProcess {
  /** Starts the bank and gives its first message, also when it is running already. One that has died is started again. */
  readonly start: () => Promise<Result<unknown, Failure>>;
  readonly stop: () => void;
}

/**
 * The sandbox bank in a process of its own. All that is shared with it is the message that says where it is.
 *
 * @param entry the built `sandbox/index.js`
 * @param stateDir the bank's own folder
 */
export function sandboxProcess(entry: string, stateDir: string): SandboxProcess {
  let running: {
    readonly child: UtilityProcess;
    readonly ready: Promise<Result<unknown, Failure>>;
  } | null = null;

  return {
    start: () => {
      if (running !== null) return running.ready;
      const child = utilityProcess.fork(entry, ['--state-dir', stateDir], {
        serviceName: 'Sandbox Bank',
        stdio: 'inherit',
      });
      const ready = whenReady(child);
      running = { child, ready };
      child.once('exit', () => {
        running = null;
      });
      return ready;
    },
    stop: () => {
      running?.child.kill();
      running = null;
    },
  };
}

function whenReady(child: UtilityProcess): Promise<Result<unknown, Failure>> {
  return new Promise((resolve) => {
    const failed = (reason: string) =>
      resolve(fail({ kind: 'sandbox-failed', reason: reason.slice(0, 300) }));
    const deadline = setTimeout(() => {
      failed('it was not ready in time');
      child.kill();
    }, START_DEADLINE_MS);
    child.once('exit', (code) => {
      clearTimeout(deadline);
      failed(`it ended with code ${code}`);
    });
    child.once('message', (message: unknown) => {
      clearTimeout(deadline);
      resolve(ok(message));
    });
  });
}
