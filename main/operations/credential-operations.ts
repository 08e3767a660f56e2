import type { CredentialSummary } from '../../preload/contract/credential-shapes';
import type { Failure } from '../../preload/contract/failure';
import type { Operations } from '../../preload/contract/ipc-contract';
import { ok, type Result } from '../../preload/contract/result';
import { viewCredential, viewCredentials } from '../credentials/credential-view';
import * as manage from '../credentials/manage-credentials';
import type { ChosenFiles } from '../ports/chosen-files';
import type { Clipboard } from '../ports/clipboard';
import type { Credential } from '../records/credential';
import type { Services } from '../services';

/** What the operations of credentials need. */
export interface CredentialOperationsDeps {
  readonly services: Services;
  readonly files: ChosenFiles;
  readonly clipboard: Clipboard;
  readonly changed: (topic: 'credentials') => void;
}

type CredentialOperations = Pick<
  Operations,
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
  | 'dropImport'
>;

/** Binds the operations of credentials to their use cases. */
export function credentialOperations(context: CredentialOperationsDeps): CredentialOperations {
  return { ...keyOperations(context), ...importOperations(context) };
}

type ImportOperation = 'addToImport' | 'openImport' | 'keepImport' | 'dropImport';

function keyOperations({
  services,
  files,
  changed,
}: CredentialOperationsDeps): Omit<CredentialOperations, ImportOperation> {
  const deps = services.credentialDeps;
  return {
    listCredentials: async () => viewCredentials(deps),
    createCredential: async (order) => view(services, await manage.makeCredential(deps, order), changed),
    deleteCredential: async ({ credentialId }) => {
      const usedBy = await manage.deleteCredential(deps, credentialId);
      changed('credentials');
      return usedBy.ok ? ok({ usedBy: usedBy.value }) : usedBy;
    },
    getKeySet: async ({ credentialId }) => {
      const json = manage.publicKeySet(deps, credentialId);
      return json.ok ? ok({ json: json.value }) : json;
    },
    saveKeySet: async ({ credentialId }) => {
      const json = manage.publicKeySet(deps, credentialId);
      if (!json.ok) return json;
      const saved = await files.save('json', `${json.value}\n`, 'countersign-public-keys.json');
      return saved.ok ? ok({ isSaved: saved.value !== null }) : saved;
    },
    replaceCredential: async (order) => view(services, await manage.replaceCredential(deps, order), changed),
    switchCredential: async ({ credentialId }) => {
      const switched = await manage.switchCredential(deps, credentialId);
      changed('credentials');
      return switched.ok ? ok({}) : switched;
    },
  };
}

function importOperations({
  services,
  files,
  clipboard,
  changed,
}: CredentialOperationsDeps): Pick<CredentialOperations, ImportOperation> {
  const { keyImport } = services;
  return {
    addToImport: async ({ from }) => {
      const contents =
        from === 'files' ? await files.openKeyMaterial() : [Buffer.from(await clipboard.read(), 'utf8')];
      return ok(await keyImport.add(contents));
    },
    openImport: async ({ passphrase }) => ok(await keyImport.open(passphrase)),
    keepImport: async () => view(services, await keyImport.keep(), changed),
    dropImport: async () => {
      keyImport.drop();
      return ok({});
    },
  };
}

function view(
  { credentialDeps }: Services,
  made: Result<Credential, Failure>,
  changed: CredentialOperationsDeps['changed'],
): Result<CredentialSummary, Failure> {
  if (!made.ok) return made;
  changed('credentials');
  const summary = viewCredential(credentialDeps, made.value);
  if (summary === null) throw new Error('a credential was kept whose certificate cannot be read');
  return ok(summary);
}
