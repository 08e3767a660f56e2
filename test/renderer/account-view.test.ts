import { describe, expect, it } from 'vitest';

import { viewAccount } from '../../renderer/parts/account-view';
import { fakeAccount } from '../helpers/fake-consents';

describe('an account in a list', () => {
  it('is told apart by its product and its masked number', () => {
    expect(viewAccount(fakeAccount())).toMatchObject({
      name: 'Everyday Checking',
      about: ['Classic Checking', '••••4443'],
      meaning: null,
      status: null,
    });
  });

  it('goes by its product when it has no name of its own, without saying the product twice', () => {
    const account = fakeAccount({ name: ' ', productName: 'Line of credit' });

    expect(viewAccount(account)).toMatchObject({ name: 'Line of credit', about: ['••••4443'] });
  });

  it('says in a word that a balance is owed, whichever sign the bank gives it', () => {
    const owed = fakeAccount({ balanceSide: 'liability', balance: { amount: '1204.00', currency: 'USD' } });
    const paidTooMuch = { ...owed, balance: { amount: '-20.00', currency: 'USD' } };

    expect(viewAccount(owed)).toMatchObject({
      balance: { amount: '1204.00' },
      meaning: { id: 'account.owed' },
    });
    expect(viewAccount(paidTooMuch)).toMatchObject({
      balance: { amount: '20.00' },
      meaning: { id: 'account.credit' },
    });
  });

  it('keeps the minus of money that is overdrawn', () => {
    const overdrawn = fakeAccount({ balance: { amount: '-8.40', currency: 'USD' } });

    expect(viewAccount(overdrawn)).toMatchObject({ balance: { amount: '-8.40' }, meaning: null });
  });

  it('says so when no balance was shared', () => {
    expect(viewAccount(fakeAccount({ balance: null })).meaning).toEqual({ id: 'account.no-balance' });
  });
});
