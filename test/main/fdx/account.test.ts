import { describe, expect, it } from 'vitest';

import { readAccounts } from '../../../main/fdx/account';
import { parseFdxJson } from '../../../main/fdx/fdx-json';
import { accountSummary, type AccountSummary } from '../../../preload/contract/consent-shapes';
import { vector } from './vector';

function read(text: string): readonly AccountSummary[] {
  const accounts = readAccounts(parseFdxJson(text)?.value);
  if (!accounts.ok) throw new Error(accounts.error);
  return accounts.value.accounts;
}

function one(json: string): AccountSummary | undefined {
  return read(`{"accounts":[${json}]}`)[0];
}

describe('accounts of FDX 6 (FDX Core API, searchForAccounts)', () => {
  for (const { file, amount, side } of [
    { file: 'account.v6.deposit.json', amount: '2410.55', side: 'asset' },
    { file: 'account.v6.loc-creditcard.json', amount: '658.82', side: 'liability' },
    { file: 'account.v6.loan-mortgage.json', amount: '231904.77', side: 'liability' },
    { file: 'account.v6.investment.json', amount: '10642.1', side: 'asset' },
    { file: 'account.v6.annuity.json', amount: '38120.44', side: 'asset' },
  ] as const) {
    it(`${file} has the balance ${amount}, as ${side}`, () => {
      expect(one(vector(file))).toMatchObject({ balance: { amount, currency: 'USD' }, balanceSide: side });
    });
  }

  it('an insurance has no balance: what it covers is nobody’s money', () => {
    expect(one(vector('account.v6.insurance.json'))).toMatchObject({ balance: null, balanceSide: 'other' });
  });

  it('a deposit account is read whole', () => {
    expect(one(vector('account.v6.deposit.json'))).toEqual({
      accountId: 'acc_chk_01',
      name: 'Household',
      productName: 'Everyday Checking',
      numberDisplay: '••••4821',
      accountType: 'CHECKING',
      accountCategory: 'DEPOSIT_ACCOUNT',
      status: 'OPEN',
      balance: { amount: '2410.55', currency: 'USD' },
      unshownBalance: null,
      balanceSide: 'asset',
      balanceAsOfMs: Date.UTC(2026, 2, 2, 5),
      balanceAsOfSaid: null,
    });
  });

  it('a light list has seven accounts and no balances', () => {
    const accounts = read(vector('accounts.v6.lightweight.json'));

    expect(accounts).toHaveLength(7);
    expect(accounts.filter(({ balance }) => balance !== null)).toEqual([]);
  });
});

describe('accounts of FDX 5', () => {
  it('are unwrapped, and are then as those of FDX 6', () => {
    const [deposit, card] = read(vector('accounts.v5.details.json'));

    expect(deposit).toEqual(one(vector('account.v6.deposit.json')));
    expect(card).toMatchObject({
      accountId: 'acc_card_01',
      balance: { amount: '658.82' },
      balanceSide: 'liability',
    });
  });

  it('get their category from the wrapper where they name none', () => {
    expect(one('{"loanAccount":{"accountId":"a"}}')).toMatchObject({
      accountCategory: 'LOAN_ACCOUNT',
      balanceSide: 'liability',
    });
  });
});

const DEPOSIT = '"accountId":"a","accountCategory":"DEPOSIT_ACCOUNT"';
const DOLLARS = '"currency":{"currencyCode":"USD"}';

describe('a balance', () => {
  for (const { members, why, because } of [
    {
      members: '"currentBalance":12.5',
      why: { why: 'no-currency', amount: '12.5', said: null },
      because: 'the currency is missing, which FDX 5.2 lets a bank do',
    },
    {
      members: '"currentBalance":12.5,"currency":"USD"',
      why: { why: 'currency', amount: '12.5', said: '"USD"' },
      because: 'the currency is no object',
    },
    {
      members: '"currentBalance":12.5,"currency":{"currencyCode":7}',
      why: { why: 'no-currency', amount: '12.5', said: null },
      because: 'the code is no text',
    },
    {
      members: '"currentBalance":12.5,"currency":{"currencyCode":"usd"}',
      why: { why: 'currency', amount: '12.5', said: 'usd' },
      because: 'it is no ISO 4217 code',
    },
    {
      members: '"currentBalance":12.5,"currency":{"currencyCode":"DOLLAR"}',
      why: { why: 'currency', amount: '12.5', said: 'DOLLAR' },
      because: 'it is no ISO 4217 code',
    },
    {
      members: `"currentBalance":"NaN",${DOLLARS}`,
      why: { why: 'amount', amount: null, said: 'NaN' },
      because: 'it is not a number',
    },
    {
      members: `"currentBalance":"Infinity",${DOLLARS}`,
      why: { why: 'amount', amount: null, said: 'Infinity' },
      because: 'it is infinite',
    },
    {
      members: `"currentBalance":1e400,${DOLLARS}`,
      why: { why: 'amount', amount: null, said: '1e400' },
      because: 'no double is that large',
    },
    {
      members: `"currentBalance":{"amount":1},${DOLLARS}`,
      why: { why: 'amount', amount: null, said: null },
      because: 'it is an object',
    },
    {
      members: `"currentBalance":[1],${DOLLARS}`,
      why: { why: 'amount', amount: null, said: null },
      because: 'it is a list',
    },
    {
      members: `"error":{"code":"500","message":"core system is down"},${DOLLARS}`,
      why: { why: 'error', amount: null, said: 'core system is down' },
      because: 'an error came in its place (206)',
    },
    {
      members: '"error":{"code":500}',
      why: { why: 'error', amount: null, said: '500' },
      because: 'an error with a code alone came in its place',
    },
    { members: '"error":{}', why: { why: 'error', amount: null, said: null }, because: 'an error came' },
    { members: `"currentBalance":null,${DOLLARS}`, why: null, because: 'it is nothing' },
    { members: DOLLARS, why: null, because: 'there is none' },
  ]) {
    it(`is not shown as money when ${because}, and the account is`, () => {
      expect(one(`{${DEPOSIT},${members}}`)).toMatchObject({
        accountId: 'a',
        balance: null,
        unshownBalance: why,
      });
    });
  }

  it('that could be read counts though an error stands beside it', () => {
    const account = one(`{${DEPOSIT},"currentBalance":7,${DOLLARS},"error":{"code":"500"}}`);

    expect(account).toMatchObject({ balance: { amount: '7' }, unshownBalance: null });
  });

  it.each([
    { members: '"accountCategory":"LOAN_ACCOUNT","currentBalance":9', because: 'a loan has another member' },
    { members: '"accountCategory":"INVESTMENT_ACCOUNT","currentBalance":9', because: 'so has a depot' },
    { members: '"principalBalance":9', because: 'no category is said' },
    { members: '"accountCategory":"NEW","currentValue":9', because: 'the category is not known' },
  ])('is found under another member than is usual: $because', ({ members }) => {
    expect(one(`{"accountId":"a",${members},${DOLLARS}}`)?.balance).toEqual({ amount: '9', currency: 'USD' });
  });

  it.each([
    { sent: '"2026-11-26T09:00:00Z"', atMs: Date.UTC(2026, 10, 26, 9), said: null },
    { sent: '"2026-11-26"', atMs: null, said: '2026-11-26' },
    { sent: '"2026-11-26T09:00:00"', atMs: null, said: '2026-11-26T09:00:00' },
    { sent: 'null', atMs: null, said: null },
  ])('is of $atMs when the bank says $sent, and a date alone stays one', ({ sent, atMs, said }) => {
    expect(one(`{${DEPOSIT},"currentBalance":1,${DOLLARS},"balanceAsOf":${sent}}`)).toMatchObject({
      balanceAsOfMs: atMs,
      balanceAsOfSaid: said,
    });
  });

  it('falls back to the next best member when the best can’t be read', () => {
    const account = one(`{${DEPOSIT},"currentBalance":"?","availableBalance":7.10,${DOLLARS}}`);

    expect(account?.balance).toEqual({ amount: '7.10', currency: 'USD' });
  });

  it('may be negative, and may be text', () => {
    expect(one(`{${DEPOSIT},"currentBalance":-0.05,${DOLLARS}}`)?.balance?.amount).toBe('-0.05');
    expect(one(`{${DEPOSIT},"currentBalance":"12.30",${DOLLARS}}`)?.balance?.amount).toBe('12.30');
  });
});

describe('a category', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'SOMETHING_NEW'])(
    'that is called %s is read like any that nobody knows',
    (category) => {
      const account = one(`{"accountId":"a","accountCategory":"${category}","currentBalance":1,${DOLLARS}}`);

      expect(account).toMatchObject({
        balance: { amount: '1' },
        balanceSide: 'other',
        accountCategory: category,
      });
    },
  );
});

describe('a list of accounts', () => {
  it.each([
    { text: '{}', because: 'there is none' },
    { text: '{"accounts":{}}', because: 'it is an object' },
    { text: '{"accounts":null}', because: 'it is nothing' },
    { text: '[]', because: 'it has no name' },
    { text: 'null', because: 'the answer is nothing' },
  ])('is refused when $because', ({ text }) => {
    expect(readAccounts(parseFdxJson(text)?.value).ok).toBe(false);
  });

  it.each([
    'null',
    '7',
    '"a"',
    '[]',
    '{}',
    '{"accountId":""}',
    '{"accountId":7}',
    '{"accountId":{}}',
    '{"depositAccount":null}',
  ])('drops %s, which is no account, and keeps the others', (broken) => {
    const accounts = read(`{"accounts":[${broken},{"accountId":"good"}]}`);

    expect(accounts.map(({ accountId }) => accountId)).toEqual(['good']);
  });

  it('is read whole, however long it is: nobody takes a part for the whole', () => {
    const many = Array.from({ length: 600 }, (_, index) => `{"accountId":"a${index}"}`).join();

    expect(read(`{"accounts":[${many}]}`)).toHaveLength(600);
  });

  it('counts what it drops', () => {
    expect(readAccounts(parseFdxJson('{"accounts":[null,{},{"accountId":"a"}]}')?.value)).toMatchObject({
      ok: true,
      value: { accounts: [{ accountId: 'a' }], unreadable: 2 },
    });
  });
});

describe('whatever an account holds', () => {
  it('fits what the window is promised', () => {
    const long = JSON.stringify('x'.repeat(5000));
    const account = one(
      `{"accountId":${long},"nickname":${long},"productName":${long},"accountNumberDisplay":${long},` +
        `"accountType":${long},"accountCategory":${long},"status":${long},"balanceAsOf":"2026-02-30T00:00:00"}`,
    );

    expect(accountSummary.safeParse(account).error).toBeUndefined();
  });

  it('is shown without what would turn it around or hide it', () => {
    const account = one('{"accountId":"a","nickname":"\\u202Egnivas\\u200B\\u0007 <b>bold</b>"}');

    expect(account?.name).toBe('gnivas  <b>bold</b>');
  });

  it('has a name in any case: the product’s, the number, or the id', () => {
    expect(one('{"accountId":"a","productName":"P","accountNumberDisplay":"***1"}')?.name).toBe('P');
    expect(one('{"accountId":"a","accountNumberDisplay":"***1"}')?.name).toBe('••••1');
    expect(one('{"accountId":"a"}')?.name).toBe('a');
    expect(one('{"accountId":"123456789012"}')?.name).toBe('••••9012');
    expect(one('{"accountId":"a","nickname":"Giro 123456789012"}')?.name).toBe('Giro ••••9012');
    expect(one('{"accountId":"a","productName":"Giro 123456789012"}')?.productName).toBe('Giro ••••9012');
  });

  it.each([
    { sent: '****4821', shown: '••••4821' },
    { sent: 'xxxx-4821', shown: '••••-4821' },
    { sent: 'XXX4821', shown: '••••4821' },
    { sent: '4821', shown: '4821' },
    { sent: '...4821', shown: '••••4821' },
    // A whole number is not shown, though a bank puts it there.
    { sent: '000123454821', shown: '••••4821' },
    { sent: '1234 5678 9012 4821', shown: '••••4821' },
    { sent: 'DE89 3704 0044 0532 0130 00', shown: '••••3000' },
    { sent: '****54821', shown: '••••4821' },
    { sent: '1234••••4821', shown: '••••4821' },
    { sent: 'Visa 4821', shown: 'Visa 4821' },
  ])('the number $sent is shown as $shown', ({ sent, shown }) => {
    expect(one(`{"accountId":"a","accountNumberDisplay":"${sent}"}`)?.numberDisplay).toBe(shown);
  });
});
