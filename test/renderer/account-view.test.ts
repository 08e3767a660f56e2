import { describe, expect, it } from 'vitest';

import { viewAccount, viewMore } from '../../renderer/parts/account-view';
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

  it('goes by its masked number when it has no other name, without saying the number twice', () => {
    const account = fakeAccount({ name: '••••4443', productName: null });

    expect(viewAccount(account)).toMatchObject({ name: '••••4443', about: [] });
  });

  it('says so when it is not known whether a balance is the person’s or owed', () => {
    const unknown = fakeAccount({ balanceSide: 'other' });

    expect(viewAccount(unknown).meaning).toEqual({ id: 'account.side-unknown' });
    expect(viewAccount({ ...unknown, balance: null }).meaning).toEqual({ id: 'account.no-balance' });
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

  it.each([
    {
      unshown: { why: 'no-currency', amount: '120.5', said: null },
      id: 'account.balance.no-currency',
      values: { amount: '120.5' },
    },
    {
      unshown: { why: 'currency', amount: '120.5', said: 'usd' },
      id: 'account.balance.currency',
      values: { amount: '120.5', said: 'usd' },
    },
    {
      unshown: { why: 'amount', amount: null, said: 'NaN' },
      id: 'account.balance.amount.said',
      values: { said: 'NaN' },
    },
    { unshown: { why: 'amount', amount: null, said: null }, id: 'account.balance.amount', values: undefined },
    {
      unshown: { why: 'error', amount: null, said: 'core is down' },
      id: 'account.balance.error.said',
      values: { said: 'core is down' },
    },
    { unshown: { why: 'error', amount: null, said: null }, id: 'account.balance.error', values: undefined },
  ] as const)(
    'has words of its own for a balance that came and is no money: $id',
    ({ unshown, id, values }) => {
      const { meaning } = viewAccount(fakeAccount({ balance: null, unshownBalance: unshown }));

      expect(meaning).toEqual(values === undefined ? { id } : { id, values });
    },
  );

  it('has the exact amount beside one that is shown rounded', () => {
    const float = fakeAccount({ balance: { amount: '0.30000000000000004', currency: 'USD' } });

    expect(viewAccount(float).exact).toEqual({
      id: 'account.exact',
      values: { amount: '0.30000000000000004' },
    });
    expect(viewAccount(fakeAccount()).exact).toBeNull();
  });

  it('says of when a balance is, or that the bank did not say it, or what it said', () => {
    const unsaid = fakeAccount({ balanceAsOfMs: null });

    expect(viewAccount(fakeAccount()).asOf).toEqual({ atMs: fakeAccount().balanceAsOfMs });
    expect(viewAccount(unsaid).asOf).toEqual({ id: 'account.as-of.unsaid' });
    expect(viewAccount({ ...unsaid, balanceAsOfSaid: '2026-11-26' }).asOf).toEqual({
      id: 'account.as-of.said',
      values: { said: '2026-11-26' },
    });
    expect(viewAccount({ ...unsaid, balance: null }).asOf).toBeNull();
  });
});

describe('the way to more accounts than are shown', () => {
  it.each([
    { shown: 16, total: 16, upTo: null },
    { shown: 12, total: 400, upTo: 400 },
    { shown: 12, total: 520, upTo: 200 },
    { shown: 200, total: 520, upTo: 400 },
    { shown: 400, total: 520, upTo: 520 },
    { shown: 520, total: 520, upTo: null },
  ])('leads from $shown of $total to $upTo', ({ shown, total, upTo }) => {
    expect(viewMore(shown, total)?.upTo ?? null).toBe(upTo);
  });

  it('names the whole number', () => {
    expect(viewMore(12, 520)?.words.values).toEqual({ count: 188, shown: 12, total: 520 });
  });
});
