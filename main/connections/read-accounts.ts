import type { Failure, Violation } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { readAccounts } from '../fdx/account';
import { callFdx, type FdxApi, urlBelow } from '../fdx/fdx-request';
import { nextPageOf, type PageQuery } from '../fdx/next-page';
import { violationAt } from '../oauth/protocol-violation';
import { DATA_ANSWER_BYTES } from '../ports/provider-http';

/** Nobody has that many accounts, and a provider that goes on for ever is stopped. */
const MAX_PAGES = 50;

/**
 * The most that is kept of one provider's accounts, in bytes of UTF-8: all consents are in one file, which is read and
 * written whole. As JSON in JSON it is at most twice as long.
 */
export const MAX_KEPT_BYTES = DATA_ANSWER_BYTES;

/** The accounts as they were received. */
export interface AccountTexts {
  /** Each page, the first one first. */
  readonly texts: readonly string[];
  /** The list goes on, and no more of it is kept. */
  readonly isCut: boolean;
}

/** Makes one call with a token that should be good. */
export type WithAccess = <Value>(
  use: (api: FdxApi) => Promise<Result<Value, Failure>>,
) => Promise<Result<Value, Failure>>;

/**
 * Reads all pages of the accounts, as far as they are kept.
 *
 * @returns the pages; a failure when any of them could not be read, so that nobody takes a part for the whole
 * @see FDX Core API `GET /accounts?resultType=details`, PaginatedArray
 */
export async function readAccountPages(withAccess: WithAccess): Promise<Result<AccountTexts, Failure>> {
  const texts: string[] = [];
  const asked = new Set<string>();
  let keptBytes = 0;
  let query: PageQuery | null = {};
  while (query !== null) {
    const page = await withAccess((api) => readPage(api, { ...query, resultType: 'details' }));
    if (!page.ok) return page;
    keptBytes += Buffer.byteLength(page.value.text, 'utf8');
    // The first page is kept in any case: the transport has bounded it.
    if (keptBytes > MAX_KEPT_BYTES && texts.length > 0) return ok({ texts, isCut: true });
    texts.push(page.value.text);
    asked.add(JSON.stringify(query));
    query = page.value.next;
    if (query !== null && (texts.length >= MAX_PAGES || asked.has(JSON.stringify(query))))
      return fail(page.value.endless);
  }
  return ok({ texts, isCut: false });
}

/** Reads the first page of the accounts, to see whether they are still shown. */
export function readFirstAccounts(api: FdxApi): Promise<Result<unknown, Failure>> {
  return readPage(api, { resultType: 'details' });
}

interface Page {
  readonly text: string;
  readonly next: PageQuery | null;
  /** What to say when this page leads on for ever. */
  readonly endless: Failure;
}

async function readPage(api: FdxApi, query: PageQuery): Promise<Result<Page, Failure>> {
  const path = ['accounts'];
  const stage = 'accounts';
  const answer = await callFdx(api, { method: 'GET', path, query, stage, maxBytes: DATA_ANSWER_BYTES });
  if (!answer.ok) return answer;
  const { text, json } = answer.value;
  const refuse = (violation: Violation, rule: string) =>
    violationAt(api.providerName, stage)(violation, `FDX Core API: ${rule}`, 'it does not');
  const accounts = readAccounts(json);
  if (!accounts.ok) return fail(refuse('malformed', accounts.error));
  const next = nextPageOf(urlBelow(api.baseUrl, { path, query }), new URL(api.baseUrl), json);
  if (!next.ok) return fail(refuse('redirected', next.error));
  return ok({ text, next: next.value, endless: refuse('oversized', 'a list comes to an end') });
}
