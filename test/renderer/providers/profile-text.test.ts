import { describe, expect, it } from 'vitest';

import { readProfileText } from '../../../renderer/features/providers/profile-text';

const LEAST = { name: 'A Bank', issuer: 'https://bank.example', fdxBaseUrl: 'https://bank.example/fdx' };

const BY_LINK = { scheme: 'app.countersign.desktop' };

describe('a profile that somebody wrote', () => {
  it('is read, with the usual value for what it leaves out', () => {
    const read = readProfileText(JSON.stringify({ $schema: './provider-profile.schema.json', ...LEAST }));

    expect(read).toMatchObject({ ok: true, draft: { ...LEAST, scopes: null } });
    expect(JSON.stringify(read)).not.toContain('$schema');
  });

  it('names its key by either of its public names, or by none', () => {
    const kid = 'k'.repeat(43);
    const read = (key: object) => readProfileText(JSON.stringify({ ...LEAST, key }));

    expect(read({ kid })).toMatchObject({ ok: true, key: { kid } });
    expect(read({ 'x5t#S256': kid })).toMatchObject({ ok: true, key: { 'x5t#S256': kid } });
    expect(read({})).toMatchObject({ ok: true, key: null });
    expect(readProfileText(JSON.stringify(LEAST))).toMatchObject({ ok: true, key: null });
  });

  it.each([
    {
      said: { key: { kid: 'directory-key-1' } },
      signingKid: 'directory-key-1',
      key: null,
      because: 'it is no thumbprint',
    },
    {
      said: { key: { kid: 'directory-key-1', 'x5t#S256': 'x'.repeat(43) } },
      signingKid: 'directory-key-1',
      key: { 'x5t#S256': 'x'.repeat(43) },
      because: 'the certificate still names the key',
    },
    {
      said: { key: { kid: 'k'.repeat(43) } },
      signingKid: null,
      issuerInErrors: 'as-promised',
      signedAnswer: 'as-announced',
      authorizationDetails: 'sent',
      key: { kid: 'k'.repeat(43) },
      because: 'a thumbprint names the key by itself',
    },
    {
      said: { key: { kid: 'k'.repeat(43) }, signingKid: 'd'.repeat(43) },
      signingKid: 'd'.repeat(43),
      key: { kid: 'k'.repeat(43) },
      because: 'a directory may choose what looks like a thumbprint',
    },
    {
      said: { key: { kid: 'directory-key-1' }, signingKid: '' },
      signingKid: '',
      key: null,
      because: 'what is said goes before what is concluded',
    },
    { said: { signingKid: null }, signingKid: null, key: null, because: 'it is the usual value' },
    { said: {}, signingKid: null, key: null, because: 'it is the usual value' },
  ])('that says $said has statements signed with the key ID $signingKid, because $because', (row) => {
    const read = readProfileText(JSON.stringify({ ...LEAST, ...row.said }));

    expect(read).toMatchObject({ ok: true, draft: { signingKid: row.signingKid } });
    expect(read.ok && read.key).toEqual(row.key);
  });

  it.each([
    { change: { issuer: undefined }, member: 'issuer', id: 'missing' },
    { change: { issuer: 'http://bank.example' }, member: 'issuer', id: 'https' },
    { change: { fdxBaseUrl: 7 }, member: 'fdxBaseUrl', id: 'text' },
    { change: { name: 'x'.repeat(200) }, member: 'name', id: 'too-long' },
    { change: { redirect: { port: '3005' } }, member: 'redirect.port', id: 'port' },
    { change: { redirect: { path: 'x' } }, member: 'redirect.path', id: 'path' },
    { change: { redirect: { host: '10.0.0.1' } }, member: 'redirect.host', id: 'one-of' },
    { change: { redirect: 'http://localhost' }, member: 'redirect', id: 'object' },
    { change: { redirect: { host: 'localhost', port: 0 } }, member: 'redirect.port', id: 'port' },
    { change: { redirect: { scheme: 'com.example' } }, member: 'redirect.scheme', id: 'one-of' },
    { change: { redirect: { ...BY_LINK, path: '//x' } }, member: 'redirect.path', id: 'link-path' },
    { change: { redirect: { ...BY_LINK, path: 7 } }, member: 'redirect.path', id: 'text' },
    { change: { redirect: { ...BY_LINK, colour: 'red' } }, member: 'redirect.colour', id: 'unknown' },
    { change: { redirect: { ...BY_LINK, secret: 'x' } }, member: 'redirect.secret', id: 'secret' },
    { change: { scopes: ' a' }, member: 'scopes', id: 'scopes' },
    { change: { colour: 'red' }, member: 'colour', id: 'unknown' },
    { change: { privateKeyPem: 'x' }, member: 'privateKeyPem', id: 'secret' },
    { change: { client_secret: 'x' }, member: 'client_secret', id: 'secret' },
    { change: { jwks: { keys: [] } }, member: 'jwks', id: 'secret' },
    { change: { redirect: { d: 'x' } }, member: 'redirect.d', id: 'secret' },
    { change: { key: { kid: '' } }, member: 'key.kid', id: 'missing' },
    { change: { key: { kid: 'a\nb' } }, member: 'key.kid', id: 'kid' },
    { change: { signingKid: 'a\tb' }, member: 'signingKid', id: 'kid' },
    { change: { key: { 'x5t#S256': 'AA==' } }, member: 'key.x5t#S256', id: 'digest' },
    { change: { key: { d: 'x' } }, member: 'key.d', id: 'secret' },
    { change: { key: '-----BEGIN PRIVATE KEY-----' }, member: 'key', id: 'object' },
  ])('has $member named as $id', ({ change, member, id }) => {
    const read = readProfileText(JSON.stringify({ ...LEAST, ...change }));

    expect(read.ok ? [] : read.problems).toMatchObject([
      { member, message: { id: `providers.problem.${id}` } },
    ]);
  });

  it.each([
    { text: '', line: 1 },
    { text: '{\n  "name": "A Bank"\n  "issuer": 1\n}', line: 3 },
    { text: '{\n  // a remark\n  "name": "A Bank" }', line: 2 },
  ])('that is not JSON has the line named where the trouble begins', ({ text, line }) => {
    const read = readProfileText(text);

    expect(read.ok ? [] : read.problems).toMatchObject([
      { member: '', message: { id: 'providers.problem.json', values: { line } } },
    ]);
  });
});
