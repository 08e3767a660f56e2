import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { providerDocument, providerDraft } from '../../preload/contract/provider-shapes';

const LEAST = {
  name: 'A Bank',
  issuer: 'https://bank.example',
  fdxBaseUrl: 'https://api.bank.example/fdx/v6',
};

describe('a provider profile as a file', () => {
  it('is published as a JSON schema that is current; `npx vitest run --project unit -u` writes it', async () => {
    const schema = z.toJSONSchema(providerDocument, { io: 'input' });

    await expect(
      `${JSON.stringify({ title: 'Countersign provider profile', ...schema }, null, 2)}\n`,
    ).toMatchFileSnapshot('../../docs/guide/provider-profile.schema.json');
  });

  it('needs a name, an issuer and an FDX base, and has a usual value for everything else', () => {
    expect(providerDocument.parse(LEAST)).toEqual({
      ...LEAST,
      clientId: '',
      caPem: null,
      scopes: null,
      authorizationDetailsType: 'fdx_v1.0',
      issuerInAnswer: 'required',
      requestObject: 'as-announced',
      clientAuthentication: 'self_signed_tls_client_auth',
      tokenBinding: 'certificate',
      signingKid: null,
      issuerInErrors: 'as-promised',
      signedAnswer: 'as-announced',
      authorizationDetails: 'sent',
      redirect: { host: '127.0.0.1', port: null, path: '/callback' },
    });
  });

  it('is what a kept profile is exported as', () => {
    const draft = providerDraft.parse(providerDocument.parse(LEAST));

    expect(providerDocument.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it.each([
    { redirect: {}, read: { host: '127.0.0.1', port: null, path: '/callback' } },
    {
      redirect: { scheme: 'http', host: 'localhost' },
      read: { scheme: 'http', host: 'localhost', port: null, path: '/callback' },
    },
    { redirect: { port: 3005 }, read: { host: '127.0.0.1', port: 3005, path: '/callback' } },
    {
      redirect: { scheme: 'app.countersign.desktop' },
      read: { scheme: 'app.countersign.desktop', path: '/callback' },
    },
    {
      redirect: { scheme: 'app.countersign.desktop', path: '/oauth/back' },
      read: { scheme: 'app.countersign.desktop', path: '/oauth/back' },
    },
  ])(
    'has a redirect to this computer, or by a link (RFC 8252 section 7): $redirect',
    ({ redirect, read }) => {
      const document = providerDocument.parse({ ...LEAST, redirect });

      expect(document.redirect).toEqual(read);
      expect(providerDraft.parse(document)).toEqual(document);
    },
  );

  it.each([
    { change: { issuer: 'http://bank.example' }, because: 'an issuer is https (RFC 8414 section 2)' },
    { change: { issuer: 'https://bank.example?x' }, because: 'an issuer has no query (RFC 8414 section 2)' },
    {
      change: { issuer: 'https://bank.example#x' },
      because: 'an issuer has no fragment (RFC 8414 section 2)',
    },
    { change: { issuer: 'javascript:alert(1)' }, because: 'a script is no issuer' },
    { change: { fdxBaseUrl: 'http://api.bank.example' }, because: 'a token must not travel in the clear' },
    { change: { fdxBaseUrl: 'https://api.bank.example?x=1' }, because: 'paths are added to the base' },
    { change: { scopes: 'a  b' }, because: 'scopes have one space between them (RFC 6749 section 3.3)' },
    { change: { scopes: 'a "b"' }, because: 'a scope has no quotes (RFC 6749 section 3.3)' },
    { change: { requestObject: 'maybe' }, because: 'it is one of three words' },
    { change: { issuerInAnswer: 'no' }, because: 'it is one of two words' },
    { change: { redirect: { host: '192.168.0.1' } }, because: 'the answer comes to this computer only' },
    { change: { redirect: { port: 0 } }, because: 'port 0 is none' },
    { change: { redirect: { port: 70_000 } }, because: 'there is no such port' },
    { change: { redirect: { path: 'callback' } }, because: 'a path begins with a slash' },
    { change: { redirect: { path: '/a?b' } }, because: 'a path has no query' },
    { change: { redirect: { scheme: 'https' } }, because: 'only our own scheme leads to this app' },
    { change: { redirect: { scheme: 'com.example.app' } }, because: 'only our own scheme leads to this app' },
    {
      change: { redirect: { scheme: 'app.countersign.desktop', path: '//host/x' } },
      because: 'a link of a private-use scheme has no host (RFC 8252 section 7.1)',
    },
    {
      change: { redirect: { scheme: 'app.countersign.desktop', path: '/a/../b' } },
      because: 'a parser would read another path',
    },
    {
      change: { redirect: { scheme: 'app.countersign.desktop', port: 3005 } },
      because: 'a link has no port',
    },
    { change: { privateKeyPem: 'x' }, because: 'a profile holds no secret' },
    { change: { name: '  ' }, because: 'a name of spaces is none' },
  ])('is refused with $change because $because', ({ change }) => {
    expect(providerDocument.safeParse({ ...LEAST, ...change }).success).toBe(false);
  });
});
