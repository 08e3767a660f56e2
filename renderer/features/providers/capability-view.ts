import type { MessageId } from '../../../preload/contract/messages/catalogue';
import { type Capability, isNeeded, type ProviderNeeds } from '../../../preload/contract/provider-offer';
import type { BadgeTone } from '../../ui/StatusBadge';
import type { Phrase } from '../../ui/words';

/** One row of the capability card. */
export interface CapabilityView {
  readonly name: Capability['name'];
  readonly title: Phrase;
  readonly state: Phrase;
  readonly tone: BadgeTone;
  readonly meaning: Phrase;
  readonly standard: string;
  readonly detail: string | null;
}

type Name = Capability['name'];

/** Where it is lawful to say nothing; silence about the rest means that it is missing. */
const MAY_BE_SILENT: ReadonlySet<Name> = new Set([
  'details-type',
  'assertion-key',
  'bound-tokens',
  'signing',
]);

/** What is missed although a consent can be asked for without it. */
const IS_MISSED: ReadonlySet<Name> = new Set(['bound-tokens', 'signing', 'revocation', 'registration']);

/** Puts what a provider offers into words: each thing, and what it means where it is missing. */
export function viewCapability(capability: Capability, needs: ProviderNeeds): CapabilityView {
  const { name, state, standard, detail } = capability;
  const said = state === 'silent' && !MAY_BE_SILENT.has(name) ? 'missing' : state;
  return {
    name,
    standard,
    detail,
    title: { id: `providers.capability.${name}` },
    state: { id: `providers.card.state.${state}` },
    tone: toneOf(capability, needs),
    // The sets above lead to sentences that are in the catalogue; a test reads every one.
    meaning: { id: `providers.capability.${name}.${said}` as MessageId },
  };
}

function toneOf(capability: Capability, needs: ProviderNeeds): BadgeTone {
  if (capability.state === 'offered') return 'good';
  if (capability.state === 'silent') return 'neutral';
  if (isNeeded(capability, needs)) return 'stopped';
  return IS_MISSED.has(capability.name) ? 'look' : 'neutral';
}

/** What to choose in the form to do without a thing that the profile asks for. */
export function fixOf({ need }: Pick<Capability, 'need'>): MessageId {
  if (need === 'issuer') return 'providers.card.fix.issuer';
  if (need === 'details') return 'providers.card.fix.details';
  if (need === 'dpop') return 'providers.card.fix.binding';
  return /^(?:assertion|proof)-/.test(need) ? 'providers.card.fix.key' : 'providers.card.fix.method';
}
