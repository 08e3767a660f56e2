import { startSandbox } from './bank';
import { readCommandLine } from './command-line';
import { PortUnavailable } from './listeners';
import { findParent, type Parent } from './parent';

/** The pretend bank as a process of its own: started by the app, or alone by `npm run sandbox`. */
async function main(parent: Parent): Promise<void> {
  const read = readCommandLine(process.argv.slice(2));
  if (!read.ok) return fail(parent, read.reason);
  try {
    const bank = await startSandbox({
      ...read.options,
      say: (sentence) => parent.say(sentence),
      log: (line) => console.error(`${new Date().toISOString()} ${line}`),
    });
    parent.onStop(() => void bank.close().finally(() => process.exit(0)));
    parent.tell({ type: 'ready', descriptor: bank.descriptor });
  } catch (cause) {
    fail(parent, whyNotOpen(cause));
  }
}

function fail(parent: Parent, reason: string): void {
  parent.tell({ type: 'failed', reason });
  process.exitCode = 1;
  // a utility process with a parent port would stay for ever; its last message needs a moment to leave
  setImmediate(() => process.exit(1));
}

function whyNotOpen(cause: unknown): string {
  if (cause instanceof PortUnavailable) return cause.message;
  if (cause instanceof Error && 'code' in cause && 'path' in cause) {
    return `The bank can't use its state folder: ${String(cause.code)} at ${String(cause.path)}.`;
  }
  return `The bank could not open: ${cause instanceof Error ? cause.message : String(cause)}`;
}

await main(findParent());
