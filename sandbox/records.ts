import { createHash } from 'node:crypto';
import { z } from 'zod';

import type { Clock } from './clock';
import { writeStateFile } from './state-file';

/** Kept for this long after they end, so that a late replay is recognised as one. */
const GRACE_MS = 3_600_000;

/** Lost when the bank stops: a person in the middle of these simply starts again. */
const VOLATILE = new Set([
  'Interaction',
  'PushedAuthorizationRequest',
  'SignIn',
  'SharingSession',
  'ReplayDetection',
]);

const storedRecord = z.object({
  model: z.string(),
  payload: z.record(z.string(), z.unknown()),
  expiresAtMs: z.number().nullable(),
});

/** The shape of the records file. */
export const recordsFile = z.object({
  version: z.literal(1),
  records: z.record(z.string(), storedRecord),
});

export type StoredRecord = z.infer<typeof storedRecord>;
export type RecordsFile = z.infer<typeof recordsFile>;
export type Payload = Readonly<Record<string, unknown>>;

export interface RecordsOptions {
  readonly clock: Clock;
  /** Where the records are written; null keeps them in memory. */
  readonly path: string | null;
  readonly initial: RecordsFile | null;
}

/** Everything the bank remembers: clients, grants, tokens, consents, and requests under way. */
export class Records {
  readonly #clock: Clock;
  readonly #path: string | null;
  readonly #records: Map<string, StoredRecord>;
  #changed = false;
  #writing: Promise<void> = Promise.resolve();

  constructor({ clock, path, initial }: RecordsOptions) {
    this.#clock = clock;
    this.#path = path;
    this.#records = new Map(Object.entries(initial?.records ?? {}));
  }

  /** What was put under this id, also for some time after it has ended. */
  get(model: string, id: string): { readonly payload: Payload; readonly hasEnded: boolean } | undefined {
    const found = this.#records.get(keyOf(model, id));
    if (found === undefined) return undefined;
    return { payload: found.payload, hasEnded: this.#endedFor(found) >= 0 };
  }

  /** Everything of a model that has not ended. */
  all(model: string): readonly Payload[] {
    return [...this.#records.values()]
      .filter((record) => record.model === model && this.#endedFor(record) < 0)
      .map(({ payload }) => payload);
  }

  /** @param lifetimeMs null keeps it for good */
  put(model: string, id: string, payload: Payload, lifetimeMs: number | null): void {
    const expiresAtMs = lifetimeMs === null ? null : this.#clock.nowMs() + lifetimeMs;
    this.#records.set(keyOf(model, id), { model, payload, expiresAtMs });
    this.#note(model);
  }

  /** Changes members of a record and leaves its end where it is. */
  amend(model: string, id: string, change: Payload): void {
    const key = keyOf(model, id);
    const found = this.#records.get(key);
    if (found === undefined) return;
    this.#records.set(key, { ...found, payload: { ...found.payload, ...change } });
    this.#note(model);
  }

  /** Removes a record and says whether there was one: of two that try at once, one succeeds. */
  take(model: string, id: string): boolean {
    const wasThere = this.#records.delete(keyOf(model, id));
    if (wasThere) this.#note(model);
    return wasThere;
  }

  /** Removes what belongs to a grant: of one model, or of every model but the consent itself. */
  removeOfGrant(grantId: string, model?: string): void {
    for (const [key, record] of this.#records) {
      if (record.payload['grantId'] !== grantId) continue;
      if (model !== undefined && record.model !== model) continue;
      this.#records.delete(key);
      this.#note(record.model);
    }
  }

  /** Resolves once everything that was put before is on disk. Nothing is answered before that. */
  async flush(): Promise<void> {
    const path = this.#path;
    if (path === null) return;
    this.#writing = this.#writing.then(async () => {
      if (!this.#changed) return;
      this.#changed = false;
      try {
        await writeStateFile(path, this.#snapshot());
      } catch (cause) {
        this.#changed = true; // the next flush tries again
        throw cause;
      }
    });
    const written = this.#writing;
    this.#writing = written.catch(() => undefined); // one failed write must not fail every later one
    await written;
  }

  #snapshot(): RecordsFile {
    this.#prune();
    const lasting = [...this.#records].filter(([, { model }]) => !VOLATILE.has(model));
    return { version: 1, records: Object.fromEntries(lasting) };
  }

  #prune(): void {
    for (const [key, record] of this.#records) {
      if (this.#endedFor(record) > GRACE_MS) this.#records.delete(key);
    }
  }

  /** For how many milliseconds a record has been over; negative while it lasts. */
  #endedFor({ expiresAtMs }: StoredRecord): number {
    return expiresAtMs === null ? -1 : this.#clock.nowMs() - expiresAtMs;
  }

  #note(model: string): void {
    if (!VOLATILE.has(model)) this.#changed = true;
    else if (this.#records.size % 500 === 0) this.#prune(); // in memory alone nothing else would
  }
}

/** Ids of tokens are the tokens: they are kept as a hash, so that a copy of the file opens nothing. */
function keyOf(model: string, id: string): string {
  return createHash('sha256').update(`${model}:${id}`).digest('base64url');
}
