import { afterEach, describe, expect, it } from 'vitest';

import { metadata } from '../helpers/faults';
import { hostileProvider, type Fault } from '../helpers/hostile-provider';
import { onScreen } from '../helpers/on-screen';
import { windowOf } from '../helpers/operations';
import { withStatus, withText } from '../helpers/provider-answer';
import { type Recipient, startRecipient } from '../helpers/recipient';

const closing: Recipient[] = [];
afterEach(async () => {
  for (const recipient of closing.splice(0)) await recipient.close();
});

/** Looks up what a person typed at a provider. */
async function lookUp(fault: Fault, typed: (issuer: string) => string) {
  const provider = await hostileProvider(fault);
  const recipient = await startRecipient(provider);
  closing.push(recipient);
  const window = await windowOf(recipient);
  const { issuer, caPem } = provider.descriptor;
  const ask = (address: string) =>
    window.ask('lookUpProvider', { issuer: address, caPem, authorizationDetailsType: 'fdx_v1.0' });
  return { provider, issuer, ask, reply: await ask(typed(issuer)) };
}

const WITH_SLASH = metadata(({ issuer }) => ({ issuer: `${issuer}/` }));

describe('an issuer that was typed by hand', () => {
  it.each<{ readonly slip: string; readonly typed: (issuer: string) => string }>([
    { slip: 'has a slash too many', typed: (issuer) => `${issuer}/` },
    { slip: 'has no https://', typed: (issuer) => issuer.replace('https://', '') },
    { slip: 'is the OpenID address', typed: (issuer) => `${issuer}/.well-known/openid-configuration` },
    { slip: 'is that of RFC 8414', typed: (issuer) => `${issuer}/.well-known/oauth-authorization-server` },
    { slip: 'has a query', typed: (issuer) => `${issuer}?from=mail` },
    { slip: 'has a fragment', typed: (issuer) => `${issuer}#start` },
    { slip: 'is in capitals', typed: (issuer) => issuer.toUpperCase() },
  ])(
    'and $slip is not the provider’s fault: it says what it calls itself, and that is taken',
    async ({ typed }) => {
      const { issuer, ask, reply } = await lookUp({}, typed);

      expect(reply).toMatchObject({ ok: false, error: { kind: 'issuer-differs', issuer } });
      if (reply.ok) throw new Error('nothing was refused');
      expect(onScreen(reply.error)).toMatchObject({
        what: `It calls itself ${issuer}.`,
        who: 'You can fix this.',
      });
      expect(await ask(issuer)).toMatchObject({ ok: true, value: { issuer } });
    },
  );

  it('and lacks the slash that the provider has is told so (RFC 8414 section 3.3)', async () => {
    const { issuer, ask, reply } = await lookUp(WITH_SLASH, (typed) => typed);

    expect(reply).toMatchObject({ ok: false, error: { kind: 'issuer-differs', issuer: `${issuer}/` } });
    expect(await ask(`${issuer}/`)).toMatchObject({ ok: true, value: { issuer: `${issuer}/` } });
  });

  it('[S07] says when what answers speaks for another computer, and takes nothing of it', async () => {
    const { reply } = await lookUp(
      metadata(() => ({ issuer: 'https://other.example' })),
      (typed) => typed,
    );

    if (reply.ok) throw new Error('nothing was refused');
    expect(onScreen(reply.error).what).toMatch(
      /calls itself https:\/\/other\.example, which is another computer/,
    );
  });

  it.each([
    { named: 'http://bank.example', because: 'it is not https' },
    { named: 'https://bank.example/?a', because: 'an issuer has no query (RFC 8414 section 2)' },
    { named: `https://bank.example/${'x'.repeat(600)}`, because: 'it is too long' },
    { named: 'https://bank.example/\u202Emoc', because: 'it would read as another one' },
  ])('is not offered one that is none, because $because', async ({ named }) => {
    const { reply } = await lookUp(
      metadata(() => ({ issuer: named })),
      (typed) => typed,
    );

    expect(reply).toMatchObject({ error: { kind: 'protocol-violation', violation: 'other-issuer' } });
  });

  it.each([
    { what: 'nothing', change: withStatus(404) },
    { what: 'a website', change: withText('<!doctype html>', 'text/html') },
    { what: 'a way to the front page', change: withStatus(302, { location: '/' }) },
  ])('and leads to $what is told to be looked at again', async ({ change }) => {
    const { reply } = await lookUp({ answers: { discovery: change } }, (typed) => typed);

    expect(reply).toMatchObject({ ok: false, error: { kind: 'no-metadata' } });
  });

  it('leaves a server that is down to its provider', async () => {
    const { reply } = await lookUp({ answers: { discovery: withStatus(500) } }, (typed) => typed);

    expect(reply).toMatchObject({ ok: false, error: { kind: 'provider-refused', status: 500 } });
  });
});
