import { processDiscoveryResponse, UnsupportedOperationError } from 'oauth4webapi';
import { describe, expect, it } from 'vitest';

import { violationOf } from '../../../main/oauth/protocol-violation';

async function thrownBy(response: Response): Promise<Error> {
  const thrown: unknown = await processDiscoveryResponse(new URL('https://bank.example'), response).catch(
    (cause: unknown) => cause,
  );
  if (!(thrown instanceof Error)) throw new Error('the library took it');
  return thrown;
}

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

  it('a kind of token that nobody asked for cannot be used safely', () => {
    expect(violationOf(new UnsupportedOperationError('unsupported `token_type` value'))).toBe('unsafe');
  });

  it('an error of nobody we know is told by none of its words', () => {
    expect(violationOf(new TypeError('JWT'))).toBe('malformed');
  });
});
