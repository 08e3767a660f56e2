import { entry, type Glossary } from './glossary-entry';

/** Header lines of requests and answers. */
export const enGlossaryHeaders: Glossary = {
  authorization: entry('The access token, in the one header that is made for it.', 'RFC 6750 2.1'),
  dpop: entry('A signed proof that the sender holds the key of the token.', 'RFC 9449 4'),
  'dpop-nonce': entry('What the provider wants to see in the next proof.', 'RFC 9449 8'),
  'x-fapi-interaction-id': entry(
    'A new UUID for each request, to find it in both sides’ logs.',
    'FAPI 1.0 Part 1 6.2.2',
  ),
  'response-header:x-fapi-interaction-id': entry(
    'The request’s own UUID, sent back: name it when you ask the provider about this call.',
    'FAPI 1.0 Part 1 6.2.1',
  ),
  'x-fapi-auth-date': entry('When the person last signed in at this client.', 'FAPI 1.0 Part 1 6.2.2'),
  'x-fapi-customer-ip-address': entry(
    'The person’s own address, where they are present. Countersign does not send it.',
    'FAPI 1.0 Part 1 6.2.2',
  ),
  'fdx-api-actor-type': entry('Whether the person is present, or the client asks by itself.', 'FDX Core API'),

  host: entry('The host that is asked, as this request names it.', 'RFC 9110 7.2'),
  accept: entry('What kinds of answer are wanted.', 'RFC 9110 12.5.1'),
  'accept-encoding': entry(
    'Nothing packed is asked for, so that sizes are what they seem.',
    'RFC 9110 12.5.3',
  ),
  'accept-language': entry('In which languages an answer is wanted.', 'RFC 9110 12.5.4'),
  'user-agent': entry('The program that asks.', 'RFC 9110 10.1.5'),
  'content-type': entry('What the body is made of.', 'RFC 9110 8.3'),
  'content-length': entry('Length of the body in bytes.', 'RFC 9110 8.6'),
  'content-encoding': entry('How the body was packed.', 'RFC 9110 8.4'),
  'content-language': entry('In which language the answer is.', 'RFC 9110 8.5'),
  'transfer-encoding': entry('The body comes in pieces, its length is not known before.', 'RFC 9112 6.1'),
  connection: entry('Whether the connection stays open for the next request.', 'RFC 9110 7.6.1'),
  'keep-alive': entry('How long an idle connection stays open, in seconds.', 'RFC 2068 19.7.1.1'),

  date: entry('The provider’s clock.', 'RFC 9110 6.6.1'),
  'cache-control': entry(
    'Whether anyone may keep the answer; one with tokens must say no-store.',
    'RFC 6749 5.1',
  ),
  pragma: entry('The same as no-store for programs of before 1999.', 'RFC 9111 5.4'),
  expires: entry('Until when a kept answer is good.', 'RFC 9111 5.3'),
  age: entry('For how many seconds somebody on the way has kept the answer.', 'RFC 9111 5.1'),
  etag: entry('Names this version of the answer.', 'RFC 9110 8.8.3'),
  'last-modified': entry('When what is answered last changed.', 'RFC 9110 8.8.2'),
  vary: entry('Which request headers the answer depends on.', 'RFC 9110 12.5.5'),
  'www-authenticate': entry('Why the token was refused.', 'RFC 6750 3'),
  'retry-after': entry('How long to wait before asking again, in seconds or until when.', 'RFC 9110 10.2.3'),
  allow: entry('Which methods the address takes.', 'RFC 9110 10.2.1'),
  location: entry('Where to go instead. Countersign follows none.', 'RFC 9110 10.2.2'),
  'registration/response-header:location': entry('Where the registration can be looked at.', 'RFC 7592 2'),
  link: entry('Addresses that belong to the answer.', 'RFC 8288 3'),
  server: entry('The program that answers.', 'RFC 9110 10.2.4'),
  via: entry('Who passed the message on.', 'RFC 9110 7.6.3'),
  'set-cookie': entry('A cookie. Countersign keeps none.', 'RFC 6265 4.1'),

  'strict-transport-security': entry('Asks browsers to come over TLS alone.', 'RFC 6797 6.1'),
  'x-content-type-options': entry('Asks browsers to believe the content type.', 'WHATWG Fetch 3.6'),
  'x-frame-options': entry('Asks browsers not to show the answer inside a page.', 'RFC 7034 2'),
  'content-security-policy': entry('What a page in the answer may load.', 'CSP 3'),
  'referrer-policy': entry('What a page in the answer may tell others of itself.', 'Referrer Policy 8.1'),
  'access-control-allow-origin': entry('Which web pages may read the answer.', 'WHATWG Fetch 3.3.3'),
  'access-control-allow-credentials': entry(
    'Whether web pages may send cookies along.',
    'WHATWG Fetch 3.3.3',
  ),
  'access-control-expose-headers': entry('Which headers web pages may read.', 'WHATWG Fetch 3.3.3'),
  traceparent: entry('Ties the request to others of the same work, for the logs.', 'Trace Context 3.2'),
  'x-request-id': entry(
    'The provider’s own name for the request: name it when you ask about it.',
    'In wide use',
  ),
  'x-correlation-id': entry('The same id in every log of this work.', 'In wide use'),
  'x-ratelimit-limit': entry('How many requests are taken in a span of time.', 'In wide use'),
  'x-ratelimit-remaining': entry('How many of them are left.', 'In wide use'),
};
