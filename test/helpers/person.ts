import { bankCustomer, type Sharing } from './bank-customer';
import type { AtTheBank } from './recipient';
import type { TestBank } from './sandbox-bank';

export interface Doing extends Sharing {
  /** Which of the bank's customers; Alex Rivera unless given. */
  readonly as?: string;
}

/** Signs in at the bank and shares. */
export function sharing(
  bank: Pick<TestBank, 'descriptor'>,
  { as = 'Alex Rivera', ...choice }: Doing = {},
): AtTheBank {
  return async (page) => {
    const customer = bankCustomer(bank.descriptor);
    await customer.open(page.href);
    await customer.signInAs(as);
    return customer.share(choice);
  };
}

/** Signs in at the bank and declines. */
export function declining(bank: Pick<TestBank, 'descriptor'>): AtTheBank {
  return async (page) => {
    const customer = bankCustomer(bank.descriptor);
    await customer.open(page.href);
    await customer.signInAs('Alex Rivera');
    return customer.decline();
  };
}

/** Looks at the page and does nothing, as somebody does who went for a coffee. */
export const doingNothing: AtTheBank = () => Promise.resolve(null);
