import type { Operations } from '../preload/contract/ipc-contract';
import type { AppOperation } from './operations/app-operations';
import { consentOperations, type ConsentOperationsDeps } from './operations/consent-operations';
import { credentialOperations, type CredentialOperationsDeps } from './operations/credential-operations';
import { flowOperations, type FlowOperationsDeps } from './operations/flow-operations';
import { moneyOperations, type MoneyOperationsDeps } from './operations/money-operations';
import { providerOperations, type ProviderOperationsDeps } from './operations/provider-operations';
import { secretsOperations, type SecretsOperationsDeps } from './operations/secrets-operations';
import { wireOperations, type WireOperationsDeps } from './operations/wire-operations';

/** What the operations need beside the services. */
export type HandlerContext = Pick<WireOperationsDeps, 'appVersion'> &
  SecretsOperationsDeps &
  FlowOperationsDeps &
  ConsentOperationsDeps &
  MoneyOperationsDeps &
  ProviderOperationsDeps &
  CredentialOperationsDeps;

/** Binds each operation of the contract to its use case, beside those that are bound before there is a window. */
export function createHandlers(context: HandlerContext): Omit<Operations, AppOperation> {
  const { wire: recorder, nowMs } = context.services;
  return {
    ...secretsOperations(context),
    ...providerOperations(context),
    ...flowOperations(context),
    ...consentOperations(context),
    ...moneyOperations(context),
    ...wireOperations({ ...context, recorder, nowMs }),
    ...credentialOperations(context),
  };
}
