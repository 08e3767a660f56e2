import { z } from 'zod';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { connectionRecord, type ConnectionRecord } from '../records/connection-record';
import { type MovedAside, openJsonFile } from '../store/document';

const file = z.strictObject({ version: z.literal(1), connections: z.array(connectionRecord) });

/** The consents that were given, newest first. Holds no token and no key. */
export interface ConnectionStore {
  readonly list: () => readonly ConnectionRecord[];
  readonly get: (connectionId: string) => ConnectionRecord | null;
  /** Adds a connection, or replaces the one with its id. */
  readonly put: (connection: ConnectionRecord) => Promise<Result<null, Failure>>;
  /**
   * Changes members of a connection as it is by then, so that what was read over the network cannot
   * undo what happened meanwhile.
   *
   * @returns the connection; `consent-unknown` when it was forgotten meanwhile
   */
  readonly amend: (
    connectionId: string,
    change: Partial<ConnectionRecord>,
  ) => Promise<Result<ConnectionRecord, Failure>>;
  readonly delete: (connectionId: string) => Promise<Result<null, Failure>>;
  readonly movedAside: MovedAside | null;
}

/** Opens the store at a path; see {@link openJsonFile} for what happens to a file that can't be read. */
export async function openConnectionStore(path: string, nowMs: number): Promise<ConnectionStore> {
  const document = await openJsonFile({
    path,
    schema: file,
    initial: { version: 1, connections: [] },
    nowMs,
  });
  const save = async (change: (all: readonly ConnectionRecord[]) => ConnectionRecord[]) => {
    const saved = await document.update(({ connections }) => ({
      version: 1,
      connections: change(connections),
    }));
    return saved.ok ? ok(null) : saved;
  };
  const find = (connectionId: string) =>
    document.get().connections.find((one) => one.connectionId === connectionId) ?? null;
  return {
    list: () => document.get().connections,
    get: find,
    amend: async (connectionId, change) => {
      const saved = await save((all) =>
        all.map((one) => (one.connectionId === connectionId ? { ...one, ...change } : one)),
      );
      if (!saved.ok) return saved;
      const amended = find(connectionId);
      return amended === null ? fail({ kind: 'consent-unknown' }) : ok(amended);
    },
    put: (connection) =>
      save((all) => {
        const isKnown = all.some(({ connectionId }) => connectionId === connection.connectionId);
        if (!isKnown) return [connection, ...all];
        return all.map((one) => (one.connectionId === connection.connectionId ? connection : one));
      }),
    delete: (connectionId) => save((all) => all.filter((one) => one.connectionId !== connectionId)),
    movedAside: document.movedAside,
  };
}
