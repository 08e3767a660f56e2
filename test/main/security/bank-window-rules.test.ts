import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { isPinned, mayBankWindowShow } from '../../../main/security/bank-window-rules';

const DER = Buffer.from('the certificate of the bank');
const PIN = {
  hostname: '127.0.0.1',
  certificateSha256: createHash('sha256').update(DER).digest('hex'),
};
const PINNED = `sha256/${createHash('sha256').update(DER).digest('base64')}`;
const OTHER = `sha256/${createHash('sha256').update('another certificate').digest('base64')}`;

describe('the certificate that a bank’s own window was opened for', () => {
  it('is accepted at the host of the bank', () => {
    expect(isPinned({ hostname: '127.0.0.1', certificate: { fingerprint: PINNED } }, PIN)).toBe(true);
  });

  for (const { hostname = PIN.hostname, fingerprint = PINNED, pin = PIN, because } of [
    { fingerprint: OTHER, because: 'the bank has another certificate than when its profile was made' },
    { hostname: 'localhost', because: 'another host shows it' },
    { hostname: '127.0.0.1.evil.example', because: 'a host that begins alike shows it' },
    { fingerprint: PINNED.replace('sha256/', 'sha1/'), because: 'it was made out by another hash' },
    { fingerprint: PINNED.toLowerCase(), because: 'base64 tells capitals from small letters' },
    { fingerprint: PINNED.slice(0, -5), because: 'a part of a fingerprint is none' },
    { fingerprint: '', because: 'no fingerprint was given' },
    { fingerprint: 'sha256/', pin: { ...PIN, certificateSha256: '' }, because: 'nothing was pinned' },
    { fingerprint: 'sha256/', pin: { ...PIN, certificateSha256: 'no hex' }, because: 'the pin is damaged' },
  ]) {
    it(`is refused when ${because}`, () => {
      expect(isPinned({ hostname, certificate: { fingerprint } }, pin)).toBe(false);
    });
  }
});

describe('a bank’s own window', () => {
  const BANK = 'https://127.0.0.1:4000';

  it.each([`${BANK}/interaction/1`, 'http://127.0.0.1:51234/callback?code=1'])('goes to %s', (url) => {
    expect(mayBankWindowShow(url, BANK)).toBe(true);
  });

  for (const { url, because } of [
    { url: 'https://127.0.0.1:4001/', because: 'another port is another server' },
    { url: 'http://127.0.0.1/', because: 'the listener has a port' },
    { url: 'https://bank.example/', because: 'it is another host' },
    { url: 'http://127.0.0.1:4000@evil.example/', because: 'the host stands behind the @' },
    { url: 'http://127.0.0.1.evil.example:80/', because: 'a host may begin alike' },
    { url: 'app://countersign/index.html', because: 'our own page is not for the bank' },
    { url: 'file:///etc/passwd', because: 'a file is no page of a bank' },
    { url: 'data:text/html,hello', because: 'it is a page in an address' },
    { url: 'about:blank', because: 'it is a page of nobody' },
    { url: 'no address', because: 'it is none' },
  ]) {
    it(`does not go to ${url}, because ${because}`, () => {
      expect(mayBankWindowShow(url, BANK)).toBe(false);
    });
  }
});
