import { refreshTokenGrant } from 'openid-client';
import { describe, expect, it } from 'vitest';

import { configurationOver, readServerMetadata } from '../../../main/oauth/configuration';
import { violationOf } from '../../../main/oauth/protocol-violation';
import { identityOf, jsonAnswer, METADATA } from './fake-http';

async function thrownIn(asked: Promise<unknown>): Promise<Error> {
  const thrown: unknown = await asked.catch((cause: unknown) => cause);
  if (!(thrown instanceof Error)) throw new Error('the library took it');
  return thrown;
}

/** What the library throws at metadata. */
const thrownBy = (response: Response) =>
  thrownIn(readServerMetadata(new URL('https://bank.example'), 'oidc', () => Promise.resolve(response)));

/** What it throws at a token answer. */
const thrownByTokens = (answer: Readonly<Record<string, unknown>>) => {
  const fetch = () => Promise.resolve(jsonAnswer(200, answer));
  return thrownIn(refreshTokenGrant(configurationOver(METADATA, identityOf(), fetch), 'a-refresh-token'));
};

const json = (body: unknown) => Response.json(body);

describe('in what way an answer broke a rule is told from what the library threw', () => {
  it.each([
    { answer: () => json({ issuer: 'https://other.example' }), violation: 'other-issuer' },
    { answer: () => json({}), violation: 'malformed' },
    { answer: () => json([]), violation: 'malformed' },
    { answer: () => new Response('<html>'), violation: 'not-json' },
    {
      answer: () => new Response('{"a":', { headers: { 'content-type': 'application/json' } }),
      violation: 'broken-json',
    },
    { answer: () => new Response(null, { status: 302 }), violation: 'redirected' },
  ])('%#: $violation', async ({ answer, violation }) => {
    expect(violationOf(await thrownBy(answer()))).toBe(violation);
  });

  it('a kind of token that nobody asked for cannot be used safely', async () => {
    expect(violationOf(await thrownByTokens({ access_token: 't', token_type: 'mac' }))).toBe('unsafe');
  });

  it('an error of nobody we know is told by none of its words', () => {
    expect(violationOf(new TypeError('JWT'))).toBe('malformed');
  });
});
