import { enApp } from './en-app';
import { enBuilder } from './en-builder';
import { enCapabilities } from './en-capabilities';
import { enConsent } from './en-consent';
import { enConsents } from './en-consents';
import { enCredentials } from './en-credentials';
import { enFailures } from './en-failures';
import { enFlow } from './en-flow';
import { enProviders } from './en-providers';
import { enWire } from './en-wire';

const en = {
  ...enApp,
  ...enBuilder,
  ...enCapabilities,
  ...enConsent,
  ...enConsents,
  ...enCredentials,
  ...enFailures,
  ...enFlow,
  ...enWire,
  ...enProviders,
} as const;

/** The name of a message. A message that is not in the English catalogue does not exist. */
export type MessageId = keyof typeof en;

/** Every message of a language, by its name. */
export type Messages = Readonly<Record<MessageId, string>>;

/** Everything that is on screen, by language, in ICU message syntax. */
export const messages = { en } as const satisfies Record<string, Messages>;

/** A language that has a catalogue. */
export type Language = keyof typeof messages;
