import { z } from 'zod';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';

const descriptor = z.object({
  name: z.string().min(1).max(120),
  issuer: z.url({ protocol: /^https$/ }),
  fdxBaseUrl: z.url({ protocol: /^https$/ }),
  registrationEndpoint: z.url({ protocol: /^https$/ }),
  siteUrl: z.url({ protocol: /^https$/ }),
  caPem: z.string().min(1),
  certificateSha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What the sandbox bank tells when it is ready: what a bank would put on its developer page. */
export type SandboxDescriptor = z.infer<typeof descriptor>;

const message = z.union([
  z.object({ type: z.literal('ready'), descriptor }),
  z.object({ type: z.literal('failed'), reason: z.string() }),
]);

/**
 * Reads the first message of the bank's process.
 *
 * @param said whatever the process posted
 */
export function readSandboxMessage(said: unknown): Result<SandboxDescriptor, Failure> {
  const read = message.safeParse(said);
  if (!read.success) return fail({ kind: 'sandbox-failed', reason: 'it did not say where it is' });
  if (read.data.type === 'ready') return ok(read.data.descriptor);
  return fail({ kind: 'sandbox-failed', reason: read.data.reason.slice(0, 300) });
}
