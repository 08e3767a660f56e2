import { describe } from 'vitest';

import { at, onlyAt } from '../helpers/faults';
import type { Fault } from '../helpers/hostile-provider';
import { SAYS } from '../helpers/on-screen';
import { oauthError, withMembers, withStatus, withText } from '../helpers/provider-answer';
import { TUTORIAL_REQUEST } from '../helpers/recipient';
import { CLIENT_ID } from '../helpers/right-provider';
import { runScreenCases, type ScreenCase } from '../helpers/screen-case';
import { signedJwt, type Signing } from '../helpers/signed-jwt';

const STOPS = ['discovery', 'par', 'token'] as const;
/** Tokens that are refused are given back: the refresh token, then the access token (RFC 7009). */
const BOTH_BACK = ['revocation', 'revocation'] as const;
const GIVEN_BACK = [...STOPS, ...BOTH_BACK] as const;
const GOES_ON = [...STOPS, 'consent', 'accounts'] as const;

const granted = (change: object, type = 'fdx_v1.0') => ({
  authorization_details: [{ type, consentRequest: { ...TUTORIAL_REQUEST[0].consentRequest, ...change } }],
});

/** A token answer with another member. */
const token = (change: Readonly<Record<string, unknown>>) => at('token', withMembers(change));

const CASES: readonly ScreenCase[] = [
  {
    shows: ['S25'],
    does: 'gives tokens of another kind (RFC 6750)',
    fault: token({ token_type: 'mac' }),
    asked: GIVEN_BACK,
    says: SAYS.unsafe,
  },
  {
    shows: ['S25'],
    does: 'gives a DPoP token where one bound to the certificate was asked for (RFC 9449 section 5)',
    fault: token({ token_type: 'DPoP' }),
    asked: GIVEN_BACK,
    says: SAYS.unsafe,
    technical: 'token_type is Bearer',
  },
  {
    shows: ['S25'],
    does: 'puts a line break into the access token (RFC 6750 section 2.1)',
    fault: token({ access_token: 'abc\r\nx-evil: 1' }),
    asked: GIVEN_BACK,
    says: SAYS.unsafe,
  },
  {
    shows: ['S25', 'S47'],
    does: 'gives tokens on a page',
    fault: at('token', withText('{"access_token":"a","token_type":"Bearer"}', 'text/html')),
    asked: [...STOPS, 'revocation'], // the access token alone: there is no other
    says: SAYS.notJson,
  },
  {
    shows: ['S26'],
    does: 'grants a longer look back than was asked for (RFC 9396 section 7)',
    fault: token(granted({ lookbackPeriod: 61 })),
    asked: GIVEN_BACK,
    says: SAYS.wider,
    technical: 'wider: lookbackPeriod 61',
  },
  {
    shows: ['S26'],
    does: 'grants something of another type',
    fault: token(granted({}, 'payment_initiation')),
    asked: GIVEN_BACK,
    says: SAYS.wider,
  },
  {
    shows: ['S27'],
    does: 'gives more scopes than were asked for: it is shown on the consent (RFC 6749 section 3.3)',
    fault: token({ scope: 'fdx:accountdetailed:read payments:write' }),
    asked: GOES_ON,
    says: null,
  },
  {
    shows: ['S27'],
    does: 'says nothing of scopes',
    fault: token({ scope: undefined }),
    asked: GOES_ON,
    says: null,
  },
  {
    shows: ['S25'],
    does: 'spells Bearer its own way (RFC 6749 section 5.1)',
    fault: token({ token_type: 'bEARER' }),
    asked: GOES_ON,
    says: null,
  },
  {
    shows: ['S26'],
    does: 'does not repeat what was granted (RFC 9396 section 7)',
    fault: token({ authorization_details: undefined }),
    asked: GOES_ON,
    says: null,
  },
  {
    shows: ['S29'],
    does: 'does not say how long the token lasts (RFC 6749 section 5.1)',
    fault: token({ expires_in: undefined }),
    asked: GOES_ON,
    says: null,
  },
  {
    shows: ['S28'],
    does: 'names no consent: it is not asked for it, and gives its accounts',
    fault: token({ grant_id: undefined }),
    asked: [...STOPS, 'accounts'],
    says: null,
  },
  {
    shows: ['S28'],
    does: 'names the consent fdxConsentId, as one in the field does',
    fault: at('token', (right, { grantId }) =>
      withMembers({ grant_id: undefined, fdxConsentId: grantId })(right),
    ),
    asked: GOES_ON,
    says: null,
  },
  {
    shows: ['S28'],
    does: 'names a consent that is a path upwards',
    fault: token({ grant_id: '../accounts' }),
    asked: GIVEN_BACK,
    says: SAYS.unsafe,
    technical: 'grant_id is an identifier',
  },
  {
    shows: ['S28'],
    does: 'names a consent that is no text',
    fault: token({ grant_id: { id: 1 } }),
    asked: GIVEN_BACK,
    says: SAYS.unsafe,
  },
  {
    shows: ['S28'],
    does: 'names the consent only as a claim of its access token (FDX JwtProfile)',
    fault: at('token', (right, { grantId }) =>
      withMembers({ grant_id: undefined, access_token: signedJwt({ fdxConsentId: `${grantId}/..` }) })(right),
    ),
    asked: GIVEN_BACK,
    says: SAYS.unsafe,
  },
  {
    shows: ['S29'],
    does: 'says that the token lasts longer than the sun',
    fault: token({ expires_in: 1e300 }),
    asked: GOES_ON,
    says: null,
  },
  {
    shows: ['S29'],
    does: 'says that the token had ended before it came',
    fault: token({ expires_in: -5 }),
    asked: GIVEN_BACK,
    says: SAYS.malformed,
  },
  {
    shows: ['S23', 'S51'],
    does: 'says that the code is not good (RFC 6749 section 5.2)',
    fault: at('token', oauthError(400, 'invalid_grant')),
    asked: STOPS,
    says: SAYS.noAccess,
    technical: 'invalid_grant',
  },
  {
    shows: ['S51'],
    does: 'breaks the connection over the code: it is not sent again',
    fault: at('token', () => 'hang-up'),
    asked: STOPS,
    says: SAYS.brokenOff,
  },
  {
    shows: ['S51'],
    does: 'has a gateway that lost the answer: the code is not sent again',
    fault: at('token', withStatus(504)),
    asked: STOPS,
    says: SAYS.noAccess,
    technical: 'HTTP 504',
  },
  {
    shows: ['S10', 'S51'],
    does: 'sends the code on to another place (RFC 9700 section 4.12)',
    fault: at('token', withStatus(307, { location: 'https://127.0.0.1:1/token' })),
    asked: STOPS,
    says: SAYS.redirected,
  },
];

/** A token answer with an ID token that is right but for a change. */
function idToken(change: () => Readonly<Record<string, unknown>>, signing: Signing = 'right'): Fault {
  return at('token', (right, { issuer }) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: CLIENT_ID, sub: 'somebody', iat: now, exp: now + 300, ...change() };
    return withMembers({ id_token: signedJwt(claims, signing) })(right);
  });
}

const ID_TOKENS: readonly ScreenCase[] = [
  {
    shows: ['S30'],
    does: 'is right',
    fault: idToken(() => ({})),
    asked: ['discovery', 'par', 'token', 'jwks', 'consent', 'accounts'],
    says: null,
  },
  {
    shows: ['S30'],
    does: 'is for a list with this client alone',
    fault: idToken(() => ({ aud: [CLIENT_ID] })),
    asked: ['discovery', 'par', 'token', 'jwks', 'consent', 'accounts'],
    says: null,
  },
  ...(
    [
      ['has another issuer', { iss: 'https://honest-bank.example' }, SAYS.otherIssuer],
      ['has no issuer', { iss: undefined }, SAYS.otherIssuer],
      ['is for another client', { aud: 'somebody-else' }, SAYS.otherAnswer],
      ['is for nobody', { aud: undefined }, SAYS.otherAnswer],
      ['is for another one as well', { aud: [CLIENT_ID, 'somebody-else'] }, SAYS.otherAnswer],
      ['has ended', { exp: 1_000_000_000 }, SAYS.otherAnswer],
      ['never ends', { exp: undefined }, SAYS.otherAnswer],
      ['was never issued', { iat: undefined }, SAYS.otherAnswer],
      ['has a nonce that nobody sent', { nonce: 'guessed' }, SAYS.otherAnswer],
    ] as const
  ).map(
    ([does, change, says]): ScreenCase => ({
      shows: ['S30'],
      does,
      fault: idToken(() => change),
      asked: GIVEN_BACK,
      says,
    }),
  ),
  ...(
    [
      ['is signed by a stranger', 'stranger', [...STOPS, 'jwks', ...BOTH_BACK]],
      ['was changed after it was signed', 'tampered', [...STOPS, 'jwks', ...BOTH_BACK]],
      ['brings its own key (RFC 8725 section 3.10)', 'own-jwk', [...STOPS, 'jwks', ...BOTH_BACK]],
      ['is not signed', 'none', GIVEN_BACK],
      ['is signed with RS256 (FAPI 2.0 section 5.4)', 'RS256', GIVEN_BACK],
      ['is signed with the public key as a secret', 'HS256', GIVEN_BACK],
    ] as const
  ).map(
    ([does, signing, asked]): ScreenCase => ({
      shows: ['S30'],
      does,
      fault: idToken(() => ({}), signing),
      asked,
      says: SAYS.signature,
    }),
  ),
  {
    shows: ['S30', 'S40'],
    does: 'goes with busy keys, once',
    fault: () => {
      const good = idToken(() => ({}));
      const jwks = onlyAt(
        (count) => count === 1,
        () => ({ status: 503, headers: {}, body: '' }),
      );
      return { answers: { ...good.answers, jwks } };
    },
    asked: [...STOPS, 'jwks', 'jwks', 'consent', 'accounts'],
    says: null,
  },
];

describe('a provider whose token answer is wrong', () => runScreenCases(CASES));

describe('a provider with an ID token that', () => runScreenCases(ID_TOKENS));
