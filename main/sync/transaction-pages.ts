import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { WithAccess } from '../connections/read-accounts';
import { callFdxForBytes } from '../fdx/fdx-request';
import { violationAt } from '../oauth/protocol-violation';
import type { KeptAccount, ReadingState } from '../ports/data-process';
import { DATA_ANSWER_BYTES } from '../ports/provider-http';
import type { DataStore } from './data-store';

/** As many as most providers give at once; they may give fewer. */
const PAGE_LIMIT = '1000';

/** What one account's reading needs. */
export interface AccountReading {
  readonly store: DataStore;
  readonly withAccess: WithAccess;
  readonly account: KeptAccount;
  /** The first and the last day, YYYY-MM-DD, both included. */
  readonly fromDay: string;
  readonly toDay: string;
  readonly nowMs: () => number;
  /** Hears how far it has come after each page. */
  readonly onProgress: (state: ReadingState) => void;
}

/**
 * Reads the transactions of one account between two days, page by page. Each page is kept as it comes, so that what has
 * arrived stays when a later page fails, and the next reading goes on there.
 *
 * @see FDX Core API `GET /accounts/{accountId}/transactions`; `startTime` and `endTime` are dates
 */
export async function readTransactionPages(reading: AccountReading): Promise<Result<ReadingState, Failure>> {
  const { store, account, fromDay, toDay, nowMs } = reading;
  const begun = await store.ask('beginReading', { account, fromDay, toDay, nowMs: nowMs() });
  if (!begun.ok) return begun;
  let { next }: { next: Readonly<Record<string, string>> | null } = begun.value;
  for (;;) {
    const kept = await readPage(reading, begun.value.account, next ?? {});
    if (!kept.ok) return kept;
    reading.onProgress(kept.value);
    next = kept.value.next;
    if (next === null) return kept;
  }
}

async function readPage(
  { store, withAccess, account, fromDay, toDay, nowMs }: AccountReading,
  key: number,
  next: Readonly<Record<string, string>>,
): Promise<Result<ReadingState, Failure>> {
  const query = { startTime: fromDay, endTime: toDay, limit: PAGE_LIMIT, ...next };
  const stage = 'transactions';
  const page = await withAccess(async (api) => {
    const path = ['accounts', account.accountId, 'transactions'];
    const answer = await callFdxForBytes(api, {
      method: 'GET',
      path,
      query,
      stage,
      maxBytes: DATA_ANSWER_BYTES,
    });
    return answer.ok ? ok({ ...answer.value, api }) : answer;
  });
  if (!page.ok) return page;
  const { api, bytes, url } = page.value;
  const where = { url, baseUrl: api.baseUrl, exchangeId: null, nowMs: nowMs() };
  const kept = await store.ask('keepPage', { account: key, bytes, ...where });
  if (!kept.ok) return kept;
  if ('kept' in kept.value) return ok(kept.value.kept);
  const { kind, rule } = kept.value.refused;
  return fail(violationAt(api.providerName, stage)(kind, `FDX Core API: ${rule}`, 'it does not'));
}
