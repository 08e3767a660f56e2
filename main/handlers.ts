import type { Operations } from '../preload/contract/ipc-contract';
import { appOperations } from './operations/app-operations';
import type { AppContext } from './operations/app-operations';
import { consentOperations } from './operations/consent-operations';
import type { ConsentContext } from './operations/consent-operations';
import { credentialOperations } from './operations/credential-operations';
import type { CredentialContext } from './operations/credential-operations';
import { flowOperations } from './operations/flow-operations';
import type { FlowContext } from './operations/flow-operations';
import { providerOperations } from './operations/provider-operations';
import type { ProviderContext } from './operations/provider-operations';
import { secretsOperations } from './operations/secrets-operations';
import type { SecretsContext } from './operations/secrets-operations';
import { wireOperations } from './operations/wire-operations';

/** What the operations need beside the services. */
export type HandlerContext = AppContext &
  SecretsContext &
  FlowContext &
  ConsentContext &
  ProviderContext &
  CredentialContext;

/** Binds each operation of the contract to its use case. */
export function createHandlers(context: HandlerContext): Operations {
  const { wire: recorder, nowMs } = context.services;
  return {
    ...appOperations(context),
    ...secretsOperations(context),
    ...providerOperations(context),
    ...flowOperations(context),
    ...consentOperations(context),
    ...wireOperations({ ...context, recorder, nowMs }),
    ...credentialOperations(context),
  };
}
