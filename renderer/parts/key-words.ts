import type { CredentialSummary } from '../../preload/contract/credential-shapes';
import type { Phrase } from '../ui/words';

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

/** Whether only the app itself can tell this key's provider of another one, which it does when the key ends. */
export function isSandboxKey({ usedBy }: Pick<CredentialSummary, 'usedBy'>): boolean {
  return usedBy.some(({ isSandbox }) => isSandbox);
}

/** Names of providers in one line. */
export function namesOf(usedBy: CredentialSummary['usedBy'], locale: string): string {
  return new Intl.ListFormat(locale).format(usedBy.map(({ name }) => name));
}
