import type {
  CredentialSummary,
  ImportRefusal,
  ImportView,
} from '../../../preload/contract/credential-shapes';
import type { BadgeTone } from '../../ui/StatusBadge';
import type { Phrase } from '../../ui/words';

/** How many pairs of a fingerprint tell two keys of a list apart. */
const SHORT_PAIRS = 4;

/** The name of a key on screen: its certificate's, with the begin of the fingerprint, for names are not unique. */
export function titleOf({ name, fingerprint }: Pick<CredentialSummary, 'name' | 'fingerprint'>): string {
  return `${name} · ${fingerprint.split(':').slice(0, SHORT_PAIRS).join(':')}`;
}

/** The kind of a key. */
export function wordKind({ keyKind, keyBits }: Pick<CredentialSummary, 'keyKind' | 'keyBits'>): Phrase {
  return keyKind === 'rsa' ? { id: 'keys.kind.rsa', values: { bits: keyBits } } : { id: 'keys.kind.ec-p256' };
}

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

/** Whether only the app itself can tell this key's provider of another one, which it does when the key ends. */
export function isSandboxKey({ usedBy }: CredentialSummary): boolean {
  return usedBy.some(({ isSandbox }) => isSandbox);
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
): { readonly what: Phrase; readonly next: Phrase } {
  const end = certificate === null ? '' : day(certificate.notAfterMs);
  const begin = certificate === null ? '' : day(certificate.notBeforeMs);
  return {
    what: { id: `keys.refusal.${refusal}` },
    next: { id: `keys.refusal.${refusal}.next`, values: { end, begin } },
  };
}

/** Names of providers in one line. */
export function namesOf(usedBy: CredentialSummary['usedBy'], locale: string): string {
  return new Intl.ListFormat(locale).format(usedBy.map(({ name }) => name));
}
