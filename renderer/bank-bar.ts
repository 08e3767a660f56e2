import { IntlMessageFormat } from 'intl-messageformat';

import { readBankBar } from '../preload/contract/bank-bar';
import { enBankBar } from '../preload/contract/messages/en-bank-bar';

const { bankName, origin, certificateSha256 } = readBankBar(location.search);
// Enough to compare by eye; the app itself compares all of it.
const fingerprint = (certificateSha256.slice(0, 8).match(/../g) ?? []).join(':').toUpperCase();

document.title = words('bankBar.title', { bankName, origin });
fill('origin', origin);
fill('certificate', words('bankBar.certificate', { bankName, fingerprint }));

function words(id: keyof typeof enBankBar, values: Readonly<Record<string, string>>): string {
  return String(new IntlMessageFormat(enBankBar[id], 'en').format(values));
}

function fill(id: string, text: string): void {
  const element = document.getElementById(id);
  if (element !== null) element.textContent = text;
}
