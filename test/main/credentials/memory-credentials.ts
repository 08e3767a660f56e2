import type { Credential } from '../../../main/records/credential';
import { createCredentialStore, type CredentialStore } from '../../../main/vault/credential-store';
import { RecordKeeper } from '../../../main/vault/record-keeper';
import { EMPTY_RECORD } from '../../../main/vault/vault-record';
import { ok } from '../../../preload/contract/result';

/** The credentials of an open vault that has no disk. */
export function memoryCredentials(...held: readonly Credential[]): CredentialStore {
  const keeper = new RecordKeeper(() => Promise.resolve(ok(null)));
  keeper.take({ ...EMPTY_RECORD, credentials: new Map(held.map((one) => [one.credentialId, one])) });
  return createCredentialStore(keeper);
}
