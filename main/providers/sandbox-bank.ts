import { z } from 'zod';

/** What the sandbox bank's process tells when it is ready: what a bank would put on its developer page. */
export const sandboxDescriptor = z.object({
  name: z.string().min(1).max(120),
  issuer: z.url({ protocol: /^https$/ }),
  fdxBaseUrl: z.url({ protocol: /^https$/ }),
  registrationEndpoint: z.url({ protocol: /^https$/ }),
  caPem: z.string().min(1),
  certificateSha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type SandboxDescriptor = z.infer<typeof sandboxDescriptor>;
