import { enApp } from './en-app';
import { enBuilder } from './en-builder';
import { enCapabilities } from './en-capabilities';
import { enConsent } from './en-consent';
import { enConsents } from './en-consents';
import { enCredentials } from './en-credentials';
import { enFailures } from './en-failures';
import { enFlow } from './en-flow';
import { enProviders } from './en-providers';
import { enRegistration } from './en-registration';
import { enTransactions } from './en-transactions';
import { enWire } from './en-wire';

function english() {
  return {
    ...enApp,
    ...enBuilder,
    ...enCapabilities,
    ...enConsent,
    ...enConsents,
    ...enCredentials,
    ...enFailures,
    ...enFlow,
    ...enTransactions,
    ...enWire,
    ...enProviders,
    ...enRegistration,
  } as const;
}

// A bundler can't tell that to spread objects does nothing else. Marked, it leaves the window's words out of
// every page and process that shows none of them.
const en = /* @__PURE__ */ english();

/** The name of a message. A message that is not in the English catalogue does not exist. */
export type MessageId = keyof typeof en;

/** Every message of a language, by its name. */
export type Messages = Readonly<Record<MessageId, string>>;

/** Everything in the window, by language, in ICU message syntax. Other places: messages-of.ts. */
export const messages = { en } as const satisfies Record<string, Messages>;
