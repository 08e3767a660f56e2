import { processDiscoveryResponse, UnsupportedOperationError } from 'oauth4webapi';
import { describe, expect, it } from 'vitest';

import { breachOf } from '../../../main/oauth/breach';

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
    { answer: () => json({ issuer: 'https://other.example' }), breach: 'other-issuer' },
    { answer: () => json({}), breach: 'malformed' },
    { answer: () => json([]), breach: 'malformed' },
    { answer: () => new Response('<html>'), breach: 'malformed' },
    { answer: () => new Response(null, { status: 302 }), breach: 'redirected' },
  ])('%#: $breach', async ({ answer, breach }) => {
    expect(breachOf(await thrownBy(answer()))).toBe(breach);
  });

  it('a kind of token that nobody asked for cannot be used safely', () => {
    expect(breachOf(new UnsupportedOperationError('unsupported `token_type` value'))).toBe('unsafe');
  });

  it('an error of nobody we know is told by none of its words', () => {
    expect(breachOf(new TypeError('JWT'))).toBe('malformed');
  });
});
