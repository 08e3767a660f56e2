import type { JWK } from 'jose';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { ExchangeDetail, ExchangeSummary, WireFilter } from '../../preload/contract/wire-shapes';
import { isObject, parseJson } from '../security/json';
import type { Exchange } from './exchange';
import { bodyTextOf } from './exchange-body';
import { fieldsOf } from './exchange-fields';
import type { ExchangeRecorder } from './exchange-recorder';
import { viewDetail, viewSummary } from './exchange-view';
import { knownSecrets } from './known-secrets';
import { maskBody, maskHeader, maskKnown, withoutPrivateKeys } from './redaction';
import { headerValue } from './secret-names';

/** What was recorded, as the window may see it. */
export interface WireView {
  readonly list: (filter: WireFilter) => readonly ExchangeSummary[];
  readonly get: (exchangeId: string) => Promise<Result<ExchangeDetail, Failure>>;
  /** The true value of one field; never of a private key. */
  readonly reveal: (exchangeId: string, fieldId: string) => Result<string, Failure>;
}

/** @param recorder what is looked at; nothing of it is changed */
export function wireViewOf(recorder: ExchangeRecorder): WireView {
  return {
    list: (filter) => {
      const exchanges = recorder.list();
      const secrets = knownSecrets(exchanges);
      return exchanges
        .filter((exchange) => isOf(exchange, filter))
        .map((exchange) => ({ exchange, summary: viewSummary(exchange, secrets) }))
        .filter(({ exchange, summary }) => holds(exchange, summary, filter.search, secrets))
        .map(({ summary }) => summary);
    },
    get: async (exchangeId) => {
      const exchange = recorder.get(exchangeId);
      if (exchange === null) return fail({ kind: 'exchange-unknown' });
      const exchanges = recorder.list();
      const keys = publishedKeys(exchanges);
      return ok(await viewDetail(exchange, { secrets: knownSecrets(exchanges), keys }));
    },
    reveal: (exchangeId, fieldId) => {
      const exchange = recorder.get(exchangeId);
      if (exchange === null) return fail({ kind: 'exchange-unknown' });
      const field = fieldsOf(exchange).fields.find((one) => one.fieldId === fieldId);
      return field === undefined || field.sensitivity === 'private-key'
        ? fail({ kind: 'bad-request', field: 'fieldId' })
        : ok(withoutPrivateKeys(field.value));
    },
  };
}

function isOf(exchange: Exchange, { flowId, connectionId, providerId }: WireFilter): boolean {
  return (
    (flowId === null || exchange.flowId === flowId) &&
    (connectionId === null || exchange.connectionId === connectionId) &&
    (providerId === null || exchange.providerId === providerId)
  );
}

// Looks at what is shown and nothing else: a search that finds what is masked would be a way to guess it.
function holds(
  { sent, received }: Exchange,
  { step, method, host, target, status }: ExchangeSummary,
  search: string,
  secrets: readonly string[],
): boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return true;
  const headers = [...sent.headers, ...(received?.headers ?? [])].map(
    ([name, value]) => `${name}: ${maskHeader(name, value)}`,
  );
  const bodies = [
    maskBody(sent.body.toString('utf8'), headerValue(sent.headers, 'content-type')),
    received === null
      ? ''
      : maskBody(bodyTextOf(received).text, headerValue(received.headers, 'content-type')),
  ];
  const shown = [step, `${method} ${host}${target} ${status ?? ''}`, ...headers, ...bodies].join('\n');
  return maskKnown(shown, secrets).toLowerCase().includes(wanted);
}

function publishedKeys(exchanges: readonly Exchange[]): readonly JWK[] {
  return exchanges.flatMap(({ step, received }) => {
    if (step !== 'keys' || received === null) return [];
    const set = parseJson(bodyTextOf(received).text);
    const keys = isObject(set) ? set['keys'] : null; // a set that is no JSON holds no key
    return Array.isArray(keys) ? keys.filter((key): key is JWK => isObject(key)) : [];
  });
}
