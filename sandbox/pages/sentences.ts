import { IntlMessageFormat } from 'intl-messageformat';

import { type Sentence, wordConsent } from '../../preload/contract/consent-wording';
import { enConsent } from '../../preload/contract/messages/en-consent';
import type { RequestedConsent } from '../consents/authorization-details';
import { BANK_NAME } from '../consents/consent-grant';

/** A consent in the words that the app shows as well. */
export interface ConsentSentences {
  readonly opening: string;
  readonly items: readonly ConsentLine[];
  readonly until: string;
  readonly lookback: string | null;
  readonly cannot: string;
  readonly stop: string;
}

export interface ConsentLine {
  readonly cluster: string;
  readonly name: string;
  readonly phrase: string;
}

/**
 * Puts a request into the words of the page.
 *
 * @param recipient the client's name, as it registered
 * @param nowMs epoch milliseconds, UTC
 */
export function sentencesOf(consent: RequestedConsent, recipient: string, nowMs: number): ConsentSentences {
  const request = {
    ...consent,
    resources: consent.resources.map(({ resourceType, dataClusters }) => ({
      resourceType,
      dataClusters: [...dataClusters],
    })),
  };
  const words = wordConsent(request, { recipient, provider: BANK_NAME, nowMs });
  return {
    opening: say(words.opening),
    items: words.items.map(({ cluster, name, phrase }) => ({
      cluster,
      name: say(name),
      phrase: say(phrase),
    })),
    until: say(words.until),
    lookback: words.lookback === null ? null : say(words.lookback),
    cannot: say(words.cannot),
    stop: say(words.stop),
  };
}

function say({ id, values }: Sentence): string {
  return String(new IntlMessageFormat(enConsent[id], 'en').format({ ...values }));
}
