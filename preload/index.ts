import { contextBridge, ipcRenderer } from 'electron';

import type { Bridge, Input, Operation, Reply, Topic } from './contract/ipc-contract';

/** The one channel on which main says that something changed; its only argument is a topic. */
const CHANGED = 'changed';

// The types are erased, so the sandboxed preload ships no validation library.
// Validation belongs to main: this side of the bridge is not trusted to do it.
function forward<Op extends Operation>(operation: Op) {
  return (input: Input<Op>): Promise<Reply<Op>> => ipcRenderer.invoke(operation, input);
}

// Written out by hand on purpose. A missing or misspelt operation does not compile,
// and a reviewer sees the whole attack surface of the window on one screen.
const bridge: Bridge = {
  getStartState: forward('getStartState'),
  setPreferences: forward('setPreferences'),
  dismissNotice: forward('dismissNotice'),
  copyText: forward('copyText'),
  setPassphrase: forward('setPassphrase'),
  unlockVault: forward('unlockVault'),
  startVaultAfresh: forward('startVaultAfresh'),
  saveSecrets: forward('saveSecrets'),
  openSandbox: forward('openSandbox'),
  getProvider: forward('getProvider'),
  openBankSite: forward('openBankSite'),
  listProviders: forward('listProviders'),
  getProviderDetail: forward('getProviderDetail'),
  lookUpProvider: forward('lookUpProvider'),
  saveProvider: forward('saveProvider'),
  duplicateProvider: forward('duplicateProvider'),
  registerProvider: forward('registerProvider'),
  saveRegistrationPdf: forward('saveRegistrationPdf'),
  printRegistrationPack: forward('printRegistrationPack'),
  deleteProvider: forward('deleteProvider'),
  pickTextFile: forward('pickTextFile'),
  saveTextFile: forward('saveTextFile'),
  startFlow: forward('startFlow'),
  getFlow: forward('getFlow'),
  cancelFlow: forward('cancelFlow'),
  reopenBankPage: forward('reopenBankPage'),
  pasteCallback: forward('pasteCallback'),
  listConsents: forward('listConsents'),
  getConsent: forward('getConsent'),
  listAccounts: forward('listAccounts'),
  readRawText: forward('readRawText'),
  getHome: forward('getHome'),
  readConsentAgain: forward('readConsentAgain'),
  revokeConsent: forward('revokeConsent'),
  forgetConsent: forward('forgetConsent'),
  listTransactions: forward('listTransactions'),
  sumTransactions: forward('sumTransactions'),
  getTransactionRecord: forward('getTransactionRecord'),
  listReadings: forward('listReadings'),
  listSyncs: forward('listSyncs'),
  startSync: forward('startSync'),
  cancelSync: forward('cancelSync'),
  listExchanges: forward('listExchanges'),
  getExchange: forward('getExchange'),
  revealWireField: forward('revealWireField'),
  copyExchangeAsCurl: forward('copyExchangeAsCurl'),
  saveHar: forward('saveHar'),
  saveTrace: forward('saveTrace'),
  openTrace: forward('openTrace'),
  listCredentials: forward('listCredentials'),
  createCredential: forward('createCredential'),
  deleteCredential: forward('deleteCredential'),
  getKeySet: forward('getKeySet'),
  saveKeySet: forward('saveKeySet'),
  replaceCredential: forward('replaceCredential'),
  switchCredential: forward('switchCredential'),
  addToImport: forward('addToImport'),
  openImport: forward('openImport'),
  keepImport: forward('keepImport'),
  dropImport: forward('dropImport'),
  onChanged: (listener) => {
    // The event object stays on this side: it would hand the window a way to send anything.
    const hear = (_event: unknown, topic: Topic) => listener(topic);
    ipcRenderer.on(CHANGED, hear);
    return () => void ipcRenderer.removeListener(CHANGED, hear);
  },
};

contextBridge.exposeInMainWorld('bridge', bridge);
