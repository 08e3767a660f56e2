import type { CredentialSummary } from '../preload/contract/credential-shapes';
import type { Failure } from '../preload/contract/failure';
import type { Operations } from '../preload/contract/ipc-contract';
import { ok } from '../preload/contract/result';
import type { Result } from '../preload/contract/result';
import type { Services } from './composition';
import type { Credential } from './credentials/credential';
import { viewCredential, viewCredentials } from './credentials/credential-view';
import * as manage from './credentials/manage-credentials';

/** How files and the clipboard are read and written: only Electron can. */
export interface CredentialFiles {
  /** Lets the person pick files. @returns the contents of each, null for one that could not be read; none when they changed their mind */
  readonly pick: () => Promise<ReadonlyArray<Uint8Array | null>>;
  readonly readClipboard: () => Promise<string>;
  /** Lets the person choose where a text goes. @returns whether it was saved */
  readonly save: (suggestedName: string, text: string) => Promise<Result<boolean, Failure>>;
}

/** What the operations of credentials need. */
export interface CredentialHandlerContext {
  readonly services: Services;
  readonly keyFiles: CredentialFiles;
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
export function credentialOperations(context: CredentialHandlerContext): CredentialOperations {
  return { ...keyOperations(context), ...importOperations(context) };
}

type ImportOperation = 'addToImport' | 'openImport' | 'keepImport' | 'dropImport';

function keyOperations({
  services,
  keyFiles,
  changed,
}: CredentialHandlerContext): Omit<CredentialOperations, ImportOperation> {
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
      const isSaved = await keyFiles.save('countersign-public-keys.json', `${json.value}\n`);
      return isSaved.ok ? ok({ isSaved: isSaved.value }) : isSaved;
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
  keyFiles,
  changed,
}: CredentialHandlerContext): Pick<CredentialOperations, ImportOperation> {
  const { importDesk } = services;
  return {
    addToImport: async ({ from }) => {
      const contents =
        from === 'files' ? await keyFiles.pick() : [Buffer.from(await keyFiles.readClipboard(), 'utf8')];
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
  changed: CredentialHandlerContext['changed'],
): Result<CredentialSummary, Failure> {
  if (!made.ok) return made;
  changed('credentials');
  const summary = viewCredential(credentialEdges, made.value);
  if (summary === null) throw new Error('a credential was kept whose certificate cannot be read');
  return ok(summary);
}
