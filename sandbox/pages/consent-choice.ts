import type { Cluster } from '../../preload/contract/consent-vocabulary';
import type { RequestedConsent } from '../consents/authorization-details';
import { clustersOf } from '../consents/scopes';
import type { Customer } from '../people/customer';

/** What a customer has chosen on the consent page. */
export interface ConsentChoice {
  readonly accountIds: readonly string[];
  /** Names of the optional clusters that are on. */
  readonly clusters: readonly string[];
}

/** The consent that a choice amounts to, or what is missing. */
export type ReadChoice =
  | { readonly ok: true; readonly granted: RequestedConsent; readonly accountIds: readonly string[] }
  | { readonly ok: false; readonly at: 'accounts' | 'items'; readonly message: string };

/** Without the accounts themselves nothing else makes sense, so they can't be switched off. */
export function isNeeded(cluster: string): boolean {
  return cluster.startsWith('ACCOUNT_');
}

/** Everything that is asked for, from every account: where the page starts. */
export function everything(request: RequestedConsent, customer: Customer): ConsentChoice {
  return { accountIds: customer.accounts.map(({ accountId }) => accountId), clusters: clustersOf(request) };
}

/** Reads the choice from the posted form. What the form could not have offered is left out. */
export function choiceFrom(form: URLSearchParams): ConsentChoice {
  return { accountIds: form.getAll('account'), clusters: form.getAll('item') };
}

/** Narrows a request to what was chosen. It never gets wider. */
export function narrow(request: RequestedConsent, choice: ConsentChoice, customer: Customer): ReadChoice {
  const isKept = (cluster: Cluster): boolean => isNeeded(cluster) || choice.clusters.includes(cluster);
  const resources = request.resources
    .map((resource) => ({ ...resource, dataClusters: resource.dataClusters.filter(isKept) }))
    .filter(({ dataClusters }) => dataClusters.length > 0);
  if (resources.length === 0) {
    return { ok: false, at: 'items', message: 'Leave at least one item on, or choose Decline.' };
  }

  const accountIds = customer.accounts
    .map(({ accountId }) => accountId)
    .filter((accountId) => choice.accountIds.includes(accountId));
  const needsAccounts = resources.some(({ resourceType }) => resourceType === 'ACCOUNT');
  if (needsAccounts && accountIds.length === 0) {
    return { ok: false, at: 'accounts', message: 'Choose at least one account, or choose Decline.' };
  }
  return { ok: true, granted: { ...request, resources }, accountIds: needsAccounts ? accountIds : [] };
}
