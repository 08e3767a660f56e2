import { describe, expect, it } from 'vitest';

import { addDecimals, sumMoney } from '../../../main/connections/money-sums';
import { isNegative, withoutSign } from '../../../renderer/parts/money-sign';
import { fakeAccount } from '../../helpers/fake-consents';

describe('adding amounts', () => {
  it.each([
    { left: '0.1', right: '0.2', sum: '0.3' },
    { left: '-5.00', right: '4.5', sum: '-0.50' },
    { left: '-0.05', right: '0.05', sum: '0.00' },
    { left: '9007199254740993', right: '0.01', sum: '9007199254740993.01' },
    { left: '0', right: '7', sum: '7' },
  ])('makes $sum of $left and $right, exactly', ({ left, right, sum }) => {
    expect(addDecimals(left, right)).toBe(sum);
  });
});

describe('the big numbers', () => {
  it('keep currencies apart, and what is owed apart from what is there', () => {
    const { totals, leftOut } = sumMoney([
      fakeAccount({ balance: { amount: '10.10', currency: 'USD' } }),
      fakeAccount({ balance: { amount: '0.90', currency: 'USD' } }),
      fakeAccount({ balance: { amount: '3.00', currency: 'USD' }, balanceSide: 'liability' }),
      fakeAccount({ balance: { amount: '7', currency: 'CAD' } }),
    ]);

    expect(leftOut).toBe(0);
    expect(totals).toEqual([
      {
        currency: 'USD',
        has: { amount: '11.00', currency: 'USD' },
        owes: { amount: '3.00', currency: 'USD' },
      },
      { currency: 'CAD', has: { amount: '7', currency: 'CAD' }, owes: null },
    ]);
  });

  it('say how many balances they leave out, and do not count an account that shared none', () => {
    const accounts = [
      fakeAccount({ balance: null }),
      fakeAccount({ balanceSide: 'other' }),
      fakeAccount({ balance: null, unshownBalance: { why: 'currency', amount: '1', said: 'usd' } }),
      fakeAccount({ balance: null, unshownBalance: { why: 'error', amount: null, said: null } }),
    ];

    expect(sumMoney(accounts)).toEqual({ totals: [], leftOut: 3 });
  });

  it('are exact with as many places as binary floating point prints', () => {
    const accounts = ['0.30000000000000004', '12.540000000000001', '0.123456789012345678'].map((amount) =>
      fakeAccount({ balance: { amount, currency: 'USD' } }),
    );

    expect(sumMoney(accounts).totals[0]?.has?.amount).toBe('12.963456789012346718');
  });

  it('do not call nothing negative', () => {
    expect(isNegative({ amount: '-0.00', currency: 'USD' })).toBe(false);
    expect(isNegative({ amount: '-0.01', currency: 'USD' })).toBe(true);
    expect(withoutSign({ amount: '-0.01', currency: 'USD' }).amount).toBe('0.01');
  });
});
