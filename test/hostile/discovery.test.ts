import { describe } from 'vitest';

import { at, metadata, onlyAt } from '../helpers/faults';
import { SAYS } from '../helpers/on-screen';
import { json, withStatus, withText } from '../helpers/provider-answer';
import { runScreenCases, type ScreenCase } from '../helpers/screen-case';

const FLOW = ['discovery', 'par', 'token', 'consent', 'accounts'] as const;
const ONCE = ['discovery'] as const;
/** At both places where it may be. @see RFC 8414 section 3; OpenID Connect Discovery section 4 */
const TWICE = ['discovery', 'discovery'] as const;
const THRICE = ['discovery', 'discovery', 'discovery'] as const;

const CASES: readonly ScreenCase[] = [
  {
    shows: ['S06'],
    does: 'is another issuer by a slash at the end (RFC 8414 section 3.3)',
    fault: metadata(({ issuer }) => ({ issuer: `${issuer}/` })),
    asked: ONCE,
    says: SAYS.otherIssuer,
    technical: 'RFC 8414 3.3',
  },
  {
    shows: ['S06', 'S07'],
    does: 'speaks for another issuer (RFC 8414 section 6.2)',
    fault: metadata(() => ({ issuer: 'https://honest-bank.example' })),
    asked: ONCE,
    says: SAYS.otherIssuer,
  },
  {
    shows: ['S08'],
    does: 'wants the person sent over plain http (FAPI 2.0 section 5.2.1)',
    fault: metadata(() => ({ authorization_endpoint: 'http://bank.example/authorize' })),
    asked: ONCE,
    says: SAYS.lacks,
    technical: 'authorization_endpoint over https',
  },
  {
    shows: ['S08', 'S62'],
    does: 'wants a script opened in the browser (Electron security checklist, item 15)',
    fault: metadata(() => ({ authorization_endpoint: 'javascript:alert(1)' })),
    asked: ONCE,
    says: SAYS.lacks,
  },
  {
    shows: ['S08'],
    does: 'takes tokens over plain http',
    fault: metadata(({ mtlsOrigin }) => ({
      mtls_endpoint_aliases: {
        token_endpoint: mtlsOrigin.replace('https', 'http'),
        pushed_authorization_request_endpoint: `${mtlsOrigin}/par`,
      },
    })),
    asked: ONCE,
    says: SAYS.lacks,
    technical: 'token_endpoint over https',
  },
  {
    shows: ['S09'],
    does: 'has no client authentication by certificate (FAPI 2.0 section 5.3.3.1)',
    fault: metadata(() => ({ token_endpoint_auth_methods_supported: ['client_secret_basic'] })),
    asked: ONCE,
    says: SAYS.lacks,
    technical: 'self_signed_tls_client_auth (RFC 8705)',
  },
  {
    shows: ['S09'],
    does: 'has no pushed authorization requests (FAPI 2.0 section 5.3.3.2)',
    fault: metadata(({ mtlsOrigin }) => ({
      pushed_authorization_request_endpoint: undefined,
      mtls_endpoint_aliases: { token_endpoint: `${mtlsOrigin}/token` },
    })),
    asked: ONCE,
    says: SAYS.lacks,
    technical: 'RFC 9126',
  },
  {
    shows: ['S09'],
    does: 'knows only plain PKCE (RFC 7636 section 4.2)',
    fault: metadata(() => ({ code_challenge_methods_supported: ['plain'] })),
    asked: ONCE,
    says: SAYS.lacks,
    technical: 'PKCE S256',
  },
  {
    shows: ['S09'],
    does: 'takes only request objects that are signed in a way that can be forged more easily (FAPI 2.0 section 5.4)',
    fault: metadata(() => ({
      require_signed_request_object: true,
      request_object_signing_alg_values_supported: ['RS256', 'none'],
    })),
    asked: ONCE,
    says: SAYS.lacks,
    technical: 'request objects signed with ES256',
  },
  {
    shows: ['S09'],
    does: 'has texts and numbers where lists belong (RFC 8414 section 2)',
    fault: metadata(() => ({
      code_challenge_methods_supported: 'S256',
      token_endpoint_auth_methods_supported: 7,
      response_modes_supported: 'jwt',
      authorization_response_iss_parameter_supported: 'true',
    })),
    asked: ONCE,
    says: SAYS.lacks,
    technical: 'PKCE S256',
  },
  {
    shows: ['S20'],
    does: 'does not name itself in its answers (RFC 9207)',
    fault: metadata(() => ({ authorization_response_iss_parameter_supported: undefined })),
    asked: ONCE,
    says: SAYS.lacks,
    technical: 'iss in the authorization response',
  },
  {
    shows: ['S10'],
    does: 'redirects to its metadata (RFC 9700 section 4.12)',
    fault: at('discovery', (right, { issuer }) => withStatus(302, { location: `${issuer}/register` })(right)),
    asked: TWICE,
    says: SAYS.redirected,
  },
  {
    shows: ['S47'],
    does: 'shows a web page in place of metadata',
    fault: at('discovery', withText('<!doctype html><script>alert(1)</script>', 'text/html')),
    asked: TWICE,
    says: SAYS.notJson,
  },
  {
    shows: ['S45'],
    does: 'sends more metadata than anybody needs (CWE-400)',
    fault: metadata(() => ({ padding: 'x'.repeat(1_000_001) })),
    asked: ONCE,
    says: SAYS.oversized,
    technical: 'at most 1000000 bytes',
  },
  {
    shows: ['S45'],
    does: 'nests its metadata a thousand deep (CWE-674)',
    fault: at('discovery', withText(`{"issuer":${'['.repeat(1000)}${']'.repeat(1000)}}`)),
    asked: ONCE,
    says: SAYS.oversized,
    technical: 'at most 32 deep',
  },
  {
    shows: ['S40'],
    does: 'hides members for JavaScript in its metadata (CWE-1321)',
    fault: at('discovery', (right) =>
      withText(right.body.toString().replace('{', '{"__proto__":{"polluted":1},'))(right),
    ),
    asked: FLOW,
    says: null,
  },
  {
    shows: ['S50'],
    does: 'breaks every connection: it is asked three times and no more',
    fault: at('discovery', () => 'hang-up'),
    asked: THRICE,
    says: SAYS.brokenOff,
  },
  {
    shows: ['S50'],
    does: 'breaks one connection: it is asked again, and nothing else is noticed',
    fault: () =>
      at(
        'discovery',
        onlyAt(
          (count) => count === 1,
          () => 'hang-up',
        ),
      ),
    asked: ['discovery', ...FLOW],
    says: null,
  },
  {
    shows: ['S47', 'S50'],
    does: 'is behind a gateway that answers in HTML',
    fault: at('discovery', () => ({ status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>' })),
    asked: THRICE,
    says: SAYS.noMetadata,
    technical: 'HTTP 502',
  },
  {
    shows: ['S25'],
    does: 'has no metadata, and says nothing',
    fault: at('discovery', () => ({ status: 404, headers: {}, body: '' })),
    asked: TWICE,
    says: SAYS.noMetadata,
    technical: 'HTTP 404',
  },
  ...(
    [
      ['says that there is none', withStatus(404)],
      ['sends people to its front page', withStatus(302, { location: '/welcome' })],
      ['shows its front page', withText('<!doctype html>', 'text/html')],
    ] as const
  ).map(
    ([does, change]): ScreenCase => ({
      shows: ['S06'],
      does: `${does} at the OpenID location, and has its metadata at the other (RFC 8414 section 3)`,
      fault: () =>
        at(
          'discovery',
          onlyAt((count) => count === 1, change),
        ),
      asked: ['discovery', ...FLOW],
      says: null,
    }),
  ),
  {
    shows: ['S39'],
    does: 'has a list where an object belongs',
    fault: at('discovery', () => json(200, [])),
    asked: ONCE,
    says: SAYS.malformed,
  },
];

describe('a provider that is wrong in its metadata', () => runScreenCases(CASES));
