import { z } from 'zod';

// zod writes itself faster checks with `new Function` where it may. The window's policy allows no such thing
// (`script-src 'self'`, Trusted Types), and even the question whether it may would be reported as a violation. Main has no such policy, but starts
// sooner without.
z.config({ jitless: true });
