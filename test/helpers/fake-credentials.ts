import type { CredentialSummary, ImportView } from '../../preload/contract/credential-shapes';
import type { Operations } from '../../preload/contract/ipc-contract';
import { ok } from '../../preload/contract/result';

/** A key that the sandbox bank knows, unless told otherwise. */
export function aKey(change: Partial<CredentialSummary> = {}): CredentialSummary {
  return {
    credentialId: 'key-1',
    name: 'Countersign',
    issuer: null,
    authorities: [],
    fingerprint: 'A1:B2:C3:D4:E5:F6',
    notBeforeMs: Date.UTC(2027, 0, 1),
    notAfterMs: Date.UTC(2028, 0, 1),
    keyKind: 'ec-p256',
    keyBits: 256,
    keyId: 'kid',
    thumbprint: 'thumbprint',
    createdAtMs: Date.UTC(2027, 0, 1),
    validity: 'valid',
    daysLeft: 300,
    usedBy: [],
    replaces: null,
    replacedBy: null,
    ...change,
  };
}

const NO_IMPORT: ImportView = {
  certificate: null,
  hasKey: false,
  needs: null,
  refusal: null,
  detail: null,
  warnings: [],
};

type Names =
  | 'listCredentials'
  | 'createCredential'
  | 'deleteCredential'
  | 'getKeySet'
  | 'saveKeySet'
  | 'replaceCredential'
  | 'switchCredential'
  | 'addToImport'
  | 'openImport'
  | 'keepImport'
  | 'dropImport';

/** Keys that are there and stay as they are. */
export function fakeCredentials(keys: readonly CredentialSummary[] = []): Pick<Operations, Names> {
  return {
    listCredentials: async () => ok([...keys]),
    createCredential: async () => ok(aKey()),
    deleteCredential: async () => ok({ usedBy: [] }),
    getKeySet: async () => ok({ json: '{ "keys": [] }' }),
    saveKeySet: async () => ok({ isSaved: true }),
    replaceCredential: async () => ok(aKey()),
    switchCredential: async () => ok({}),
    addToImport: async () => ok(NO_IMPORT),
    openImport: async () => ok(NO_IMPORT),
    keepImport: async () => ok(aKey()),
    dropImport: async () => ok({}),
  };
}
