import type { JWK } from 'jose';

import type {
  ExchangeDetail,
  ExchangeSummary,
  WireField,
  WireMessage,
  WireStep,
} from '../../preload/contract/wire-shapes';
import { cleanForeignText } from '../security/foreign-text';
import type { Exchange, HeaderLines, ReceivedMessage, SentMessage } from './exchange';
import { bodyTextOf } from './exchange-body';
import { fieldsOf, type RawField } from './exchange-fields';
import { checkSignature, decodeJwt, readableJwt } from './jwt';
import { prettyJson } from './pretty-json';
import { mask, maskAddress, maskBody, maskHeader, maskJson, maskKnown, maskParameter } from './redaction';
import { headerValue } from './secret-names';

/** Longest value of one field that is listed; the whole is in the body. */
const MAX_VALUE_LENGTH = 4000;
/** Longest text that the window is given to lay out. */
const MAX_DECODED_LENGTH = 200_000;

/** Steps in which anyone would get the same answer, so that a certificate proves nothing there. */
const PUBLIC_STEPS: readonly WireStep[] = ['discovery', 'keys', 'registration'];

/** One line of the list. @param secrets from `knownSecrets` */
export function viewSummary(exchange: Exchange, secrets: readonly string[]): ExchangeSummary {
  const { exchangeId, kind, step, flowId, connectionId, providerId, method, sent, received } = exchange;
  const url = new URL(exchange.url);
  const target = `${url.pathname}${maskAddress(url.search)}`;
  return {
    exchangeId,
    kind,
    step,
    flowId,
    connectionId,
    providerId,
    method: method.slice(0, 32),
    host: (url.host || url.protocol).slice(0, 300), // a private-use scheme stands for itself
    target: maskKnown(target, secrets).slice(0, 9000),
    status: received?.status ?? null,
    fault: exchange.fault,
    sentBytes: sent.headBytes + sent.bodyBytes,
    receivedBytes: received?.bodyBytes ?? 0,
    startedAtMs: exchange.startedAtMs,
    headersAtMs: exchange.headersAtMs,
    durationMs: Math.max(0, Math.round(exchange.endedAtMs - exchange.startedAtMs)),
    isMutualTls: typeof exchange.tls?.ownThumbprint === 'string' && !PUBLIC_STEPS.includes(step),
  };
}

/** What is known of all exchanges that one of them is shown with. */
export interface WireKnowledge {
  /** From `knownSecrets`. */
  readonly secrets: readonly string[];
  /** Keys that providers published in this session. */
  readonly keys: readonly JWK[];
}

/** One exchange with everything in it, secrets masked. */
export async function viewDetail(
  exchange: Exchange,
  { secrets, keys }: WireKnowledge,
): Promise<ExchangeDetail> {
  const { sent, received, tls } = exchange;
  const view = { secrets, keys };
  const { fields, moreCount } = fieldsOf(exchange);
  return {
    ...viewSummary(exchange, secrets),
    url: maskKnown(maskAddress(exchange.url), secrets).slice(0, 10_000),
    headBytes: sent.headBytes,
    endedAtMs: exchange.endedAtMs,
    fields: await Promise.all(fields.map((field) => viewField(field, view))),
    moreFieldCount: moreCount,
    request: viewSent(sent, secrets),
    response: received === null ? null : viewReceived(received, secrets),
    proxy: exchange.proxy?.slice(0, 255) ?? null,
    tls: tls === null ? null : { ...tls, peerChain: tls.peerChain.map((one) => ({ ...one })) },
  };
}

interface RawMessage {
  readonly headers: HeaderLines;
  readonly text: string;
  readonly bytes: number;
  readonly unpackedBytes: number;
  readonly isCut: boolean;
}

function viewSent({ headers, body, bodyBytes }: SentMessage, secrets: readonly string[]): WireMessage {
  const text = body.toString('utf8');
  const isCut = body.length < bodyBytes;
  return viewMessage({ headers, text, bytes: bodyBytes, unpackedBytes: bodyBytes, isCut }, secrets);
}

function viewReceived(
  received: ReceivedMessage,
  secrets: readonly string[],
): NonNullable<ExchangeDetail['response']> {
  const { headers, body, bodyBytes, reason } = received;
  const { text, bytes: unpackedBytes } = bodyTextOf(received);
  const isCut = body.length < bodyBytes;
  const message = viewMessage({ headers, text, bytes: bodyBytes, unpackedBytes, isCut }, secrets);
  return { ...message, reason: cleanForeignText(reason, 200) };
}

function viewMessage(message: RawMessage, secrets: readonly string[]): WireMessage {
  const { headers, text, bytes, unpackedBytes, isCut } = message;
  const contentType = headerValue(headers, 'content-type');
  const body = text === '' ? null : maskKnown(maskBody(text, contentType), secrets);
  const decoded = body === null ? null : decodeBody(body, contentType);
  return {
    headers: headers.map(([name, value]) => ({
      name: name.slice(0, 500),
      value: maskKnown(maskHeader(name, value), secrets).slice(0, 40_000),
    })),
    contentType: contentType?.slice(0, 300) ?? null,
    body,
    decodedBody: decoded === body ? null : decoded,
    bodyBytes: bytes,
    unpackedBytes,
    isCut,
  };
}

/** A masked body laid out for reading: one parameter for each line of a form, JSON with its indents. */
function decodeBody(body: string, contentType: string | null): string {
  if (!/\bx-www-form-urlencoded\b/i.test(contentType ?? '')) return prettyJson(body);
  return [...new URLSearchParams(body)]
    .map(([name, value]) => {
      const readable = /^\s*[[{]/.test(value) ? prettyJson(value) : value;
      return `${name} = ${readable}`;
    })
    .join('\n');
}

async function viewField(field: RawField, { secrets, keys }: WireKnowledge): Promise<WireField> {
  const { fieldId, place, name, sensitivity } = field;
  const value = maskFieldValue(field);
  const shown = maskKnown(value, secrets);
  const jwt = sensitivity === 'private-key' ? null : decodeJwt(bareToken(field));
  return {
    fieldId: fieldId.slice(0, 600),
    place,
    name: maskKnown(name, secrets).slice(0, 500),
    value: shown.slice(0, MAX_VALUE_LENGTH),
    isMasked: shown !== field.value,
    canReveal: sensitivity !== 'private-key' && shown !== field.value,
    decoded:
      (jwt === null ? decodeValue(shown) : maskKnown(readableJwt(jwt), secrets))?.slice(
        0,
        MAX_DECODED_LENGTH,
      ) ?? null,
    signature: jwt === null ? null : await checkSignature(bareToken(field), keys),
  };
}

/** Laid out where there is something inside it: a list of plain values reads well as it is. */
function decodeValue(shown: string): string | null {
  if (!/^\s*(?:\{|\[\s*[[{])/.test(shown)) return null;
  const readable = prettyJson(shown);
  return readable === shown ? null : readable;
}

/** The masked value of a field; of a private key nothing is left, not even its ends. */
function maskFieldValue({ place, name, value, sensitivity }: RawField): string {
  if (sensitivity === 'private-key') return '•••';
  if (place === 'request-header' || place === 'response-header') return maskHeader(name, value);
  if (sensitivity === 'secret') return mask(value);
  return place === 'query' || place === 'request-body' ? maskParameter('', value) : maskNested(value);
}

function maskNested(value: string): string {
  return /^\s*[[{]/.test(value) ? maskJson(value) : value;
}

function bareToken({ value }: RawField): string {
  return value.replace(/^(?:Bearer|DPoP)\s+/i, '');
}
