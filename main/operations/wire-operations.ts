import type { Failure } from '../../preload/contract/failure';
import type { Operations } from '../../preload/contract/ipc-contract';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { ExchangeDetail } from '../../preload/contract/wire-shapes';
import type { ChosenFiles, TextKind } from '../ports/chosen-files';
import type { Clipboard } from '../ports/clipboard';
import type { ExchangeRecorder } from '../wire/exchange-recorder';

/** What the operations on the wire need. */
export interface WireOperationsDeps {
  readonly recorder: ExchangeRecorder;
  readonly files: ChosenFiles;
  readonly clipboard: Clipboard;
  readonly appVersion: string;
  readonly nowMs: () => number;
}

type Operation =
  | 'listExchanges'
  | 'getExchange'
  | 'revealWireField'
  | 'copyExchangeAsCurl'
  | 'saveHar'
  | 'saveTrace'
  | 'openTrace';

/** What the window may ask of the wire. Everything but the recorder is loaded at its first use. */
export function wireOperations(context: WireOperationsDeps): Pick<Operations, Operation> {
  const { recorder } = context;
  const view = async () => (await import('../wire/wire-view')).wireViewOf(recorder);
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
      context.clipboard.write((await import('../wire/curl')).toCurl(detail.value));
      return ok({});
    },
    ...fileOperations(context),
  };
}

function fileOperations(
  context: WireOperationsDeps,
): Pick<Operations, 'saveHar' | 'saveTrace' | 'openTrace'> {
  const { files, nowMs } = context;
  return {
    saveHar: async ({ exchangeIds }) =>
      saveChosen(context, exchangeIds, async (details) => {
        const { toHar } = await import('../wire/har');
        return { kind: 'har', text: toHar(details, context.appVersion) };
      }),
    saveTrace: async ({ exchangeIds }) =>
      saveChosen(context, exchangeIds, async (details) => {
        const { writeTrace } = await import('../wire/trace-file');
        return { kind: 'cstrace', text: writeTrace(details, nowMs()) };
      }),
    openTrace: async () => {
      const opened = await files.open('cstrace');
      // The words of the other kind are those of a profile.
      if (!opened.ok)
        return opened.error.kind === 'file-not-read' ? fail({ kind: 'trace-unreadable' }) : opened;
      if (opened.value === null) return ok({ trace: null });
      const { readTrace } = await import('../wire/trace-file');
      const read = readTrace(opened.value.fileName, opened.value.text);
      return read.ok ? ok({ trace: read.value }) : read;
    },
  };
}

async function saveChosen(
  { recorder, files }: WireOperationsDeps,
  exchangeIds: readonly string[],
  write: (details: readonly ExchangeDetail[]) => Promise<{ readonly kind: TextKind; readonly text: string }>,
): Promise<Result<{ fileName: string | null }, Failure>> {
  const { wireViewOf } = await import('../wire/wire-view');
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
