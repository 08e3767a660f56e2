import type { z } from 'zod';

import type { Operation } from './ipc-contract';

/** What an operation takes and what it gives, both strict. */
export interface Shapes {
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
}

/**
 * The names of an area's operations, and how their shapes are loaded. Apart from each other, so that main can listen
 * for all operations before it has loaded a schema: a question then waits instead of finding nobody.
 */
interface Area {
  readonly names: readonly Operation[];
  readonly load: () => Promise<Readonly<Record<string, Shapes>>>;
}

const AREAS: readonly Area[] = [
  area(
    ['getStartState', 'setPreferences', 'dismissNotice', 'copyText'],
    async () => (await import('./areas/app')).appContract,
  ),
  area(
    ['setPassphrase', 'unlockVault', 'startVaultAfresh', 'saveSecrets'],
    async () => (await import('./areas/secrets')).secretsContract,
  ),
  area(
    [
      'openSandbox',
      'getProvider',
      'openBankSite',
      'listProviders',
      'getProviderDetail',
      'lookUpProvider',
      'saveProvider',
      'duplicateProvider',
      'registerProvider',
      'saveRegistrationPdf',
      'printRegistrationPack',
      'deleteProvider',
      'pickTextFile',
      'saveTextFile',
    ],
    async () => (await import('./areas/providers')).providersContract,
  ),
  area(
    ['startFlow', 'getFlow', 'cancelFlow', 'reopenBankPage', 'pasteCallback'],
    async () => (await import('./areas/flow')).flowContract,
  ),
  area(
    [
      'listConsents',
      'getConsent',
      'listAccounts',
      'readRawText',
      'getHome',
      'readConsentAgain',
      'revokeConsent',
      'forgetConsent',
    ],
    async () => (await import('./areas/consents')).consentsContract,
  ),
  area(
    [
      'listTransactions',
      'sumTransactions',
      'getTransactionRecord',
      'listReadings',
      'listSyncs',
      'startSync',
      'cancelSync',
    ],
    async () => (await import('./areas/money')).moneyContract,
  ),
  area(
    [
      'listExchanges',
      'getExchange',
      'revealWireField',
      'copyExchangeAsCurl',
      'saveHar',
      'saveTrace',
      'openTrace',
    ],
    async () => (await import('./areas/wire')).wireContract,
  ),
  area(
    [
      'listCredentials',
      'createCredential',
      'deleteCredential',
      'getKeySet',
      'saveKeySet',
      'replaceCredential',
      'switchCredential',
      'addToImport',
      'openImport',
      'keepImport',
      'dropImport',
    ],
    async () => (await import('./areas/credentials')).credentialsContract,
  ),
];

/** The names of all operations. */
export const OPERATIONS: readonly Operation[] = AREAS.flatMap(({ names }) => names);

const AREA_OF = new Map(AREAS.flatMap((one) => one.names.map((name) => [name, one] as const)));

/** The shapes of an operation. The first question of an area loads those of all its operations. */
export async function shapesOf(operation: Operation): Promise<Shapes> {
  const shapes = (await AREA_OF.get(operation)?.load())?.[operation];
  if (shapes === undefined) throw new Error(`no shapes for ${operation}`);
  return shapes;
}

/** Does not compile while a name is missing that the area's contract has, or one is there that it has not. */
function area<
  Contract extends Readonly<Record<string, Shapes>>,
  const Names extends ReadonlyArray<keyof Contract & Operation>,
>(
  names: Names & ([Exclude<keyof Contract, Names[number]>] extends [never] ? unknown : never),
  load: () => Promise<Contract>,
): Area {
  return { names, load };
}
