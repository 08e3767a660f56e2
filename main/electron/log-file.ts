import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { ReportUnexpected } from '../ipc/answer';
import { redact } from '../security/redact';

/**
 * Keeps what should not have happened in a file that the person can read and send by hand.
 *
 * @param path the log file; its folder is made when there is something to write
 */
export function logFile(path: string): ReportUnexpected {
  return (cause) => {
    // The global, because node:crypto is loaded at its import, and this file stands before the first picture.
    const reference = Buffer.from(crypto.getRandomValues(new Uint8Array(4))).toString('hex');
    const told = cause instanceof Error ? `${cause.stack ?? cause.message}${causesOf(cause)}` : String(cause);
    const entry = `${new Date().toISOString()} ${reference} ${redact(told)}\n`;
    void write(path, entry).catch((failure: unknown) => {
      // The disk will not have it: standard error is what is left.
      process.stderr.write(`${entry}(not logged: ${String(failure)})\n`);
    });
    return reference;
  };
}

async function write(path: string, entry: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await appendFile(path, entry, { mode: 0o600 });
}

function causesOf(error: Error): string {
  return error.cause instanceof Error ? `\n  because ${error.cause.stack ?? error.cause.message}` : '';
}
