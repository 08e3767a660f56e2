import './zod-without-code'; // before any schema is made

import { z } from 'zod';

export const nothing = z.strictObject({});
export const done = z.strictObject({});

export const id = z.string().min(1).max(128);
export const epochMs = z.int().min(0);

/** Text of a provider: cut to a length, without control characters, shown as text and never as HTML. */
export const foreignText = (maxLength: number) => z.string().max(maxLength);

/** A name for a file that every system takes, without a folder. */
export const fileName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u);
