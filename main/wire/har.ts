import type { ExchangeDetail } from '../../preload/contract/wire-shapes';

type Response = NonNullable<ExchangeDetail['response']>;

/**
 * Exchanges as an HTTP archive, secrets masked. What HAR has no place for stands in members that begin
 * with an underscore.
 *
 * @param details redacted, as the window gets them
 * @see HAR 1.2
 */
export function toHar(details: readonly ExchangeDetail[], appVersion: string): string {
  const creator = { name: 'Countersign', version: appVersion };
  return `${JSON.stringify({ log: { version: '1.2', creator, entries: details.map(entryOf) } }, null, 2)}\n`;
}

function entryOf(detail: ExchangeDetail): object {
  const { startedAtMs, headersAtMs, endedAtMs, response, tls, proxy, step, flowId, connectionId, fault } =
    detail;
  const wait = Math.max(0, (headersAtMs ?? endedAtMs) - startedAtMs);
  const receive = Math.max(0, endedAtMs - (headersAtMs ?? endedAtMs));
  return {
    startedDateTime: new Date(startedAtMs).toISOString(),
    time: wait + receive,
    request: requestOf(detail),
    response: response === null ? NO_RESPONSE : responseOf(response, detail.status),
    cache: {},
    timings: { send: 0, wait, receive },
    comment: `secrets are masked; step: ${step}`,
    _step: step,
    ...(flowId === null ? {} : { _flowId: flowId }),
    ...(connectionId === null ? {} : { _connectionId: connectionId }),
    ...(fault === null ? {} : { _fault: fault }),
    ...(tls === null ? {} : { _tls: tls }),
    ...(proxy === null ? {} : { _proxy: proxy }),
  };
}

function requestOf({ method, url, request, headBytes }: ExchangeDetail): object {
  const { headers, body, contentType, bodyBytes } = request;
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers,
    queryString: pairsOf(new URL(url).searchParams),
    headersSize: headBytes,
    bodySize: bodyBytes,
    ...(body === null ? {} : { postData: { mimeType: contentType ?? '', text: body } }),
  };
}

function responseOf(response: Response, status: number | null): object {
  const { headers, body, contentType, bodyBytes, unpackedBytes, reason } = response;
  return {
    status: status ?? 0,
    statusText: reason,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers,
    content: {
      size: unpackedBytes,
      compression: unpackedBytes - bodyBytes,
      mimeType: contentType ?? 'x-unknown',
      ...(body === null ? {} : { text: body }),
    },
    redirectURL: headers.find(({ name }) => name.toLowerCase() === 'location')?.value ?? '',
    headersSize: -1,
    bodySize: bodyBytes,
  };
}

const NO_RESPONSE = {
  status: 0,
  statusText: '',
  httpVersion: '',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: 'x-unknown' },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
};

function pairsOf(
  parameters: URLSearchParams,
): ReadonlyArray<{ readonly name: string; readonly value: string }> {
  return [...parameters].map(([name, value]) => ({ name, value }));
}
