/** One HTTP answer of a provider in a test. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function json(status: number, body: unknown): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}

/** The same answer with members of its JSON changed; `undefined` takes a member out. */
export function withMembers(change: JsonObject): (right: Answer) => Answer {
  return (right) => {
    const body = { ...(JSON.parse(right.body.toString()) as JsonObject), ...change };
    return { ...right, body: JSON.stringify(body) };
  };
}

/** The same answer with another text. */
export function withText(body: string | Buffer, contentType = 'application/json'): (right: Answer) => Answer {
  return (right) => ({ ...right, headers: { ...right.headers, 'content-type': contentType }, body });
}

/** The same answer with another status, and perhaps more headers. */
export function withStatus(
  status: number,
  headers: Readonly<Record<string, string>> = {},
): (right: Answer) => Answer {
  return (right) => ({ ...right, status, headers: { ...right.headers, ...headers } });
}

/** An OAuth error in place of the right answer. @see RFC 6749 section 5.2 */
export function oauthError(status: number, error: string, description?: string): () => Answer {
  return () =>
    json(status, { error, ...(description === undefined ? {} : { error_description: description }) });
}
