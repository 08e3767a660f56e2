import type { Failure } from '../../preload/contract/failure';
import { ok, type Result } from '../../preload/contract/result';
import type { RandomBytes } from './key-wrapper';
import type { RecordKeeper } from './record-keeper';

/** The database's cipher takes a raw key of this many bytes. */
const KEY_BYTES = 32;

/** The key of the database that the money is in. */
export interface DatabaseKey {
  /**
   * The key, made at its first use; 32 bytes. Resolves once it is on disk: a database whose key is lost cannot be read
   * again.
   *
   * @returns `vault-locked` while a passphrase is still needed
   */
  readonly get: () => Promise<Result<Uint8Array, Failure>>;
}

/** The database key's part of a vault. */
export function createDatabaseKey(keeper: RecordKeeper, random: RandomBytes): DatabaseKey {
  const held = () => keeper.read(({ databaseKey }) => databaseKey);
  return {
    get: async () => {
      const found = held();
      if (!found.ok || found.value !== null) return found as Result<Uint8Array, Failure>;
      const saved = await keeper.change({
        apply: (record) =>
          record.databaseKey === null ? { ...record, databaseKey: random(KEY_BYTES) } : record,
        whenNotSaved: 'take-back',
        earlierGeneration: 'keep',
      });
      if (!saved.ok) return saved;
      const made = held();
      if (made.ok && made.value === null) throw new Error('a key that was saved is not held');
      return made.ok ? ok(made.value as Uint8Array) : made;
    },
  };
}
