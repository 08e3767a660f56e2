import { randomBytes } from 'node:crypto';
import * as nodeDisk from 'node:fs/promises';
import { join } from 'node:path';

import type { SecretsState } from '../../preload/contract/app-shapes';
import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { Keychain } from '../ports/keychain';
import {
  type CrashSafeDisk,
  earlierGenerationOf,
  moveAside,
  type StorageFailure,
  sweepTemporaries,
  writeCrashSafe,
} from '../store/crash-safe-file';
import { createCredentialStore, type CredentialStore } from './credential-store';
import { createDatabaseKey, type DatabaseKey } from './database-key';
import {
  DEFAULT_SCRYPT_COST,
  keychainWrapper,
  type KeyWrapper,
  passphraseWrapper,
  type RandomBytes,
  type ScryptCost,
  usableBackend,
} from './key-wrapper';
import { RecordKeeper } from './record-keeper';
import { newDataKey, sealBox, type SealingKey } from './secret-box';
import { createTokenStore, type TokenStore } from './token-store';
import { findVault, type Unwrap, VAULT_FILE_NAME, type VaultNotice } from './vault-file';
import { EMPTY_RECORD, recordBytes, type VaultRecord } from './vault-record';

/** Shorter passphrases are refused. @see NIST SP 800-63B section 5.1.1.2 */
const MIN_PASSPHRASE_CHARACTERS = 8;

/** What a vault needs of the world. */
export interface VaultOptions {
  /** A folder of its own; it is created (0700) with the first save. */
  readonly folder: string;
  readonly keychain: Keychain;
  /** Epoch milliseconds, UTC; names the files that are moved aside. */
  readonly nowMs: () => number;
  readonly random?: RandomBytes;
  readonly scryptCost?: ScryptCost;
  readonly disk?: CrashSafeDisk;
  /** Hears it when `hasUnsaved()` changes. */
  readonly onUnsaved?: (hasUnsaved: boolean) => void;
}

/**
 * Everything secret that has to outlive a flow: credentials and tokens, sealed at rest.
 *
 * Nothing that a vault gives out crosses IPC, except `state()` and `notices()`.
 */
export interface Vault {
  /**
   * How secrets are kept just now. After `lost` the vault works with a fresh key: a `backend` says that
   * new secrets are sealed by the keychain again, null that they end with the app.
   */
  state(): SecretsState;
  /** What happened to files that could not be opened, oldest first. */
  notices(): readonly VaultNotice[];
  readonly credentials: CredentialStore;
  readonly tokens: TokenStore;
  readonly databaseKey: DatabaseKey;
  /**
   * Seals what is held by a passphrase from now on, also where there is a keychain. Nothing sealed
   * otherwise is left behind.
   *
   * @returns `bad-request` for a passphrase that is too short, `vault-locked`, or why it could not be
   *   saved; after a failure everything is as it was
   */
  setPassphrase(passphrase: string): Promise<Result<null, Failure>>;
  /** Opens a locked vault; does nothing to one that is open. `wrong-passphrase` loses nothing and may be tried again. */
  unlock(passphrase: string): Promise<Result<null, Failure>>;
  /** For a forgotten passphrase: moves the locked file aside, where it is kept, and begins an empty vault. */
  startAfresh(): Promise<Result<null, Failure>>;
  /** The person has read that their secrets are lost: `state()` goes on to say how new ones are kept. */
  acknowledgeLoss(): void;
  /** Whether tokens are held that the disk refused; they are lost if the app ends now. */
  hasUnsaved(): boolean;
  /** Tries once more to save what the disk refused. */
  flush(): Promise<Result<null, Failure>>;
}

/**
 * Opens the vault of a folder, or begins an empty one. Never fails for what it finds: a file that cannot be
 * opened is moved aside, and `state()` and `notices()` say so.
 *
 * One process and one vault for a folder at a time: that is the caller's promise (single-instance lock).
 */
export async function openVault(options: VaultOptions): Promise<Vault> {
  const vault = new FileVault(options);
  await vault.find(unwrapBy(keychainWrapper(options.keychain), null));
  return vault;
}

class FileVault implements Vault {
  readonly credentials: CredentialStore;
  readonly tokens: TokenStore;
  readonly databaseKey: DatabaseKey;
  readonly #options: VaultOptions;
  readonly #random: RandomBytes;
  readonly #disk: CrashSafeDisk;
  readonly #path: string;
  readonly #keeper: RecordKeeper;
  /** Null: memory is all there is, or the vault is locked. */
  #key: SealingKey | null = null;
  #isLost = false;
  #blockedBy: StorageFailure | null = null;
  #notices: readonly VaultNotice[] = [];

  constructor(options: VaultOptions) {
    this.#options = options;
    this.#random = options.random ?? randomBytes;
    this.#disk = options.disk ?? nodeDisk;
    this.#path = join(options.folder, VAULT_FILE_NAME);
    this.#keeper = new RecordKeeper(
      (record, earlierGeneration) =>
        this.#key === null ? Promise.resolve(ok(null)) : this.#write(this.#key, record, earlierGeneration),
      options.onUnsaved,
    );
    this.credentials = createCredentialStore(this.#keeper);
    this.tokens = createTokenStore(this.#keeper);
    this.databaseKey = createDatabaseKey(this.#keeper, this.#random);
  }

  state(): SecretsState {
    const wrapping = this.#key?.wrapping ?? null;
    const backend = wrapping?.kind === 'keychain' ? wrapping.backend : null;
    if (this.#keeper.held() === null) return { kind: 'locked', backend };
    if (this.#isLost) return { kind: 'lost', backend };
    return { kind: wrapping?.kind ?? 'memory', backend };
  }

  notices(): readonly VaultNotice[] {
    return this.#notices;
  }

  acknowledgeLoss(): void {
    this.#isLost = false;
  }

  hasUnsaved(): boolean {
    return this.#keeper.isBehind();
  }

  flush(): Promise<Result<null, Failure>> {
    return this.#keeper.flush();
  }

  setPassphrase(passphrase: string): Promise<Result<null, Failure>> {
    return this.#keeper.alone(async () => {
      const record = this.#keeper.held();
      if (record === null) return fail({ kind: 'vault-locked' });
      if (passphrase.length < MIN_PASSPHRASE_CHARACTERS) {
        return fail({ kind: 'bad-request', field: 'passphrase' });
      }
      if (this.#blockedBy !== null) return fail(this.#blockedBy);

      const key = await this.#newKey(this.#passphraseWrapper(passphrase));
      if (key === null) throw new Error('a passphrase wraps every key');
      const saved = await this.#write(key, record, 'drop'); // the earlier generation has another seal
      if (!saved.ok) return saved;
      this.#key = key;
      this.#isLost = false;
      this.#keeper.take(record);
      return saved;
    });
  }

  unlock(passphrase: string): Promise<Result<null, Failure>> {
    return this.#keeper.alone(async () => {
      if (this.#keeper.held() !== null) return ok(null);
      await this.find(unwrapBy(keychainWrapper(this.#options.keychain), this.#passphraseWrapper(passphrase)));
      return this.#keeper.held() === null ? fail({ kind: 'wrong-passphrase' }) : ok(null);
    });
  }

  startAfresh(): Promise<Result<null, Failure>> {
    return this.#keeper.alone(async () => {
      if (this.#keeper.held() !== null) return ok(null);
      for (const path of [this.#path, earlierGenerationOf(this.#path)]) {
        const moved = await moveAside(path, this.#options.nowMs(), this.#disk);
        if (!moved.ok && !isMissing(moved.error)) return moved;
      }
      await this.#begin();
      return ok(null);
    });
  }

  /** Looks for the vault on disk and takes over what it is. */
  async find(unwrap: Unwrap): Promise<void> {
    const { folder, nowMs } = this.#options;
    await sweepTemporaries(this.#path, this.#disk);
    const found = await findVault(folder, unwrap, nowMs(), this.#disk);
    this.#notices = [...this.#notices, ...found.notices];
    this.#isLost = found.isLost;
    this.#blockedBy = found.blockedBy;
    if (found.content.kind === 'locked') return;
    if (found.content.kind === 'absent') return this.#begin();

    this.#key = await this.#keyFor(found.content.key);
    this.#keeper.take(found.content.record);
  }

  async #begin(): Promise<void> {
    this.#key = this.#blockedBy === null ? await this.#newKey(this.#keychainWrapper()) : null;
    this.#keeper.take(EMPTY_RECORD);
  }

  // A keychain that opens the vault under another name, as after an update of the desktop, wraps a key of its own.
  async #keyFor(found: SealingKey): Promise<SealingKey | null> {
    if (this.#blockedBy !== null) return null;
    const backend = usableBackend(this.#options.keychain);
    if (found.wrapping.kind === 'passphrase' || found.wrapping.backend === backend) return found;
    return (await this.#newKey(this.#keychainWrapper())) ?? found;
  }

  async #newKey(wrapper: KeyWrapper): Promise<SealingKey | null> {
    const dataKey = newDataKey(this.#random);
    const wrapping = await wrapper.wrap(dataKey);
    return wrapping.ok ? { dataKey, wrapping: wrapping.value } : null;
  }

  #write(
    key: SealingKey,
    record: VaultRecord,
    earlierGeneration: 'keep' | 'drop',
  ): Promise<Result<null, StorageFailure>> {
    const sealed = sealBox(recordBytes(record), key, VAULT_FILE_NAME, this.#random);
    return writeCrashSafe(this.#path, sealed, { earlierGeneration, disk: this.#disk });
  }

  #keychainWrapper(): KeyWrapper {
    return keychainWrapper(this.#options.keychain);
  }

  #passphraseWrapper(passphrase: string): KeyWrapper {
    return passphraseWrapper(passphrase, this.#random, this.#options.scryptCost ?? DEFAULT_SCRYPT_COST);
  }
}

function unwrapBy(keychain: KeyWrapper, passphrase: KeyWrapper | null): Unwrap {
  return async (wrapping) => {
    if (wrapping.kind === 'keychain') return keychain.unwrap(wrapping);
    return passphrase === null ? fail('not-available') : passphrase.unwrap(wrapping);
  };
}

function isMissing(failure: StorageFailure): boolean {
  return failure.kind === 'storage-failed' && failure.code === 'ENOENT';
}
