import type { Operation } from './ipc-contract';

/**
 * The names of all operations. Apart from the contract, so that main can listen for them before it has
 * loaded the schemas: the window's first question then waits instead of finding nobody.
 */
export const OPERATIONS = [
  'getStartState',
  'setPreferences',
  'dismissNotice',
  'setPassphrase',
  'unlockVault',
  'startVaultAfresh',
  'saveSecrets',
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
  'startFlow',
  'getFlow',
  'cancelFlow',
  'reopenBankPage',
  'pasteCallback',
  'listConsents',
  'getConsent',
  'readConsentAgain',
  'revokeConsent',
  'forgetConsent',
  'copyText',
  'listExchanges',
  'getExchange',
  'revealWireField',
  'copyExchangeAsCurl',
  'saveHar',
  'saveTrace',
  'openTrace',
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
] as const satisfies readonly Operation[];

type Forgotten = Exclude<Operation, (typeof OPERATIONS)[number]>;

/** Does not compile while an operation of the contract is missing from the list above. */
export const NONE_FORGOTTEN: [Forgotten] extends [never] ? true : Forgotten = true;
