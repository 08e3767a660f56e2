import { describe, expect, it } from 'vitest';

import { browserLink } from '../../../main/security/addresses';
import { CONTENT_POLICY } from '../../../main/security/content-policy';
import { cleanForeignText } from '../../../main/security/foreign-text';
import { redact } from '../../../main/security/redact';

describe('[S24] a provider’s text (OWASP XSS prevention, Unicode TR 36)', () => {
  for (const { text, shown, because } of [
    { text: 'Household', shown: 'Household', because: 'there is nothing wrong with it' },
    { text: '  Día a día ', shown: 'Día a día', because: 'the space around it says nothing' },
    { text: '家庭 🏠', shown: '家庭 🏠', because: 'every script is text' },
    { text: 'a\u0000b\u0007c\u001B[31m', shown: 'a b c [31m', because: 'control characters steer terminals' },
    { text: 'line\r\n\u2028one', shown: 'line one', because: 'one line stays one line' },
    { text: '\u202Egnivas', shown: 'gnivas', because: 'it would be read from the right' },
    { text: '\u2066a\u2069\u200E\u200F', shown: 'a', because: 'it would be read from the right' },
    { text: 'pay\u200Bpal\uFEFF', shown: 'paypal', because: 'what can’t be seen can deceive' },
    { text: '<b>bold</b>', shown: '<b>bold</b>', because: 'it is shown as text, never as HTML' },
    { text: 'x'.repeat(301), shown: `${'x'.repeat(299)}…`, because: 'it is cut' },
    { text: '', shown: '', because: 'nothing is nothing' },
    { text: undefined, shown: '', because: 'nothing is nothing' },
    { text: null, shown: '', because: 'nothing is nothing' },
    { text: 12, shown: '', because: 'a number is no text' },
    { text: { toString: () => 'evil' }, shown: '', because: 'an object is no text' },
  ]) {
    it(`${JSON.stringify(text)?.slice(0, 40)} is shown as ${JSON.stringify(shown).slice(0, 30)}: ${because}`, () => {
      expect(cleanForeignText(text)).toBe(shown);
    });
  }

  it('is cut to the length that there is room for', () => {
    expect(cleanForeignText('abcdef', 6)).toBe('abcdef');
    expect(cleanForeignText('abcdefg', 6)).toBe('abcde…');
  });
});

describe('[S62] an address that is handed to the system browser (RFC 8252 section 8.12)', () => {
  it('is the one that was checked, as our parser spells it', () => {
    const candidate = new URL('https://BANK.example:443/auth orize?a=b c');

    expect(browserLink(candidate)).toBe('https://bank.example/auth%20orize?a=b%20c');
  });

  it.each([
    { address: 'http://bank.example/', because: 'it can be read on the way' },
    { address: 'javascript:alert(1)', because: 'it is a script' },
    { address: 'file:///etc/passwd', because: 'it is a file' },
    { address: 'data:text/html,hi', because: 'it is a page in an address' },
    { address: 'ms-msdt:/id', because: 'it is a program' },
    { address: 'smb://evil.example/share', because: 'it sends the person’s password hash' },
    { address: 'app://countersign/', because: 'it is our own' },
    { address: 'https://bank.example@evil.example/', because: 'it looks like another host' },
    { address: 'https://user:secret@bank.example/', because: 'it carries a password' },
  ])('is dropped when $because: $address', ({ address }) => {
    expect(browserLink(new URL(address))).toBeNull();
  });
});

describe('[S57] the Content-Security-Policy of the window (Electron security checklist, item 7)', () => {
  const policy = new Map(
    CONTENT_POLICY.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]),
  );

  it.each([
    ['default-src', "'none'"],
    ['script-src', "'self'"],
    ['style-src', "'self'"],
    ['img-src', "'self' data:"],
    ['connect-src', "'none'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['frame-ancestors', "'none'"],
    ['require-trusted-types-for', "'script'"],
  ])('has %s %s', (directive, value) => {
    expect(policy.get(directive)).toBe(value);
  });

  it('weakens nothing', () => {
    expect(CONTENT_POLICY).not.toMatch(/unsafe|\*|https?:|blob:|strict-dynamic/);
  });
});

describe('a text that is logged (FAPI 1.0 part 1 section 7.4, SECURITY row 79)', () => {
  const TOKEN = 'pYj3mX9qT2vLr8sN4wK6bZ1cD5fG7hJ0';
  for (const { text, without, because } of [
    { text: `authorization: Bearer ${TOKEN}`, without: TOKEN, because: 'it is a bearer token' },
    { text: 'authorization: bearer short.tok', without: 'short.tok', because: 'short ones are tokens, too' },
    { text: 'DPoP abc-123_x==', without: 'abc-123_x', because: 'it is a token by another name' },
    { text: 'http://127.0.0.1:1/callback?code=abc123&state=xyz', without: 'abc123', because: 'it is a code' },
    { text: 'http://127.0.0.1:1/callback?code=abc123&state=xyz', without: 'xyz', because: 'it is a state' },
    { text: '{"access_token":"short","a":1}', without: 'short', because: 'it is a token in JSON' },
    { text: '{"refresh_token" : "short"}', without: 'short', because: 'it is a token in JSON' },
    { text: 'code_verifier=abc', without: 'abc', because: 'it is a verifier' },
    { text: 'passphrase: hunter2', without: 'hunter2', because: 'it is the person’s own' },
    { text: 'request_uri=urn:ietf:params:x', without: 'urn:ietf', because: 'it can be used once more' },
    {
      text: 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
      without: 'eyJzdWIiOiIxIn0',
      because: 'it is a JWT',
    },
    {
      text: '-----BEGIN PRIVATE KEY-----\nMIGHAgEA\nbase64\n-----END PRIVATE KEY-----',
      without: 'MIGHAgEA',
      because: 'it is a key',
    },
    {
      text: '-----BEGIN EC PRIVATE KEY-----\nMIGHAgEA',
      without: 'MIGHAgEA',
      because: 'it is a key that was cut off',
    },
    { text: `unknown ${TOKEN} thing`, without: TOKEN, because: 'it looks like somebody’s secret' },
  ]) {
    it(`says nothing of ${JSON.stringify(without)} in ${JSON.stringify(text).slice(0, 60)}: ${because}`, () => {
      expect(redact(text)).not.toContain(without);
    });
  }

  it('still says what happened', () => {
    const text =
      'Error: provider-unreachable at discovery (ECONNREFUSED 127.0.0.1:9443) in main/flows/run-flow.ts:42';

    expect(redact(text)).toBe(text);
  });

  it('is no longer than anybody would read', () => {
    expect(redact('a '.repeat(100_000))).toHaveLength(8000);
  });
});
