import { parseArgs } from 'node:util';

import type { SandboxOptions } from './bank';

/** How the bank may be started, for a person who got it wrong. */
const USAGE =
  'Options: --state-dir DIR, --port N, --mtls-port N (0 is any free port), --request-uri-seconds 1..60, --require-signed-requests';

/** What the command line asks for, or why it can't be understood. */
export type ReadCommandLine =
  | { readonly ok: true; readonly options: SandboxOptions }
  | { readonly ok: false; readonly reason: string };

/** @param args without the program's own name */
export function readCommandLine(args: readonly string[]): ReadCommandLine {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'state-dir': { type: 'string' },
        port: { type: 'string' },
        'mtls-port': { type: 'string' },
        'request-uri-seconds': { type: 'string' },
        'require-signed-requests': { type: 'boolean' },
      },
    });
    return {
      ok: true,
      options: {
        stateDir: values['state-dir'] ?? null,
        port: wholeNumber('--port', values.port, 0, 65_535),
        mtlsPort: wholeNumber('--mtls-port', values['mtls-port'], 0, 65_535),
        requestUriSeconds: wholeNumber('--request-uri-seconds', values['request-uri-seconds'], 1, 60) ?? 60,
        ...(values['require-signed-requests'] === true ? { requiresSignedRequests: true } : {}),
      },
    };
  } catch (cause) {
    return { ok: false, reason: `${cause instanceof Error ? cause.message : String(cause)}. ${USAGE}` };
  }
}

function wholeNumber(name: string, text: string | undefined, least: number, most: number): number | null {
  if (text === undefined) return null;
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new RangeError(`${name} must be a whole number from ${least} to ${most}, not ${text}`);
}
