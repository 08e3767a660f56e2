import type {
  CredentialSummary,
  ImportRefusal,
  ImportView,
} from '../../../preload/contract/credential-shapes';
import { isSandboxKey } from '../../parts/key-words';
import type { BadgeTone } from '../../ui/StatusBadge';
import type { Phrase } from '../../ui/words';

/** What a key is good for just now. */
export interface CredentialState {
  readonly tone: BadgeTone;
  readonly words: Phrase;
}

/** Puts the state of a key into words: its end comes before its use. */
export function wordState(credential: CredentialSummary): CredentialState {
  const { validity, daysLeft, usedBy, replaces } = credential;
  if (validity === 'ended') return { tone: 'stopped', words: { id: 'keys.state.ended' } };
  if (validity === 'ending')
    return { tone: 'look', words: { id: 'keys.state.ending', values: { days: daysLeft } } };
  if (replaces !== null) return { tone: 'waiting', words: { id: 'keys.state.next' } };
  if (usedBy.length > 0) return { tone: 'good', words: { id: 'keys.state.used' } };
  return { tone: 'neutral', words: { id: 'keys.state.unused' } };
}

/** What is said beside a key that is ending or has ended; null while there is nothing to say. */
export function adviceFor(credential: CredentialSummary): Phrase | null {
  const { validity, usedBy, replacedBy } = credential;
  if (validity === 'valid' || usedBy.length === 0 || replacedBy !== null) return null;
  if (isSandboxKey(credential)) return { id: 'keys.sandbox.about' };
  return { id: validity === 'ended' ? 'keys.ended.about' : 'keys.ends.about' };
}

/** Why an import was refused, and what to do; `day` writes an instant as a day. */
export function wordRefusal(
  refusal: ImportRefusal,
  certificate: ImportView['certificate'],
  day: (atMs: number) => string,
  detail: string | null = null,
): { readonly what: Phrase; readonly next: Phrase } {
  const end = certificate === null ? '' : day(certificate.notAfterMs);
  const begin = certificate === null ? '' : day(certificate.notBeforeMs);
  const values = { end, begin, ...(detail === null ? {} : { detail }) };
  return { what: { id: `keys.refusal.${refusal}` }, next: { id: `keys.refusal.${refusal}.next`, values } };
}
