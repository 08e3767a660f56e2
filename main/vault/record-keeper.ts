import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { VaultRecord } from './vault-record';

/** Puts a record where it outlives the process, or does nothing in a vault that is kept in memory. */
export type SaveRecord = (
  record: VaultRecord,
  earlierGeneration: 'keep' | 'drop',
) => Promise<Result<null, Failure>>;

/** One change of the record. */
export interface Change {
  /** Returns the record itself when there is nothing to change. */
  readonly apply: (record: VaultRecord) => VaultRecord;
  /** What memory holds when the disk refuses: the record as it was (`take-back`) or the new one (`hold-on`). */
  readonly whenNotSaved: 'take-back' | 'hold-on';
  /** `drop` when the change forgets something that the earlier generation of the file still has. */
  readonly earlierGeneration: 'keep' | 'drop';
}

/**
 * Holds the record in memory and lets one change at a time through to the disk.
 *
 * Readers see a change when it has been saved, or has been refused and is held on to.
 */
export class RecordKeeper {
  readonly #save: SaveRecord;
  readonly #onBehind: (isBehind: boolean) => void;
  #record: VaultRecord | null = null;
  #behind: 'no' | 'keep' | 'drop' = 'no';
  #line: Promise<unknown> = Promise.resolve();

  /** @param onBehind hears it whenever memory gets ahead of the disk, and when it is so no longer */
  constructor(save: SaveRecord, onBehind: (isBehind: boolean) => void = () => undefined) {
    this.#save = save;
    this.#onBehind = onBehind;
  }

  /** What is held, or null while the vault is locked. */
  held(): VaultRecord | null {
    return this.#record;
  }

  /** Whether memory holds something that the disk refused. */
  isBehind(): boolean {
    return this.#behind !== 'no';
  }

  /** Takes over a record that is on disk already, or that nothing has to outlive. */
  take(record: VaultRecord | null): void {
    this.#record = record;
    this.#setBehind('no');
  }

  read<Value>(pick: (record: VaultRecord) => Value): Result<Value, Failure> {
    return this.#record === null ? fail({ kind: 'vault-locked' }) : ok(pick(this.#record));
  }

  change(change: Change): Promise<Result<null, Failure>> {
    return this.alone(() => this.#carryOut(change));
  }

  /** Saves what the disk refused earlier; does nothing when there is no such thing. */
  flush(): Promise<Result<null, Failure>> {
    return this.change({ apply: (record) => record, whenNotSaved: 'hold-on', earlierGeneration: 'keep' });
  }

  /** Runs work while no change is under way. */
  alone<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#line.then(work, work);
    this.#line = turn.catch(() => null); // its caller hears of it; the next in line must not
    return turn;
  }

  async #carryOut(change: Change): Promise<Result<null, Failure>> {
    if (this.#record === null) return fail({ kind: 'vault-locked' });
    const next = change.apply(this.#record);
    if (next === this.#record && this.#behind === 'no') return ok(null);

    const earlierGeneration = this.#behind === 'drop' ? 'drop' : change.earlierGeneration;
    const saved = await this.#save(next, earlierGeneration);
    if (saved.ok) {
      this.take(next);
    } else if (change.whenNotSaved === 'hold-on') {
      this.#record = next;
      this.#setBehind(earlierGeneration);
    }
    return saved;
  }

  #setBehind(behind: 'no' | 'keep' | 'drop'): void {
    const was = this.isBehind();
    this.#behind = behind;
    if (this.isBehind() !== was) this.#onBehind(!was);
  }
}
