import { describe, expect, it } from 'vitest';

import { fieldsOf } from '../../../main/wire/exchange-fields';
import { viewDetail } from '../../../main/wire/exchange-view';
import { sampleExchange } from './exchange-samples';

function answering(body: unknown) {
  const bytes = Buffer.from(JSON.stringify(body));
  const headers = [['content-type', 'application/json']] as const;
  return sampleExchange({
    received: { status: 200, reason: 'OK', headers, body: bytes, bodyBytes: bytes.length },
  });
}

function membersOf(body: unknown) {
  return fieldsOf(answering(body))
    .fields.filter(({ place }) => place === 'response-body')
    .map(({ name, value }) => [name, value]);
}

describe('the members of a JSON body', () => {
  it('are listed one by one, however deep they stand, with numbers as they were sent', () => {
    const body = { accounts: [{ id: 'a', balance: { amount: 1.1, when: null } }, { id: 'b' }], page: {} };

    expect(membersOf(body)).toEqual([
      ['accounts[0].id', 'a'],
      ['accounts[0].balance.amount', '1.1'],
      ['accounts[0].balance.when', 'null'],
      ['accounts[1].id', 'b'],
      ['page', '{}'],
    ]);
  });

  it('are one where they are a list of plain values', () => {
    expect(membersOf({ scopes: ['a', 'b'], none: [], mixed: ['a', { b: 1 }] })).toEqual([
      ['scopes', '["a","b"]'],
      ['none', '[]'],
      ['mixed[0]', 'a'],
      ['mixed[1].b', '1'],
    ]);
  });

  it('begin with the whole of what was granted, and no name that only looks like it', () => {
    expect(
      membersOf({ authorization_details: [{ type: 'fdx_v1.0' }], authorization_details_types_supported: [] }),
    ).toEqual([
      ['authorization_details', '[{"type":"fdx_v1.0"}]'],
      ['authorization_details[0].type', 'fdx_v1.0'],
      ['authorization_details_types_supported', '[]'],
    ]);
  });

  it('are as secret in a list as they are alone', async () => {
    const exchange = answering({ pan: ['4111', 'x'], keys: [{ d: ['A'.repeat(43)] }], open: ['4111'] });

    const { fields } = await viewDetail(exchange, { secrets: [], keys: [] });

    expect(fields.filter(({ place }) => place === 'response-body')).toMatchObject([
      { name: 'pan', value: '•••', canReveal: true },
      { name: 'keys[0].d', value: '•••', canReveal: false },
      { name: 'open', value: '["4111"]', canReveal: false },
    ]);
  });

  it('are listed up to 300 of a body, and the rest is counted', () => {
    const { fields, moreCount } = fieldsOf(answering(Array.from({ length: 400 }, (_, id) => ({ id }))));

    expect(fields.filter(({ place }) => place === 'response-body')).toHaveLength(300);
    expect(moreCount).toBe(100);
  });
});
