import type { ExchangeSummary } from '../../../preload/contract/wire-shapes';

/** Where an exchange stands on the line of time: from its first byte to its last, each from 0 to 1. */
export interface TimeSpan {
  readonly from: number;
  /** Where the head of the answer was there; the end where none came. */
  readonly headers: number;
  readonly to: number;
}

/**
 * Lays exchanges on one line of time. Where nothing was under way the line is cut short: a person takes a minute
 * at the bank, an exchange some milliseconds, and both are to be seen.
 */
export function viewTimeline(exchanges: readonly ExchangeSummary[]): ReadonlyMap<string, TimeSpan> {
  const ordered = exchanges.toSorted((left, right) => left.startedAtMs - right.startedAtMs);
  const busyMs = ordered.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const longestGapMs = Math.max(1, busyMs / Math.max(1, ordered.length));
  const spans = new Map<string, TimeSpan>();
  let busyUntilMs = ordered[0]?.startedAtMs ?? 0;
  let zeroMs = busyUntilMs;
  for (const { exchangeId, startedAtMs, headersAtMs, durationMs } of ordered) {
    // What is left out of an idle time moves everything after it to the front.
    zeroMs += Math.max(0, startedAtMs - busyUntilMs - longestGapMs);
    const from = startedAtMs - zeroMs;
    const headers = (headersAtMs ?? startedAtMs + durationMs) - zeroMs;
    spans.set(exchangeId, { from, headers, to: from + durationMs });
    busyUntilMs = Math.max(busyUntilMs, startedAtMs + durationMs);
  }
  return scaled(spans, Math.max(1, busyUntilMs - zeroMs));
}

/** One exchange by itself: how much of it was waiting, and how much was receiving. */
export function viewOwnSpan(exchange: ExchangeSummary): TimeSpan {
  return viewTimeline([exchange]).get(exchange.exchangeId) ?? { from: 0, headers: 0, to: 0 };
}

function scaled(spans: ReadonlyMap<string, TimeSpan>, wholeMs: number): ReadonlyMap<string, TimeSpan> {
  const share = (ms: number) => Math.min(1, Math.max(0, ms / wholeMs));
  return new Map(
    [...spans].map(([id, { from, headers, to }]) => [
      id,
      { from: share(from), headers: share(Math.min(headers, to)), to: share(to) },
    ]),
  );
}
