import { type RetryClock, TransportError } from '../ports/provider-http';

/**
 * When a request may be sent once more.
 * - `harmless`: asking twice changes nothing.
 * - `once-after-break`: an answer may have been lost, and the provider bears one repetition.
 * - `if-nothing-was-done`: only when the answer itself says that nothing was done.
 */
export type RetryRule = 'harmless' | 'once-after-break' | 'if-nothing-was-done';

const MAX_RETRIES = 2;
const FIRST_PAUSE_MS = 500;
/** The longest wait that a provider may ask for; after a longer one the person is told when to come back. */
const MAX_RETRY_AFTER_MS = 60_000;
/** No repetition begins later than this after the first request. */
const MAX_TOTAL_MS = 90_000;

const BUSY: readonly number[] = [429, 503];
const GATEWAY: readonly number[] = [502, 504];

type Outcome = { readonly response: Response } | { readonly error: TransportError };

export interface RetriedRequest {
  readonly rule: RetryRule;
  /** Builds the request anew each time: an assertion or a proof is good for one use. */
  readonly send: () => Promise<Response>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a request, and repeats it at most twice where that is harmless.
 *
 * @throws TransportError when no answer came, or when the provider wants to be left alone for long
 * @see RFC 9110 section 10.2.3 (Retry-After); RFC 6749 section 4.1.2 (a code is used once)
 */
export async function retryIfIdempotent(
  retryClock: RetryClock,
  { rule, send, signal }: RetriedRequest,
): Promise<Response> {
  const startedMs = retryClock.nowMs();
  for (let repeats = 0; ; repeats += 1) {
    const outcome = await outcomeOf(send);
    const askedMs = 'response' in outcome ? retryAfterMs(outcome.response, retryClock.nowMs()) : null;
    if (askedMs !== null && askedMs > MAX_RETRY_AFTER_MS)
      throw new TransportError({ kind: 'busy', retryAtMs: retryClock.nowMs() + askedMs });
    const pauseMs = (askedMs ?? 0) + retryClock.random() * FIRST_PAUSE_MS * 2 ** repeats;
    const isInTime = retryClock.nowMs() + pauseMs - startedMs <= MAX_TOTAL_MS;
    if (!isInTime || !mayRetry(rule, outcome, repeats)) {
      if ('error' in outcome) throw outcome.error;
      return outcome.response;
    }
    await retryClock.wait(pauseMs, signal);
  }
}

async function outcomeOf(send: () => Promise<Response>): Promise<Outcome> {
  try {
    return { response: await send() };
  } catch (cause) {
    if (cause instanceof TransportError) return { error: cause };
    throw cause;
  }
}

function mayRetry(rule: RetryRule, outcome: Outcome, repeats: number): boolean {
  if (repeats >= MAX_RETRIES) return false;
  if ('response' in outcome && BUSY.includes(outcome.response.status)) return true;
  const isBroken = 'error' in outcome ? isBreak(outcome.error) : GATEWAY.includes(outcome.response.status);
  if (!isBroken || rule === 'if-nothing-was-done') return false;
  return rule === 'harmless' || repeats === 0;
}

// Whoever waited for half a minute is told. A certificate does not get better: that is another kind of fault.
function isBreak({ fault }: TransportError): boolean {
  return fault.kind === 'unreachable' && fault.reason !== 'timeout';
}

/**
 * How long a busy provider asks us to wait, in milliseconds; null where it does not say so readably.
 *
 * A date is read against the provider's own clock where it tells it, so that neither clock need be right.
 *
 * @see RFC 9110 section 10.2.3
 */
function retryAfterMs({ status, headers }: Response, nowMs: number): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (!BUSY.includes(status) || value === '') return null;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  if (!/^[A-Z][a-z]{2},? /.test(value) || Number.isNaN(Date.parse(value))) return null;
  const theirNowMs = Date.parse(headers.get('date') ?? '');
  return Math.max(0, Date.parse(value) - (Number.isNaN(theirNowMs) ? nowMs : theirNowMs));
}
