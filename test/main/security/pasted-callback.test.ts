import { describe, expect, it } from 'vitest';

import { readPastedCallback } from '../../../main/security/addresses';

const OURS = 'http://127.0.0.1:51234/callback';

const OUR_LINK = 'app.countersign.desktop:/callback';

describe('an address that a person pasted', () => {
  it('is taken as our redirect URI with its query (RFC 8252 section 7.3)', () => {
    const read = readPastedCallback(` ${OURS}?code=c&state=s#_=_ `, OURS);

    expect(read.ok && read.value.href).toBe(`${OURS}?code=c&state=s`);
  });

  it.each([
    { address: 'code=c&state=s', reason: 'no-address', because: 'it is only a part of one' },
    { address: '', reason: 'no-address', because: 'it is empty' },
    { address: 'https://127.0.0.1:51234/callback?code=c', reason: 'other-address', because: 'of its scheme' },
    { address: 'http://localhost:51234/callback?code=c', reason: 'other-address', because: 'of its host' },
    { address: 'http://127.0.0.1:51235/callback?code=c', reason: 'other-address', because: 'of its port' },
    { address: 'http://127.0.0.1:51234/callback/?code=c', reason: 'other-address', because: 'of its path' },
    {
      address: 'http://a:b@127.0.0.1:51234/callback?code=c',
      reason: 'other-address',
      because: 'it has a user',
    },
    { address: 'javascript:alert(1)', reason: 'other-address', because: 'it is a script' },
    {
      address: 'http://evil.example/?x=http://127.0.0.1:51234/callback',
      reason: 'other-address',
      because: 'ours is only in it',
    },
  ])('is refused because $because: $address', ({ address, reason }) => {
    expect(readPastedCallback(address, OURS)).toEqual({
      ok: false,
      error: { kind: 'callback-not-ours', reason },
    });
  });

  it('is taken for a port that a browser leaves out because everyone knows it', () => {
    const ours = 'http://127.0.0.1:80/callback';

    expect(readPastedCallback('http://127.0.0.1/callback?code=c', ours)).toEqual({
      ok: true,
      value: new URL(`${ours}?code=c`),
    });
  });
});

describe('an address with a private-use scheme that a person pasted (RFC 8252 section 7.1)', () => {
  it('is taken as our redirect URI with its query', () => {
    const read = readPastedCallback(` ${OUR_LINK}?code=c&state=s\n`, OUR_LINK);

    expect(read.ok && read.value.href).toBe(`${OUR_LINK}?code=c&state=s`);
  });

  it.each([
    { address: 'app.countersign.desktop://callback?code=c', because: 'it has a host' },
    { address: 'app.countersign.desktop:///callback?code=c', because: 'it has an empty host' },
    { address: 'app.countersign.desktop:callback?code=c', because: 'its path has no slash' },
    { address: 'app.countersign.desktop:/callback/x?code=c', because: 'of its path' },
    { address: 'app.countersign.other:/callback?code=c', because: 'of its scheme' },
    { address: 'http://127.0.0.1/callback?code=c', because: 'it is for the browser' },
  ])('is refused because $because: $address', ({ address }) => {
    expect(readPastedCallback(address, OUR_LINK)).toEqual({
      ok: false,
      error: { kind: 'callback-not-ours', reason: 'other-address' },
    });
  });
});
