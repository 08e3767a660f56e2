import { alexRivera } from './alex-rivera';
import type { BankAccount, Customer } from './customer';
import { inesAlvarez } from './ines-alvarez';
import { kimLarsen } from './kim-larsen';
import { samOkafor } from './sam-okafor';

/** Every customer of the bank, the same at every start. */
export const CUSTOMERS: readonly Customer[] = [alexRivera, samOkafor, kimLarsen, inesAlvarez];

/** The password of every customer. Nothing is behind it, and every partner may be told. */
export const EVERYONES_PASSWORD = 'sandbox';

export function findCustomer(customerId: string): Customer | undefined {
  return CUSTOMERS.find((customer) => customer.customerId === customerId);
}

/** The accounts of a customer that a consent names, in the bank's order. */
export function accountsOf(customerId: string, accountIds: readonly string[]): readonly BankAccount[] {
  return findCustomer(customerId)?.accounts.filter(({ accountId }) => accountIds.includes(accountId)) ?? [];
}
