import { describe } from 'vitest';

import { at, onlyAt } from '../helpers/faults';
import { SAYS } from '../helpers/on-screen';
import { json, oauthError, withMembers, withStatus, withText } from '../helpers/provider-answer';
import { runScreenCases, type ScreenCase } from '../helpers/screen-case';

const ONCE = ['discovery', 'par'] as const;
const THEN = ['token', 'consent', 'accounts'] as const;

const CASES: readonly ScreenCase[] = [
  {
    shows: ['S11'],
    does: 'answers 200 (RFC 9126 section 2.2)',
    fault: at('par', withStatus(200)),
    asked: ONCE,
    says: SAYS.malformed,
    technical: 'RFC 9126 2.2',
  },
  {
    shows: ['S11'],
    does: 'gives no request_uri',
    fault: at('par', withMembers({ request_uri: undefined })),
    asked: ONCE,
    says: SAYS.malformed,
  },
  {
    shows: ['S11'],
    does: 'gives a request_uri that is no text',
    fault: at('par', withMembers({ request_uri: { of: 'mine' } })),
    asked: ONCE,
    says: SAYS.malformed,
  },
  {
    shows: ['S11'],
    does: 'gives a request_uri that ended before it began',
    fault: at('par', withMembers({ expires_in: -1 })),
    asked: ONCE,
    says: SAYS.malformed,
  },
  {
    shows: ['S10', 'S51'],
    does: 'asks for the request to be sent elsewhere (RFC 9700 section 4.12)',
    fault: at('par', withStatus(307, { location: 'https://127.0.0.1:1/par' })),
    asked: ONCE,
    says: SAYS.redirected,
  },
  {
    shows: ['S47'],
    does: 'answers with a page',
    fault: at('par', withText('<h1>Welcome</h1>', 'text/html')),
    asked: ONCE,
    says: SAYS.notJson,
  },
  {
    shows: ['S24', 'S41'],
    does: 'refuses in a text with control characters and markup',
    fault: at('par', oauthError(400, 'invalid_request', '\u202E<img src=x onerror=alert(1)>\u0000')),
    asked: ONCE,
    says: SAYS.noRequest,
    quotes: 'It said: “<img src=x onerror=alert(1)>”', // as text: React shows it letter by letter
  },
  {
    shows: ['S25'],
    does: 'refuses without a word',
    fault: at('par', () => ({ status: 400, headers: {}, body: '' })),
    asked: ONCE,
    says: SAYS.noRequest,
    technical: 'HTTP 400',
  },
  {
    shows: ['S25'],
    does: 'refuses in the shape of a gateway',
    fault: at('par', () => json(403, { error: { code: 'quota_exceeded', message: 'Too many' } })),
    asked: ONCE,
    says: SAYS.noRequest,
    technical: 'quota_exceeded',
    quotes: 'It said: “Too many”',
  },
  {
    shows: ['S25', 'S45'],
    does: 'refuses in JSON that is nested a thousand deep',
    fault: at('par', () => ({ ...json(400, {}), body: `{"error":${'['.repeat(1000)}` })),
    asked: ONCE,
    says: SAYS.oversized,
    technical: 'at most 32 deep',
  },
  {
    shows: ['S50'],
    does: 'is busy once: the same request is sent again',
    fault: () =>
      at(
        'par',
        onlyAt((count) => count === 1, withStatus(503, { 'retry-after': '2' })),
      ),
    asked: ['discovery', 'par', 'par', ...THEN],
    says: null,
  },
  {
    shows: ['S50'],
    does: 'is busy for an hour: the person is told when to come back',
    fault: at('par', withStatus(429, { 'retry-after': '3600' })),
    asked: ONCE,
    says: SAYS.busy,
  },
  {
    shows: ['S11', 'S46'],
    does: 'hangs up each time',
    fault: at('par', () => 'hang-up'),
    asked: ['discovery', 'par', 'par', 'par'],
    says: SAYS.brokenOff,
  },
];

describe('a provider that is wrong at the pushed request', () => runScreenCases(CASES));
