import { describe, expect, it } from 'vitest';

import { maskNumbersIn } from '../../../main/security/account-numbers';
import { isAccountNumber } from '../../../main/wire/secret-names';

describe('a whole account number in a text of other words', () => {
  it.each([
    { sent: 'Checking 123456789012', shown: 'Checking ••••9012' },
    { sent: 'Giro DE89 3704 0044 0532 0130 00', shown: 'Giro ••••3000' },
    { sent: '4111-1111-1111-1234', shown: '••••1234' },
    { sent: 'Savings 2026', shown: 'Savings 2026' },
    { sent: 'Since 2026-11-26', shown: 'Since 2026-11-26' },
    { sent: 'Pot 12345678', shown: 'Pot 12345678' },
  ])('$sent is shown as $shown', ({ sent, shown }) => {
    expect(maskNumbersIn(sent)).toBe(shown);
  });
});

describe('a member of FDX that holds the number of an account', () => {
  it.each([
    { name: 'accountNumber', value: '1', is: true },
    { name: 'account_number', value: '1', is: true },
    { name: 'micrNumber', value: '021000021', is: true },
    { name: 'payeeAccountNumber', value: '1', is: true },
    { name: 'identifier', value: '123456789', is: true },
    { name: 'identifier', value: 'acc_chk_01', is: false },
    { name: 'accountNumberDisplay', value: '****4821', is: false },
    { name: 'accountNumberDisplay', value: '123454821', is: true },
    { name: 'nickname', value: 'Household', is: false },
    { name: 'nickname', value: 'Giro 123456789012', is: true },
    { name: 'accountId', value: '123456789012', is: false },
    { name: 'currentBalance', value: 123456789012, is: false },
  ])(
    'is told by its name and, where it is for showing, by its value: $name $value',
    ({ name, value, is }) => {
      expect(isAccountNumber(name, value)).toBe(is);
    },
  );
});
