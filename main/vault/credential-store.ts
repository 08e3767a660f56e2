import type { Failure } from '../../preload/contract/failure';
import type { Result } from '../../preload/contract/result';
import type { Credential } from '../records/credential';
import type { RecordKeeper } from './record-keeper';

/**
 * The credentials in the vault, by credential id.
 *
 * Every answer is `vault-locked` while a passphrase is still needed.
 */
export interface CredentialStore {
  /** The credential with its private key, or null when the vault has none of this id. */
  get(credentialId: string): Result<Credential | null, Failure>;
  /** All credentials, oldest first. With private keys: show a window `CertificateFacts` instead. */
  list(): Result<readonly Credential[], Failure>;
  /**
   * Adds or replaces a credential. Resolves once it is on disk.
   *
   * A credential that could not be saved is not held either (`storage-full`, `storage-failed`): a
   * provider must never get to know a key that the next start has lost.
   */
  put(credential: Credential): Promise<Result<null, Failure>>;
  /**
   * Removes a credential, also from the earlier generation of the file.
   *
   * If the disk refuses, it is still held, and the person is told that it was not removed.
   */
  delete(credentialId: string): Promise<Result<null, Failure>>;
}

/** The credentials' part of a vault. */
export function createCredentialStore(keeper: RecordKeeper): CredentialStore {
  return {
    get: (credentialId) => keeper.read((record) => record.credentials.get(credentialId) ?? null),
    list: () =>
      keeper.read((record) => [...record.credentials.values()].sort((a, b) => a.createdAtMs - b.createdAtMs)),
    put: (credential) =>
      keeper.change({
        apply: (record) => ({
          ...record,
          credentials: new Map(record.credentials).set(credential.credentialId, credential),
        }),
        whenNotSaved: 'take-back',
        earlierGeneration: 'keep',
      }),
    delete: (credentialId) =>
      keeper.change({
        apply: (record) => {
          const credentials = new Map(record.credentials);
          return credentials.delete(credentialId) ? { ...record, credentials } : record;
        },
        whenNotSaved: 'take-back',
        earlierGeneration: 'drop',
      }),
  };
}
