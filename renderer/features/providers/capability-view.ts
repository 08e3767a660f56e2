import type { Capability } from '../../../preload/contract/provider-shapes';
import type { MessageId } from '../../../preload/contract/messages/catalogue';
import type { BadgeTone } from '../../ui/StatusBadge';
import type { Phrase } from '../../ui/words';

/** One row of the capability card. */
export interface CapabilityView {
  readonly name: Capability['name'];
  readonly title: Phrase;
  readonly state: Phrase;
  readonly tone: BadgeTone;
  readonly meaning: Phrase;
  readonly detail: string | null;
}

const MEANINGS = {
  par: { offered: 'offered', missing: 'missing', silent: 'missing' },
  'details-type': { offered: 'offered', missing: 'missing', silent: 'silent' },
  pkce: { offered: 'offered', missing: 'missing', silent: 'missing' },
  issuer: { offered: 'offered', missing: 'missing', silent: 'missing' },
  certificate: { offered: 'offered', missing: 'missing', silent: 'missing' },
  'bound-tokens': { offered: 'offered', missing: 'missing', silent: 'silent' },
  aliases: { offered: 'offered', missing: 'missing', silent: 'missing' },
  signing: { offered: 'offered', missing: 'missing', silent: 'silent' },
  revocation: { offered: 'offered', missing: 'missing', silent: 'missing' },
  registration: { offered: 'offered', missing: 'missing', silent: 'missing' },
} as const satisfies Record<Capability['name'], Record<Capability['state'], Capability['state']>>;

/** Puts what a provider offers into words: each thing, and what it means where it is missing. */
export function viewCapability(capability: Capability): CapabilityView {
  const { name, state, detail } = capability;
  return {
    name,
    detail,
    title: { id: `providers.capability.${name}` },
    state: { id: `providers.card.state.${state}` },
    tone: toneOf(capability),
    // The table above names only sentences that are in the catalogue; a test reads every one.
    meaning: { id: `providers.capability.${name}.${MEANINGS[name][state]}` as MessageId },
  };
}

/** The needed things that a provider lacks. */
export function whatIsLacking(
  capabilities: readonly Capability[],
  mayLackIssuer: boolean,
): readonly Capability[] {
  return capabilities.filter(
    ({ name, state, isNeeded }) => isNeeded && state === 'missing' && !(name === 'issuer' && mayLackIssuer),
  );
}

function toneOf({ state, isNeeded }: Capability): BadgeTone {
  if (state === 'offered') return 'good';
  if (state === 'missing' && isNeeded) return 'stopped';
  return state === 'missing' ? 'look' : 'neutral';
}
