import type { CredentialSummary } from '../../preload/contract/credential-shapes';
import type { Failure } from '../../preload/contract/failure';
import type { Operations } from '../../preload/contract/ipc-contract';
import { ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';
import type { Services } from '../composition';
import type { Credential } from '../credentials/credential';
import { viewCredential, viewCredentials } from '../credentials/credential-view';
import * as manage from '../credentials/manage-credentials';
import type { Clipboard } from './app-operations';
import type { ChosenFiles } from './chosen-files';

/** What the operations of credentials need. */
export interface CredentialContext {
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
export function credentialOperations(context: CredentialContext): CredentialOperations {
  return { ...keyOperations(context), ...importOperations(context) };
}

type ImportOperation = 'addToImport' | 'openImport' | 'keepImport' | 'dropImport';

function keyOperations({
  services,
  files,
  changed,
}: CredentialContext): Omit<CredentialOperations, ImportOperation> {
  const edges = services.credentialEdges;
  return {
    listCredentials: async () => viewCredentials(edges),
    createCredential: async (order) => view(services, await manage.makeCredential(edges, order), changed),
    deleteCredential: async ({ credentialId }) => {
      const usedBy = await manage.deleteCredential(edges, credentialId);
      changed('credentials');
      return usedBy.ok ? ok({ usedBy: usedBy.value }) : usedBy;
    },
    getKeySet: async ({ credentialId }) => {
      const json = manage.publicKeySet(edges, credentialId);
      return json.ok ? ok({ json: json.value }) : json;
    },
    saveKeySet: async ({ credentialId }) => {
      const json = manage.publicKeySet(edges, credentialId);
      if (!json.ok) return json;
      const saved = await files.save('json', `${json.value}\n`, 'countersign-public-keys.json');
      return saved.ok ? ok({ isSaved: saved.value !== null }) : saved;
    },
    replaceCredential: async (order) => view(services, await manage.replaceCredential(edges, order), changed),
    switchCredential: async ({ credentialId }) => {
      const switched = await manage.switchCredential(edges, credentialId);
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
}: CredentialContext): Pick<CredentialOperations, ImportOperation> {
  const { importDesk } = services;
  return {
    addToImport: async ({ from }) => {
      const contents =
        from === 'files' ? await files.openKeyMaterial() : [Buffer.from(await clipboard.read(), 'utf8')];
      return ok(await importDesk.add(contents));
    },
    openImport: async ({ passphrase }) => ok(await importDesk.open(passphrase)),
    keepImport: async () => view(services, await importDesk.keep(), changed),
    dropImport: async () => {
      importDesk.drop();
      return ok({});
    },
  };
}

function view(
  { credentialEdges }: Services,
  made: Result<Credential, Failure>,
  changed: CredentialContext['changed'],
): Result<CredentialSummary, Failure> {
  if (!made.ok) return made;
  changed('credentials');
  const summary = viewCredential(credentialEdges, made.value);
  if (summary === null) throw new Error('a credential was kept whose certificate cannot be read');
  return ok(summary);
}
