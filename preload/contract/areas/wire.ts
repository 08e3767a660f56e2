import { z } from 'zod';

import { done, foreignText, id, nothing } from '../basic-shapes';
import { exchangeChoice, exchangeDetail, exchangeList, savedFile, trace, wireFilter } from '../wire-shapes';

/** What went over the wire in this session, secrets masked. */
export const wireContract = {
  /** What went over the wire in this session, secrets masked. */
  listExchanges: { input: wireFilter, output: exchangeList },
  getExchange: { input: z.strictObject({ exchangeId: id }), output: exchangeDetail },
  /** The true value of one field of one exchange. Private keys have none. */
  revealWireField: {
    input: z.strictObject({ exchangeId: id, fieldId: foreignText(600) }),
    output: z.strictObject({ value: foreignText(4_000_000) }),
  },
  copyExchangeAsCurl: { input: z.strictObject({ exchangeId: id }), output: done },
  /** Asks where to, and writes the exchanges as HAR 1.2. */
  saveHar: { input: exchangeChoice, output: savedFile },
  saveTrace: { input: exchangeChoice, output: savedFile },
  /** Asks for a trace that was saved here or elsewhere. Nothing of it is kept; null when the person chose none. */
  openTrace: { input: nothing, output: z.strictObject({ trace: trace.nullable() }) },
} as const;
