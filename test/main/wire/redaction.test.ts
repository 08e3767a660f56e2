import { describe, expect, it } from 'vitest';

import { mask, maskAddress, maskBody, maskHeader, maskKnown } from '../../../main/wire/redaction';

const TOKEN = 'eK3vN0aZ_9pQ2rT5wY8bC1dF4gH7jL0mS6uX9zA2c4Q';
const FORM = 'application/x-www-form-urlencoded';

describe('the mask', () => {
  it.each([
    ['a long value keeps two characters at each end', TOKEN, 'eK•••4Q'],
    ['a short one keeps nothing', '1234567890123456789', '•••'],
    [
      'a request_uri keeps its fixed part',
      `urn:ietf:params:oauth:request_uri:${TOKEN}`,
      'urn:ietf:params:oauth:request_uri:eK•••4Q',
    ],
    [
      'a short request_uri keeps nothing of its own',
      'urn:ietf:params:oauth:request_uri:abc',
      'urn:ietf:params:oauth:request_uri:•••',
    ],
  ])('%s', (_what, value, expected) => {
    expect(mask(value)).toBe(expected);
  });
});

describe('headers', () => {
  it.each([
    ['authorization', `Bearer ${TOKEN}`, 'Bearer eK•••4Q'],
    ['Authorization', `DPoP ${TOKEN}`, 'DPoP eK•••4Q'],
    ['authorization', TOKEN, 'eK•••4Q'],
    ['dpop', `eyJhbGciOiJFUzI1NiJ9.e30.${TOKEN}`, 'ey•••4Q'],
    ['cookie', `sid=${TOKEN}; theme=dark`, 'sid=eK•••4Q; theme=•••'],
    ['set-cookie', `sid=${TOKEN}; Path=/; Secure`, 'sid=eK•••4Q; Path=/; Secure'],
    ['location', `https://bank.example/cb?code=${TOKEN}&iss=x`, 'https://bank.example/cb?code=eK•••4Q&iss=x'],
    ['x-fapi-interaction-id', '0f0e6c1a-5b0c-4c57-9a8e-2f6d4b1a7c3e', '0f0e6c1a-5b0c-4c57-9a8e-2f6d4b1a7c3e'],
  ])('%s: %s', (name, value, expected) => {
    expect(maskHeader(name, value)).toBe(expected);
  });
});

describe('addresses', () => {
  it.each([
    [
      `http://127.0.0.1:9/callback?code=${TOKEN}&state=${TOKEN}&iss=https%3A%2F%2Fbank`,
      'http://127.0.0.1:9/callback?code=eK•••4Q&state=eK•••4Q&iss=https%3A%2F%2Fbank',
    ],
    [`https://bank/cb#access_token=${TOKEN}`, 'https://bank/cb#access_token=eK•••4Q'],
    ['https://user:secret@bank/x', 'https://•••@bank/x'],
    ['https://bank/accounts?resultType=details', 'https://bank/accounts?resultType=details'],
  ])('%s', (address, expected) => {
    expect(maskAddress(address)).toBe(expected);
  });
});

describe('forms', () => {
  it('masks each secret parameter and leaves names, order and the rest as they were sent', () => {
    const names = [
      'code',
      'code_verifier',
      'state',
      'client_assertion',
      'refresh_token',
      'token',
      'client_secret',
    ];
    const sent = `grant_type=authorization_code&${names.map((name) => `${name}=${TOKEN}`).join('&')}&scope=a+b`;

    expect(maskBody(sent, FORM)).toBe(
      `grant_type=authorization_code&${names.map((name) => `${name}=eK•••4Q`).join('&')}&scope=a+b`,
    );
  });

  it('masks a parameter whose name is written with percent signs', () => {
    expect(maskBody(`c%6Fde=${TOKEN}`, FORM)).toBe('c%6Fde=eK•••4Q');
  });

  it('masks members of JSON inside a parameter', () => {
    const details = encodeURIComponent(JSON.stringify([{ type: 'fdx_v1.0', access_token: TOKEN }]));

    expect(maskBody(`authorization_details=${details}`, FORM)).not.toContain(TOKEN);
  });
});

describe('JSON', () => {
  it('masks members at any depth and keeps every other character', () => {
    const sent = `{ "access_token" : "${TOKEN}",\n "list": [{"accountNumber": 12345678901, "balance": 3322.10}] }`;

    expect(maskBody(sent, 'application/json')).toBe(
      `{ "access_token" : "eK•••4Q",\n "list": [{"accountNumber": "•••", "balance": 3322.10}] }`,
    );
  });

  it.each([
    ['an FDX error code', { code: '603', message: 'Authentication failed' }],
    ['the state of an address', { address: { state: 'CA' } }],
    ['amounts', { balance: 3322.1 }],
  ])('leaves %s', (_what, body) => {
    expect(maskBody(JSON.stringify(body), 'application/json')).toBe(JSON.stringify(body));
  });

  it.each([
    ['a private JWK', { kty: 'EC', d: TOKEN }],
    ['a key in PEM', { note: `-----BEGIN PRIVATE KEY-----\n${TOKEN}` }],
    ['a code in JSON', { code: TOKEN }],
    ['a token in a list', { refresh_token: [TOKEN] }],
    ['a token under a name in capitals', { Access_Token: TOKEN }],
  ])('masks %s', (_what, body) => {
    expect(maskBody(JSON.stringify(body), 'application/json')).not.toContain(TOKEN);
  });

  it('masks JSON that is broken off, and JSON that says it is something else', () => {
    expect(maskBody(`{"access_token":"${TOKEN}"`, 'application/json')).not.toContain(TOKEN);
    expect(maskBody(`{"access_token":"${TOKEN}"}`, 'text/html')).not.toContain(TOKEN);
  });
});

describe('anything else', () => {
  it('masks what looks like a secret in a page', () => {
    const page = `<p>Bearer ${TOKEN}</p><a href="/cb?code=${TOKEN}">x</a>`;

    expect(maskBody(page, 'text/html')).not.toContain(TOKEN);
  });

  it('masks known values wherever they stand and however they are written', () => {
    const secret = 'a/secret+with=signs';

    expect(maskKnown(`/${secret}/${encodeURIComponent(secret)}`, [secret])).toBe('/•••/•••');
  });
});
