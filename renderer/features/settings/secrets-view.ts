import type { SecretsState } from '../../../preload/contract/app-shapes';
import type { BadgeTone } from '../../ui/StatusBadge';
import type { Phrase } from '../../ui/words';

/** How secrets are kept, in words, and which form goes with it. */
export interface SecretsView {
  readonly tone: BadgeTone;
  readonly title: Phrase;
  readonly about: Phrase;
  readonly form: 'set' | 'unlock' | null;
}

const TONES = {
  keychain: 'good',
  passphrase: 'good',
  memory: 'look',
  locked: 'look',
  lost: 'stopped',
} as const satisfies Record<SecretsState['kind'], BadgeTone>;

const FORMS = {
  keychain: null,
  passphrase: null,
  memory: 'set',
  locked: 'unlock',
  lost: 'set',
} as const satisfies Record<SecretsState['kind'], SecretsView['form']>;

/** The shortest passphrase that the contract takes. */
const SHORTEST_PASSPHRASE = 8;

/** Puts the state of the vault into words. */
export function viewSecrets({ kind, backend }: SecretsState): SecretsView {
  return {
    tone: TONES[kind],
    title: { id: `settings.secrets.${kind}` },
    about: { id: `settings.secrets.${kind}.about`, values: { backend: backend ?? 'none' } },
    form: FORMS[kind],
  };
}

/** How many characters a new passphrase still needs. */
export function missingCharacters(passphrase: string): number {
  return Math.max(0, SHORTEST_PASSPHRASE - passphrase.length);
}
