import { utilityProcess } from 'electron';
import type { UtilityProcess } from 'electron';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';
import { sandboxDescriptor } from '../providers/sandbox-bank';
import type { SandboxDescriptor } from '../providers/sandbox-bank';

/** How long the bank may take to be ready, in milliseconds. */
const START_DEADLINE_MS = 30_000;

export interface SandboxProcess {
  /** Starts the bank, or says where the running one is. One that has died is started again. */
  readonly start: () => Promise<Result<SandboxDescriptor, Failure>>;
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
    readonly ready: Promise<Result<SandboxDescriptor, Failure>>;
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

function whenReady(child: UtilityProcess): Promise<Result<SandboxDescriptor, Failure>> {
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
    child.on('message', (message: unknown) => {
      clearTimeout(deadline);
      const said = readMessage(message);
      if (typeof said === 'string') failed(said);
      else resolve(ok(said));
    });
  });
}

function readMessage(message: unknown): SandboxDescriptor | string {
  if (typeof message !== 'object' || message === null) return 'it said something that is not understood';
  if ('reason' in message) return String(message.reason);
  const descriptor = sandboxDescriptor.safeParse('descriptor' in message ? message.descriptor : null);
  return descriptor.success ? descriptor.data : 'it did not say where it is';
}
