import { z } from 'zod';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { exchangeDetail, type ExchangeDetail, type Trace } from '../../preload/contract/wire-shapes';
import { parseJson } from '../security/json';

/** The format of a `.cstrace` file: exchanges as the window gets them, so it can hold nothing that the window may not. */
const traceFile = z.strictObject({
  format: z.literal('countersign-trace'),
  version: z.literal(1),
  savedAtMs: z.int().min(0),
  exchanges: z.array(exchangeDetail).max(1000),
});

/** Lays out a trace. @param details redacted, as the window gets them */
export function writeTrace(details: readonly ExchangeDetail[], savedAtMs: number): string {
  const file = { format: 'countersign-trace', version: 1, savedAtMs, exchanges: details };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads a trace that anyone may have written: whatever is not exactly one is refused as a whole. */
export function readTrace(fileName: string, text: string): Result<Trace, Failure> {
  const read = traceFile.safeParse(parseJson(text));
  if (!read.success) return fail({ kind: 'trace-unreadable' });
  const { savedAtMs, exchanges } = read.data;
  // What it says about revealing does not count: a trace holds no true values.
  const locked = exchanges.map((exchange) => ({
    ...exchange,
    fields: exchange.fields.map((field) => ({ ...field, canReveal: false })),
  }));
  return ok({ fileName: fileName.slice(0, 300), savedAtMs, exchanges: locked });
}
