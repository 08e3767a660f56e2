import type { Failure } from '../../preload/contract/failure';
import type { Operations, Reply } from '../../preload/contract/ipc-contract';
import type { ProviderFindings } from '../../preload/contract/provider-offer';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { ChosenFiles } from '../ports/chosen-files';
import type { SheetPrinter } from '../ports/sheet-printer';
import {
  addedProvider,
  deleteProvider,
  duplicateProvider,
  type ProviderDeps,
  saveProvider,
} from '../providers/keep-provider';
import { lookUpProvider } from '../providers/look-up-provider';
import { viewProvider, viewProviderDetail } from '../providers/provider-detail';
import { registerProvider } from '../providers/register-provider';
import { viewRegistrationSheet } from '../providers/registration-sheet';
import type { ProviderProfile } from '../records/provider-profile';
import type { Services } from '../services';
import { deleteData } from './consent-operations';

/** What the operations on providers need. */
export interface ProviderOperationsDeps {
  readonly services: Services;
  readonly files: ChosenFiles;
  readonly printer: SheetPrinter;
  readonly changed: (topic: 'consents' | 'providers' | 'money') => void;
}

type ProviderOperations = Pick<
  Operations,
  | 'getProvider'
  | 'listProviders'
  | 'getProviderDetail'
  | 'lookUpProvider'
  | 'saveProvider'
  | 'duplicateProvider'
  | 'registerProvider'
  | 'saveRegistrationPdf'
  | 'printRegistrationPack'
  | 'deleteProvider'
  | 'pickTextFile'
  | 'saveTextFile'
>;

/** The operations on the providers that a person added. */
export function providerOperations(context: ProviderOperationsDeps): ProviderOperations {
  const { services } = context;
  const { credentials, tokens } = services.vault;
  const deps: ProviderDeps = { ...services, credentials, tokens };
  const kept = (saved: Result<ProviderProfile, Failure>) => {
    if (!saved.ok) return saved;
    context.changed('providers');
    return saved;
  };
  const summary = (saved: Result<ProviderProfile, Failure>) =>
    saved.ok ? ok(viewProvider(deps, saved.value)) : saved;
  const detail = (saved: Result<ProviderProfile, Failure>) =>
    saved.ok ? ok(viewProviderDetail(deps, saved.value)) : saved;

  return {
    ...fileOperations(context),
    ...sheetOperations(context, deps),
    ...lookingOperations(deps),
    listProviders: async () => ok(listAdded(deps).map((profile) => viewProvider(deps, profile))),
    getProviderDetail: async ({ providerId }) => {
      const profile = addedProvider(deps, providerId);
      return profile === null ? fail({ kind: 'provider-unknown' }) : detail(ok(profile));
    },
    saveProvider: async (said) => summary(kept(await saveProvider(deps, said))),
    duplicateProvider: async ({ providerId, name }) =>
      summary(kept(await duplicateProvider(deps, providerId, name))),
    registerProvider: async (wish) =>
      detail(
        kept(await services.wire.during({ providerId: wish.providerId }, () => registerProvider(deps, wish))),
      ),
    deleteProvider: ({ providerId }) => deleteWithData(context, deps, providerId),
  };
}

function lookingOperations(deps: ProviderDeps): Pick<Operations, 'getProvider' | 'lookUpProvider'> {
  // What was heard last, for warnings; a flow asks anew.
  const offers = new Map<string, ProviderFindings['scopes']>();
  return {
    getProvider: async ({ providerId }) => {
      const profile = deps.profiles.get(providerId);
      return profile === null
        ? fail({ kind: 'provider-unknown' })
        : ok(viewProvider(deps, profile, offers.get(profile.issuer) ?? null));
    },
    lookUpProvider: async (wanted) => {
      const found = await lookUpProvider(wanted, deps.openHttp);
      if (found.ok) offers.set(found.value.issuer, found.value.scopes);
      return found;
    },
  };
}

function listAdded({ profiles }: ProviderDeps): readonly ProviderProfile[] {
  return profiles
    .list()
    .filter(({ origin }) => origin === 'person')
    .toSorted((left, right) => left.name.localeCompare(right.name, 'en'));
}

async function deleteWithData(
  { services, changed }: ProviderOperationsDeps,
  deps: ProviderDeps,
  providerId: string,
): Promise<Reply<'deleteProvider'>> {
  // A flow that went on would leave a consent of a provider that nobody knows.
  await services.flows.cancelAt(providerId);
  const consents = deps.connections.list().filter((one) => one.providerId === providerId);
  const dataGone = await deleteData(
    services,
    consents.map(({ connectionId }) => connectionId),
  );
  if (!dataGone.ok) return dataGone;
  const deleted = await deleteProvider(deps, providerId);
  changed('providers');
  changed('consents');
  changed('money');
  return deleted.ok ? ok({}) : deleted;
}

function sheetOperations(
  { files, printer }: ProviderOperationsDeps,
  deps: ProviderDeps,
): Pick<Operations, 'saveRegistrationPdf' | 'printRegistrationPack'> {
  return {
    saveRegistrationPdf: async ({ providerId, suggestedName }) => {
      const sheet = viewRegistrationSheet(deps, providerId);
      if (!sheet.ok) return sheet;
      const saved = await files.save('pdf', await printer.pdf(sheet.value), suggestedName);
      return saved.ok ? ok({ isSaved: saved.value !== null }) : saved;
    },
    printRegistrationPack: async ({ providerId }) => {
      const sheet = viewRegistrationSheet(deps, providerId);
      if (!sheet.ok) return sheet;
      const printed = await printer.paper(sheet.value);
      return printed.ok ? ok({ isPrinted: printed.value }) : printed;
    },
  };
}

function fileOperations({
  files,
}: ProviderOperationsDeps): Pick<Operations, 'pickTextFile' | 'saveTextFile'> {
  return {
    pickTextFile: async () => {
      const picked = await files.open('json');
      return picked.ok ? ok({ text: picked.value?.text ?? null }) : picked;
    },
    saveTextFile: async ({ suggestedName, text }) => {
      const saved = await files.save('json', text, suggestedName);
      return saved.ok ? ok({ isSaved: saved.value !== null }) : saved;
    },
  };
}
