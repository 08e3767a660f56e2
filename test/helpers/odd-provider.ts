import type { Fault } from './hostile-provider';
import type { Answer } from './provider-answer';
import type { Endpoint } from './right-provider';
import { seeded, type Seeded } from './seeded';

const ENDPOINTS: readonly Endpoint[] = [
  'discovery',
  'jwks',
  'par',
  'token',
  'consent',
  'accounts',
  'consent-revocation',
  'revocation',
];

// 429 and 503 are left out: they say that nothing was done, and lead to a second try.
const STATUSES = [200, 201, 202, 204, 205, 206, 301, 304, 307, 400, 401, 403, 404, 409, 418, 500, 502];

/** Values that nobody expects where something else should be. */
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  0.1,
  '',
  ' ',
  '..',
  '../../etc',
  '%2e%2e%2f',
  '\u0000',
  '\u202Eevil',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'http://127.0.0.1:1/',
  'https://127.0.0.1:1/',
  'file:///etc/passwd',
  'x'.repeat(20_000),
  '\uD800',
  [],
  [null],
  [[[[]]]],
  {},
  { toString: 1, valueOf: 2 },
  { length: 9 },
  JSON.parse('{"then":"not a promise"}'),
];

const ODD_HEADERS: ReadonlyArray<Readonly<Record<string, string>>> = [
  { 'content-type': 'text/html' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': '' },
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'br, gzip' },
  { 'content-encoding': 'zstd' },
  { 'retry-after': '-1' },
  { 'retry-after': 'soon' },
  { 'retry-after': '99999999999999999999' },
  { 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' },
  { 'www-authenticate': 'Bearer error="invalid_token", error_description="\u00e9"' },
  { 'www-authenticate': 'DPoP error="use_dpop_nonce"', 'dpop-nonce': 'n' },
  { 'www-authenticate': 'Bearer realm="' },
  { 'www-authenticate': ',,,=,' },
  { 'set-cookie': 'a=b' },
  { location: 'https://127.0.0.1:1/' },
  { date: 'yesterday' },
  { 'x-filler': 'x'.repeat(9000) },
];

/** A provider that does one odd thing somewhere; which one is told by its seed. */
export function oddFault(seed: number): Fault {
  const choice = seeded(seed);
  if (choice.below(5) === 0) return { sendsBack: (right) => oddCallback(right, choice) };
  const endpoint = choice.pick(ENDPOINTS);
  return { answers: { [endpoint]: (right: Answer) => oddAnswer(right, choice) } };
}

function oddAnswer(right: Answer, choice: Seeded): Answer | 'hang-up' {
  switch (choice.below(8)) {
    case 0:
      return { ...right, status: choice.pick(STATUSES) };
    case 1:
      return { ...right, headers: { ...right.headers, ...choice.pick(ODD_HEADERS) } };
    case 2:
      return { ...right, body: oddText(String(right.body), choice) };
    case 3:
      return 'hang-up';
    default:
      return withOddMember(right, choice);
  }
}

function withOddMember(right: Answer, choice: Seeded): Answer {
  if (String(right.body) === '') return { ...right, status: choice.pick(STATUSES) };
  const json = JSON.parse(String(right.body)) as Record<string, unknown>;
  let place = json;
  for (let depth = choice.below(4); depth > 0; depth -= 1) {
    const inner = Object.values(place).filter((one) => typeof one === 'object' && one !== null);
    if (inner.length > 0) place = choice.pick(inner) as Record<string, unknown>;
  }
  const names = [...Object.keys(place), 'error', 'errors', 'links', 'page', 'id_token', 'scope'];
  const name = choice.pick(names);
  const value = choice.pick(ODD_VALUES);
  if (choice.below(6) === 0) delete place[name];
  else place[name] = choice.below(4) === 0 ? [place[name], value] : value;
  const status = choice.below(5) === 0 ? choice.pick(STATUSES) : right.status;
  return { ...right, status, body: JSON.stringify(json) };
}

function oddText(body: string, choice: Seeded): string {
  const at = choice.below(body.length + 1);
  return choice.pick([
    body.slice(0, at),
    `\uFEFF${body}`,
    `${body}${body}`,
    `${body.slice(0, at)}\u0000${body.slice(at)}`,
    body.replaceAll('"', "'"),
    body.replace('{', '{"__proto__":{"polluted":true},'),
    body.replace('{', '{"constructor":{"prototype":{"polluted":true}},'),
    '[]',
    'null',
    '"text"',
    'NaN',
    '',
    '<html></html>',
  ]);
}

function oddCallback(right: URL, choice: Seeded): string | null {
  const back = new URL(right);
  // A code that is not the right one would be a code that nobody issued, which is another fault.
  const name = choice.pick(['state', 'iss', 'error', 'response', 'error_description', 'x']);
  const value = choice.pick([
    '',
    ' ',
    '\u0000',
    'a'.repeat(3000),
    'a.b.c',
    'eyJhbGciOiJub25lIn0.e30.',
    '\u{1F600}',
  ]);
  switch (choice.below(4)) {
    case 0:
      back.searchParams.delete(choice.pick([name, 'code']));
      break;
    case 1:
      back.searchParams.append(name, value);
      break;
    case 2:
      back.searchParams.set(name, value);
      break;
    default:
      back.search = choice.pick([
        '?',
        '?=',
        '?%',
        '?%00=%00',
        '?code',
        `?${'a=b&'.repeat(500)}`,
        '?state&code&iss',
      ]);
  }
  return back.href;
}
