import { join } from 'node:path';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { DataProcess, DataVerb, DataVerbs } from '../ports/data-process';

/** The name of the database in the app's own folder. */
export const DATABASE_FILE = 'money.db';

export interface DataStoreDeps {
  readonly data: DataProcess;
  readonly dataFolder: string;
  /** The key of the database; null where the vault lives in memory, and so does the database. */
  readonly databaseKey: () => Promise<Result<Uint8Array | null, Failure>>;
  readonly nowMs: () => number;
}

/** A database that is kept under another name, and why: it cannot be read, or is of a newer application. */
type MovedAside = NonNullable<DataVerbs['open']['output']['movedAside']>;

/** The database as the use cases see it: opened before its first question, and again after its process has died. */
export interface DataStore {
  readonly ask: DataProcess['ask'];
  /** The database that could not be opened in this session and was moved aside; null when there is none. */
  readonly movedAside: () => MovedAside | null;
  /** Closes it, for example when the vault is locked. The next question opens it again. */
  readonly close: () => Promise<void>;
}

/** Opens the database when it is first needed, with the vault's key. */
export function createDataStore(deps: DataStoreDeps): DataStore {
  let opening: Promise<Result<null, Failure>> | null = null;
  let movedAside: MovedAside | null = null;
  const open = async (): Promise<Result<null, Failure>> => {
    const key = await deps.databaseKey();
    if (!key.ok) return key;
    const path = key.value === null ? null : join(deps.dataFolder, DATABASE_FILE);
    const opened = await deps.data.ask('open', { path, key: key.value, nowMs: deps.nowMs() });
    if (!opened.ok) return opened;
    movedAside = opened.value.movedAside ?? movedAside;
    return ok(null);
  };
  const ask = async <Verb extends DataVerb>(
    verb: Verb,
    input: DataVerbs[Verb]['input'],
  ): Promise<Result<DataVerbs[Verb]['output'], Failure>> => {
    opening ??= open();
    const opened = await opening;
    if (!opened.ok) {
      opening = null;
      return fail(opened.error);
    }
    const answer = await deps.data.ask(verb, input);
    // The process has died and taken nothing with it: what it had answered is on disk.
    if (!answer.ok && answer.error.kind === 'data-process-ended') opening = null;
    return answer;
  };
  return {
    ask,
    movedAside: () => movedAside,
    close: async () => {
      opening = null;
      await deps.data.close();
    },
  };
}
