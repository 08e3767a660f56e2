import { describe, expect, it } from 'vitest';

import { readCallbackLink } from '../../../main/security/addresses';

const OURS = 'app.countersign.desktop:/callback';

describe('[S18] a link that comes from outside while a flow waits (RFC 8252 section 7.1)', () => {
  it('is our own redirect URI, and of the link the query alone', () => {
    expect(readCallbackLink(`${OURS}?code=c&state=s%20t`, OURS)?.href).toBe(`${OURS}?code=c&state=s%20t`);
  });

  it('may be 2 KB long, and no longer', () => {
    const link = (length: number) => `${OURS}?code=${'c'.repeat(length - `${OURS}?code=`.length)}`;

    expect(readCallbackLink(link(2048), OURS)?.href).toHaveLength(2048);
    expect(readCallbackLink(link(2049), OURS)).toBeNull();
  });

  it.each([
    { link: 'app.countersign.desktopx:/callback?code=c', because: 'of its scheme' },
    { link: 'APP.countersign.desktop:/callback?code=c', because: 'its scheme is spelt otherwise' },
    { link: 'app.countersign.desktop://callback?code=c', because: 'it has a host' },
    { link: 'app.countersign.desktop:///callback?code=c', because: 'it has a host, though an empty one' },
    { link: 'app.countersign.desktop://u:p@h/callback?code=c', because: 'it has a user' },
    { link: 'app.countersign.desktop:callback?code=c', because: 'its path has no slash' },
    { link: 'app.countersign.desktop:/callback/?code=c', because: 'its path goes on' },
    { link: 'app.countersign.desktop:/x/../callback?code=c', because: 'its path only leads to ours' },
    { link: 'app.countersign.desktop:/%63allback?code=c', because: 'its path is spelt otherwise' },
    { link: 'app.countersign.desktop:\\callback?code=c', because: 'a backslash is no slash' },
    { link: 'app.countersign.desktop:/call\tback?code=c', because: 'a parser would take the tab out' },
    { link: ' app.countersign.desktop:/callback?code=c', because: 'a parser would take the space out' },
    { link: 'app.countersign.desktop:/callback?code=c\n', because: 'a parser would take the line end out' },
    { link: 'app.countersign.desktop:/callback?code=ç', because: 'an address is ASCII' },
    { link: 'app.countersign.desktop:/callback?code=c#x', because: 'it has a fragment' },
    { link: 'app.countersign.desktop:/callback?code=c#', because: 'it has a fragment, though an empty one' },
    { link: 'app.countersign.desktop:/callback', because: 'it holds no answer' },
    { link: 'http://127.0.0.1/callback?code=c', because: 'it is for the browser' },
    { link: 'javascript:alert(1)', because: 'it is a script' },
    { link: `--issuer=${OURS}?code=c`, because: 'it is a switch' },
    { link: '/home/me/callback?code=c', because: 'it is a file' },
    { link: '', because: 'it is nothing' },
  ])('is not looked at because $because: $link', ({ link }) => {
    expect(readCallbackLink(link, OURS)).toBeNull();
  });
});
