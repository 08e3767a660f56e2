import { join } from 'node:path';

import { createHandlers, type HandlerContext } from '../../main/handlers';
import { answer } from '../../main/ipc/answer';
import { type AppOperationsDeps, appOperations } from '../../main/operations/app-operations';
import { openPreferences } from '../../main/store/settings-file';
import type { Input, Operation, Output, Reply } from '../../preload/contract/ipc-contract';
import { ok } from '../../preload/contract/result';
import type { Recipient } from './recipient';

/** The operations of the window, checked in both directions as over IPC, without a window. */
export interface WindowSide {
  readonly ask: <Op extends Operation>(operation: Op, input: Input<Op>) => Promise<Reply<Op>>;
  /** Like `ask`, for when it is expected to go well. */
  readonly get: <Op extends Operation>(operation: Op, input: Input<Op>) => Promise<Output<Op>>;
  /** Whatever comes over IPC, of any shape. */
  readonly send: (operation: Operation, input: unknown) => Promise<unknown>;
  readonly notices: readonly string[];
  readonly copied: readonly string[];
  /** What was saved last, by the kind of file; it is also what the person chooses to open. */
  readonly saved: ReadonlyMap<string, string>;
}

/** Binds the operations to a recipient. */
export async function windowOf({ services, folder }: Recipient): Promise<WindowSide> {
  const notices: string[] = [];
  const copied: string[] = [];
  const saved = new Map<string, string>();
  const preferences = await openPreferences(join(folder, 'preferences.json'), Date.now());
  const context: HandlerContext & AppOperationsDeps = {
    services,
    appVersion: '0.1.0',
    preferences,
    movedAside: [preferences.movedAside],
    onPreferences: ({ theme }) => notices.push(`theme ${theme}`),
    clipboard: { write: (text) => copied.push(text), read: async () => copied.at(-1) ?? '' },
    files: {
      save: async (kind, content) => {
        saved.set(kind, Buffer.from(content).toString('utf8'));
        return ok(`chosen.${kind}`);
      },
      open: async (kind) => {
        const text = saved.get(kind);
        return ok(text === undefined ? null : { fileName: `chosen.${kind}`, text });
      },
      openKeyMaterial: async () => [],
    },
    printer: {
      pdf: async (sheet) => Buffer.from(JSON.stringify(sheet), 'utf8'),
      paper: async (sheet) => {
        saved.set('paper', JSON.stringify(sheet));
        return ok(true);
      },
    },
    changed: (topic) => notices.push(topic),
  };
  const handlers = { ...appOperations(context), ...createHandlers(context) };
  const ask = <Op extends Operation>(operation: Op, input: unknown): Promise<Reply<Op>> =>
    answer(operation, input, handlers, (cause) => {
      throw cause;
    });
  return {
    ask,
    get: async (operation, input) => {
      const reply = await ask<typeof operation>(operation, input);
      if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply.error)}`);
      return reply.value;
    },
    send: ask,
    notices,
    copied,
    saved,
  };
}
