/** One request that a provider heard, with what it answered. */
export interface TappedExchange {
  /** Path with query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string;
  readonly answer: {
    readonly headers: Readonly<Record<string, string | string[] | number>>;
    readonly body: string;
  };
}

/** Something that nobody but the two sides may know. */
export interface Secret {
  /** What it is, for whoever reads that it was found. */
  readonly name: string;
  readonly value: string;
}

/** Members of forms, addresses and JSON that are secret. @see RFC 6749, 7523, 7636, 9126; JARM; OpenID Connect Core */
const SECRET_MEMBERS: readonly string[] = [
  'access_token',
  'refresh_token',
  'id_token',
  'token',
  'code',
  'state',
  'nonce',
  'code_verifier',
  'request_uri',
  'response',
  'client_assertion',
];

/** Shorter values are words of the protocol, such as a `code` of an error. */
const SHORTEST_LENGTH = 16;

/** Everything secret in what a provider heard and said: what it issued, and what a client proved itself with. */
export function secretsIn(exchanges: readonly TappedExchange[]): readonly Secret[] {
  const found = new Map<string, Secret>();
  const note = (name: string, value: unknown) => {
    if (typeof value !== 'string' || value.length < SHORTEST_LENGTH) return;
    found.set(value, found.get(value) ?? { name, value });
    // A JWT is a secret by its signature; its claims are shown decoded where a person looks at them.
    const signature = /^eyJ[\w-]+\.[\w-]+\.([\w-]{20,})$/.exec(value)?.[1];
    if (signature !== undefined) found.set(signature, { name: `signature of ${name}`, value: signature });
  };
  for (const { target, headers, body, answer } of exchanges) {
    noteMembers(new URL(target, 'https://provider.example').searchParams, note);
    noteBody(body, note);
    noteHeaders(headers, note);
    noteBody(answer.body, note);
    noteAnswerHeaders(answer.headers, note);
  }
  return [...found.values()];
}

type Note = (name: string, value: unknown) => void;

function noteMembers(members: Iterable<readonly [string, unknown]>, note: Note): void {
  for (const [name, value] of members) if (SECRET_MEMBERS.includes(name)) note(name, value);
}

function noteBody(body: string, note: Note): void {
  if (body.startsWith('{')) noteMembers(Object.entries(JSON.parse(body) as object), note);
  else if (!body.startsWith('<')) noteMembers(new URLSearchParams(body), note);
}

function noteHeaders({ authorization, dpop, cookie }: TappedExchange['headers'], note: Note): void {
  note('access token in a header', String(authorization ?? '').split(' ')[1]);
  note('DPoP proof', dpop);
  for (const pair of String(cookie ?? '').split('; ')) note('cookie of the bank', pair.split(/=(.*)/s)[1]);
}

function noteAnswerHeaders(headers: TappedExchange['answer']['headers'], note: Note): void {
  const { location, 'set-cookie': cookies = [] } = headers;
  if (typeof location === 'string')
    noteMembers(new URL(location, 'https://provider.example').searchParams, note);
  for (const cookie of [cookies].flat())
    note('cookie of the bank', String(cookie).split(';')[0]?.split(/=(.*)/s)[1]);
}
