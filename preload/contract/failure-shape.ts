import './zod-without-code'; // before any schema is made

import { z } from 'zod';

import type { Failure } from './failure';

// A Failure is built by main from a closed union; its shape is kept by the compiler, not by a second schema.
export const failureShape = z.custom<Failure>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value,
);
