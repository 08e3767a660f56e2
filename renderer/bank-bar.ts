import { IntlMessageFormat } from 'intl-messageformat';

import { readBankBar } from '../preload/contract/bank-bar';
import { bankBarMessages, LANGUAGE } from '../preload/contract/messages/messages-of';

const messages = bankBarMessages(LANGUAGE);
const { bankName, origin, certificateSha256 } = readBankBar(location.search);
// Enough to compare by eye; the app itself compares all of it.
const fingerprint = (certificateSha256.slice(0, 8).match(/../g) ?? []).join(':').toUpperCase();

document.title = words('bankBar.title', { bankName, origin });
fill('origin', origin);
fill('certificate', words('bankBar.certificate', { bankName, fingerprint }));

function words(id: keyof typeof messages, values: Readonly<Record<string, string>>): string {
  return String(new IntlMessageFormat(messages[id], LANGUAGE).format(values));
}

function fill(id: string, text: string): void {
  const element = document.getElementById(id);
  if (element !== null) element.textContent = text;
}
