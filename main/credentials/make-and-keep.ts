import type { NewKeyKind } from '../../preload/contract/credential-shapes';
import type { Failure } from '../../preload/contract/failure';
import { ok, type Result } from '../../preload/contract/result';
import type { Credential } from '../records/credential';
import type { CredentialStore } from '../vault/credential-store';
import { createCredential } from './create-credential';

/** Where a credential is kept, and what time it is: epoch milliseconds, UTC. */
export interface KeepingDeps {
  readonly credentials: CredentialStore;
  readonly nowMs: () => number;
}

/** A key to be made, with what is kept beside it. */
export type KeyOrder = {
  readonly kind: NewKeyKind;
  /** The common name of its certificate. */
  readonly name: string;
} & Pick<Credential, 'replaces' | 'outlivesProviders'>;

/** Makes a credential and keeps it. @returns `vault-locked` before any work is done */
export async function makeAndKeep(
  { credentials, nowMs }: KeepingDeps,
  { kind, name: commonName, ...kept }: KeyOrder,
): Promise<Result<Credential, Failure>> {
  const held = credentials.list(); // a locked vault is found out before the work and not after it
  if (!held.ok) return held;
  const credential = { ...(await createCredential({ nowMs: nowMs(), commonName, kind })), ...kept };
  const saved = await credentials.put(credential);
  return saved.ok ? ok(credential) : saved;
}
