import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

import type { SandboxDescriptor } from '../../sandbox/bank';

/** A bank in a process that the app did not start and knows nothing of. */
export interface OutsideBank {
  readonly descriptor: SandboxDescriptor;
  readonly close: () => Promise<void>;
}

/** Starts the built sandbox bank by itself, on free ports, as anyone else's provider would be running. */
export async function startOutsideBank(): Promise<OutsideBank> {
  const child = spawn(process.execPath, ['dist/sandbox/index.js', '--port', '0', '--mtls-port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  for await (const line of createInterface({ input: child.stdout })) {
    // The descriptor comes last, as one line of JSON.
    if (!line.startsWith('{')) continue;
    const descriptor = JSON.parse(line) as SandboxDescriptor;
    const close = async () => {
      child.kill();
      await closed;
    };
    return { descriptor, close };
  }
  throw new Error('the bank ended before it said where it is');
}
