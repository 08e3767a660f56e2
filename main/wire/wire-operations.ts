import type { Failure } from '../../preload/contract/failure';
import type { Operations } from '../../preload/contract/ipc-contract';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';
import type { ExchangeDetail } from '../../preload/contract/wire-shapes';
import type { ExchangeRecorder } from './exchange-recorder';

/** Kinds of file that the wire view writes and reads. */
export type WireFileKind = 'har' | 'cstrace';

/** Files that the person chooses in the system's own dialog. Null: they chose none. */
export interface WireFiles {
  /** @returns name of the file, without its folder */
  readonly save: (kind: WireFileKind, text: string) => Promise<Result<string | null, Failure>>;
  readonly open: (
    kind: WireFileKind,
    maxBytes: number,
  ) => Promise<Result<{ readonly fileName: string; readonly text: string } | null, Failure>>;
}

export interface WireContext {
  readonly recorder: ExchangeRecorder;
  readonly files: WireFiles;
  readonly copyText: (text: string) => void;
  readonly appVersion: string;
  readonly nowMs: () => number;
}

/** The largest trace that is opened, in bytes. */
const MAX_TRACE_BYTES = 64_000_000;

type Operation =
  | 'listExchanges'
  | 'getExchange'
  | 'revealWireField'
  | 'copyExchangeAsCurl'
  | 'saveHar'
  | 'saveTrace'
  | 'openTrace';

/** What the window may ask of the wire. Everything but the recorder is loaded at its first use. */
export function wireOperations(context: WireContext): Pick<Operations, Operation> {
  const { recorder } = context;
  const view = async () => (await import('./wire-view')).wireViewOf(recorder);
  return {
    listExchanges: async (filter) =>
      ok({
        exchanges: [...(await view()).list(filter)],
        totalCount: recorder.list().length,
        droppedCount: recorder.droppedCount(),
      }),
    getExchange: async ({ exchangeId }) => (await view()).get(exchangeId),
    revealWireField: async ({ exchangeId, fieldId }) => {
      const value = (await view()).reveal(exchangeId, fieldId);
      return value.ok ? ok({ value: value.value }) : value;
    },
    copyExchangeAsCurl: async ({ exchangeId }) => {
      const detail = await (await view()).get(exchangeId);
      if (!detail.ok) return detail;
      context.copyText((await import('./curl')).toCurl(detail.value));
      return ok({});
    },
    ...fileOperations(context),
  };
}

function fileOperations(context: WireContext): Pick<Operations, 'saveHar' | 'saveTrace' | 'openTrace'> {
  const { files, nowMs } = context;
  return {
    saveHar: async ({ exchangeIds }) =>
      saveChosen(context, exchangeIds, async (details) => {
        const { toHar } = await import('./har');
        return { kind: 'har', text: toHar(details, context.appVersion) };
      }),
    saveTrace: async ({ exchangeIds }) =>
      saveChosen(context, exchangeIds, async (details) => {
        const { writeTrace } = await import('./trace-file');
        return { kind: 'cstrace', text: writeTrace(details, nowMs()) };
      }),
    openTrace: async () => {
      const opened = await files.open('cstrace', MAX_TRACE_BYTES);
      if (!opened.ok) return opened;
      if (opened.value === null) return ok({ trace: null });
      const { readTrace } = await import('./trace-file');
      const read = readTrace(opened.value.fileName, opened.value.text);
      return read.ok ? ok({ trace: read.value }) : read;
    },
  };
}

async function saveChosen(
  { recorder, files }: WireContext,
  exchangeIds: readonly string[],
  write: (
    details: readonly ExchangeDetail[],
  ) => Promise<{ readonly kind: WireFileKind; readonly text: string }>,
): Promise<Result<{ fileName: string | null }, Failure>> {
  const { wireViewOf } = await import('./wire-view');
  const view = wireViewOf(recorder);
  const details: ExchangeDetail[] = [];
  for (const exchangeId of exchangeIds) {
    const detail = await view.get(exchangeId);
    // One that was let go to make room in the meantime is left out.
    if (detail.ok) details.push(detail.value);
  }
  if (details.length === 0) return fail({ kind: 'exchange-unknown' });
  const { kind, text } = await write(details);
  const saved = await files.save(kind, text);
  return saved.ok ? ok({ fileName: saved.value }) : saved;
}
