import { isLosslessNumber } from 'lossless-json';

import { fail, ok, type Result } from '../../preload/contract/result';
import { record } from './fdx-json';

/** The longest page key that is taken, in characters. Keys are opaque. */
const MAX_KEY_LENGTH = 2000;

/** The query parameters that lead to the next page of a list. */
export type PageQuery = Readonly<Record<string, string>>;

/**
 * Finds how the next page of a list is asked for. A link is only ever read for its query: the token goes to
 * the list that was asked for and nowhere else.
 *
 * @param listUrl the URL that this page came from
 * @param json the page's JSON, of any shape
 * @returns null after the last page; a failure for a link that leads to another place
 * @see FDX API 6.3 `page.nextPageKey`; before that `page.nextOffset`; `links.next.href`
 */
export function nextPageOf(listUrl: URL, baseUrl: URL, json: unknown): Result<PageQuery | null, string> {
  const answer = record(json);
  const page = record(answer?.['page']);
  const pageKey = keyOf(page?.['nextPageKey']);
  if (pageKey !== null) return ok({ pageKey });
  const offset = keyOf(page?.['nextOffset']);
  if (offset !== null) return ok({ offset });
  const link = record(record(answer?.['links'])?.['next'])?.['href'];
  if (link === undefined || link === null || link === '') return ok(null);
  return queryOfLink(link, listUrl, baseUrl);
}

function keyOf(value: unknown): string | null {
  const text = isLosslessNumber(value) ? value.toString() : value;
  return typeof text === 'string' && text !== '' && text.length <= MAX_KEY_LENGTH ? text : null;
}

function queryOfLink(link: unknown, listUrl: URL, baseUrl: URL): Result<PageQuery, string> {
  const elsewhere = fail('the next page of a list is below the same address as the first');
  if (typeof link !== 'string' || link.length > MAX_KEY_LENGTH) return elsewhere;
  // FDX's own examples leave the path of the base out of a link that begins with a slash.
  const isBelowBase = link.startsWith('/') && !link.startsWith('//') && !link.startsWith(baseUrl.pathname);
  const text = isBelowBase ? `${baseUrl.pathname.replace(/\/+$/, '')}${link}` : link;
  if (!URL.canParse(text, listUrl.href)) return elsewhere;
  const url = new URL(text, listUrl);
  const hasUserInfo = url.username !== '' || url.password !== '';
  const isSameList = url.origin === listUrl.origin && url.pathname === listUrl.pathname;
  return hasUserInfo || !isSameList ? elsewhere : ok(Object.fromEntries(url.searchParams));
}
