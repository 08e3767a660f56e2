import { describe, expect, it } from 'vitest';

import { formatMoney } from '../../renderer/parts/format-money';

const money = (amount: string, currency = 'USD') => ({ amount, currency });

describe('an amount on screen', () => {
  it('is written as the language writes it', () => {
    expect(formatMoney(money('9112.07'), 'en-US')).toBe('$9,112.07');
    expect(formatMoney(money('9112.07', 'CAD'), 'en-CA')).toBe('$9,112.07');
  });

  it('has a real minus sign, not a hyphen', () => {
    expect(formatMoney(money('-1204.18'), 'en-US')).toBe('\u2212$1,204.18');
  });

  it('keeps every cent of a number that a double would round', () => {
    expect(formatMoney(money('9007199254740993.01'), 'en-US')).toBe('$9,007,199,254,740,993.01');
  });

  it('shows the cents that the bank left out, and no fewer than the bank wrote', () => {
    expect(formatMoney(money('12'), 'en-US')).toBe('$12.00');
    expect(formatMoney(money('0.1234'), 'en-US')).toBe('$0.1234');
  });

  it('has no cents in a currency that has none', () => {
    expect(formatMoney(money('1500', 'JPY'), 'en-US')).toBe('¥1,500');
  });

  it.each([
    { amount: '0.30000000000000004', shown: '$0.30' },
    { amount: '12.540000000000001', shown: '$12.54' },
    { amount: '-0.005000000000000001', shown: '\u2212$0.01' },
    { amount: '0.123456', shown: '$0.123456' },
  ])('is rounded to its currency where nobody reads so many places: $amount', ({ amount, shown }) => {
    expect(formatMoney(money(amount), 'en-US')).toBe(shown);
  });
});
