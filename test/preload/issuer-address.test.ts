import { describe, expect, it } from 'vitest';

import { issuerAddress } from '../../preload/contract/issuer-address';

const READ: ReadonlyArray<{ readonly typed: string; readonly address: string; readonly because: string }> = [
  { typed: 'https://bank.example', address: 'https://bank.example', because: 'it is right already' },
  { typed: 'https://bank.example/', address: 'https://bank.example/', because: 'a slash may belong to it' },
  { typed: 'https://bank.example/a/b', address: 'https://bank.example/a/b', because: 'issuers have paths' },
  { typed: '  bank.example\n', address: 'https://bank.example', because: 'nobody types https://' },
  { typed: 'bank.example:8443/x', address: 'https://bank.example:8443/x', because: 'a port is no scheme' },
  { typed: '//bank.example', address: 'https://bank.example', because: 'it was copied without its scheme' },
  {
    typed: 'HTTPS://Bank.EXAMPLE/A',
    address: 'https://bank.example/A',
    because: 'hosts have no case, paths do',
  },
  { typed: 'https://bank.example?x=1', address: 'https://bank.example', because: 'an issuer has no query' },
  { typed: 'https://bank.example/#top', address: 'https://bank.example/', because: 'nor a fragment' },
  {
    typed: 'https://bank.example/.well-known/openid-configuration',
    address: 'https://bank.example',
    because: 'OpenID Connect Discovery section 4 puts it at the end',
  },
  {
    typed: 'bank.example/tenant/.well-known/openid-configuration/',
    address: 'https://bank.example/tenant',
    because: 'a slash too many changes nothing of it',
  },
  {
    typed: 'https://bank.example/.well-known/oauth-authorization-server',
    address: 'https://bank.example',
    because: 'RFC 8414 section 3 has another name',
  },
  {
    typed: 'https://bank.example/.well-known/oauth-authorization-server/tenant/a?x',
    address: 'https://bank.example/tenant/a',
    because: 'RFC 8414 section 3.1 puts it before the path',
  },
  {
    typed: 'https://bank.example/.well-known/openid-configuration/tenant',
    address: 'https://bank.example/tenant',
    because: 'RFC 8414 section 5 knows of that too',
  },
];

describe('the address that a person typed for an issuer', () => {
  it.each(READ)('$typed is asked at $address, because $because', ({ typed, address }) => {
    expect(issuerAddress(typed)).toBe(address);
  });

  it.each([
    { typed: '', because: 'there is nothing' },
    { typed: 'http://bank.example', because: 'plain http is read and changed on the way' },
    { typed: 'file:///etc/passwd', because: 'it is no address of a provider' },
    { typed: 'https://me:secret@bank.example', because: 'a secret would be sent along' },
    { typed: 'my bank', because: 'it is a name' },
    { typed: 'https://', because: 'it names no host' },
  ])('$typed is not asked, because $because', ({ typed }) => {
    expect(issuerAddress(typed)).toBeNull();
  });
});
