import { describe, expect, it } from 'vitest';

import { parseFdxJson } from '../../../main/fdx/fdx-json';
import { nextPageOf } from '../../../main/fdx/next-page';

const BASE = new URL('https://bank.example/fdx/v6');
const LIST = new URL('https://bank.example/fdx/v6/accounts?resultType=details');

const next = (json: unknown) => nextPageOf(LIST, BASE, parseFdxJson(JSON.stringify(json))?.value);
const link = (href: unknown) => ({ links: { next: { href } } });

describe('the next page of a list (FDX API 6.x, PaginatedArray)', () => {
  it.each([
    { json: {}, because: 'nothing is said' },
    { json: { page: {}, links: {} }, because: 'there is neither a key nor a link' },
    { json: { page: { nextOffset: '', nextPageKey: null } }, because: 'a key is empty' },
    { json: { page: { totalElements: 200 } }, because: 'a count leads nowhere' },
    { json: link(''), because: 'the link is empty' },
    { json: [], because: 'the answer is no object' },
  ])('is not there when $because', ({ json }) => {
    expect(next(json)).toEqual({ ok: true, value: null });
  });

  it.each([
    { json: { page: { nextPageKey: 'pk_2', nextOffset: '2' } }, query: { pageKey: 'pk_2' } },
    { json: { page: { nextOffset: '2' }, ...link('/accounts?offset=9') }, query: { offset: '2' } },
    { json: { page: { nextOffset: 2 } }, query: { offset: '2' } },
    { json: link('/fdx/v6/accounts?offSet=2&limit=10'), query: { offSet: '2', limit: '10' } },
    { json: link('/accounts?offset=2'), query: { offset: '2' } },
    { json: link('?offset=2'), query: { offset: '2' } },
    { json: link('https://bank.example/fdx/v6/accounts?offset=2'), query: { offset: '2' } },
  ])('is asked for by $query', ({ json, query }) => {
    expect(next(json)).toEqual({ ok: true, value: query });
  });

  it.each([
    { href: 'https://tracker.example/fdx/v6/accounts?offset=2', because: 'it is at another host' },
    { href: 'https://bank.example:8443/fdx/v6/accounts', because: 'it is at another port' },
    { href: 'http://bank.example/fdx/v6/accounts', because: 'it is not over TLS' },
    { href: '//tracker.example/fdx/v6/accounts', because: 'two slashes name another host' },
    { href: 'https://me@bank.example/fdx/v6/accounts', because: 'it holds user information' },
    { href: '/fdx/v6/accounts/../../admin', because: 'it goes up' },
    { href: '/fdx/v6/accounts/1/transactions', because: 'it is another list' },
    { href: 'javascript:alert(1)', because: 'it is a script' },
    { href: `?offset=${'9'.repeat(3000)}`, because: 'it is endless' },
    { href: 7, because: 'it is no text' },
    { href: {}, because: 'it is an object' },
  ])('[S32] is refused when $because: $href', ({ href }) => {
    expect(next(link(href))).toMatchObject({ ok: false });
  });
});
