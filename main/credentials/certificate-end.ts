import { WARNING_DAYS } from '../../preload/contract/credential-shapes';

const DAY_MS = 86_400_000;

/** Whole days until an end, rounded up; 0 when it has come. Both in epoch milliseconds, UTC. */
export function daysLeft(endsAtMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((endsAtMs - nowMs) / DAY_MS));
}

/** Whether an end is near enough to be announced: 30 days. */
export function isEndingSoon(endsAtMs: number, nowMs: number): boolean {
  return warningStage(endsAtMs, nowMs) !== null;
}

/**
 * Which warning of an end is due: the one of 30, of 7 or of 1 day before, or 0 once it has come.
 *
 * @returns null while the end is further away
 */
export function warningStage(endsAtMs: number, nowMs: number): number | null {
  const left = daysLeft(endsAtMs, nowMs);
  if (left === 0) return 0;
  return WARNING_DAYS.findLast((days) => left <= days) ?? null;
}
