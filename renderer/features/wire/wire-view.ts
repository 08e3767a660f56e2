import type { GlossaryEntry } from '../../../preload/contract/messages/glossary-entry';
import { fieldGlossary, LANGUAGE } from '../../../preload/contract/messages/messages-of';
import type {
  ExchangeDetail,
  ExchangeSummary,
  WireField,
  WireStep,
} from '../../../preload/contract/wire-shapes';
import type { Phrase } from '../../ui/words';

const GLOSSARY = await fieldGlossary(LANGUAGE);

/** What the name of a field means in its step; null for data and for a provider's own extensions. */
export function glossaryOf(
  { place, name }: Pick<WireField, 'place' | 'name'>,
  step: WireStep,
): GlossaryEntry | null {
  const names = name
    .toLowerCase()
    .replace(/\[\d+\]/g, '')
    .split('.');
  const [last = '', parent = ''] = names.toReversed();
  // The closest place first: the same name may mean one thing here and another there.
  const keys = [`${parent}.${last}`, `${step}/${place}:${last}`, `${place}:${last}`, last];
  const known = keys.find((key) => Object.hasOwn(GLOSSARY, key));
  return known === undefined ? null : (GLOSSARY[known] ?? null);
}

/** A number of bytes in the unit that it is read in. */
export function viewBytes(bytes: number): Phrase {
  if (bytes < 1000) return { id: 'wire.bytes', values: { count: bytes } };
  return { id: 'wire.kilobytes', values: { count: Math.round(bytes / 100) / 10 } };
}

/** How long something took, in the unit that it is read in. */
export function viewDuration(durationMs: number): Phrase {
  if (durationMs < 1000) return { id: 'wire.milliseconds', values: { count: durationMs } };
  return { id: 'wire.seconds', values: { count: durationMs / 1000 } };
}

/** How an exchange ended: its status, its fault, or that the browser made it. */
export function viewOutcome({ status, fault, kind }: ExchangeSummary): {
  readonly tone: 'good' | 'bad' | 'none';
  readonly text: string | Phrase;
} {
  if (fault !== null) return { tone: 'bad', text: faultPhrase(fault) };
  if (status === null) return { tone: 'none', text: kind === 'browser' ? { id: 'wire.browser' } : '' };
  return { tone: status >= 400 ? 'bad' : 'good', text: String(status) };
}

const FAULTS = {
  refused: 'wire.fault.refused',
  'not-found': 'wire.fault.not-found',
  timeout: 'wire.fault.timeout',
  reset: 'wire.fault.reset',
  tls: 'wire.fault.tls',
  offline: 'wire.fault.offline',
  proxy: 'wire.fault.proxy',
  'too-large': 'wire.fault.too-large',
  cancelled: 'wire.fault.cancelled',
} as const;

/** Why there is no whole answer. */
function faultPhrase(fault: string): Phrase {
  return { id: Object.hasOwn(FAULTS, fault) ? FAULTS[fault as keyof typeof FAULTS] : 'wire.fault.broken' };
}

/** The path without its query, which is read in the parameters. */
export function pathOf({ target }: Pick<ExchangeSummary, 'target'>): string {
  return target.split('?')[0] ?? target;
}

/** What the list can be narrowed to by how the exchanges went. */
export const WIRE_KINDS = ['every', 'failed', 'back-channel', 'browser'] as const;
export type WireKind = (typeof WIRE_KINDS)[number];

/** Whether a line of the list is of a kind. */
export function isOfKind(exchange: ExchangeSummary, kind: WireKind): boolean {
  if (kind === 'every') return true;
  return kind === 'failed' ? viewOutcome(exchange).tone === 'bad' : exchange.kind === kind;
}

/** The exchange to open for a step: the last of the first step that there is one of. */
export function exchangeForSteps(
  exchanges: readonly ExchangeSummary[],
  steps: readonly WireStep[],
): ExchangeSummary | null {
  const found = steps.map((step) => exchanges.findLast((exchange) => exchange.step === step));
  return found.find((exchange) => exchange !== undefined) ?? null;
}

/** Whether a line of a saved session fits what is looked for. */
export function fits(exchange: ExchangeDetail, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return true;
  const { step, method, host, target, status, request, response } = exchange;
  const headers = [...request.headers, ...(response?.headers ?? [])].map(
    ({ name, value }) => `${name}: ${value}`,
  );
  const shown = [
    step,
    `${method} ${host}${target} ${status ?? ''}`,
    ...headers,
    request.body,
    response?.body,
  ];
  return shown.join('\n').toLowerCase().includes(wanted);
}

/** How often something is found in each part of an exchange that has words. */
export interface Hits {
  readonly fields: number;
  readonly headers: number;
  readonly body: number;
}

/** Counts what is looked for in the parts of an exchange, as they are shown. */
export function hitsOf(detail: ExchangeDetail, search: string): Hits {
  const wanted = search.trim().toLowerCase();
  const count = (texts: ReadonlyArray<string | null>) =>
    wanted === '' ? 0 : texts.join('\n').toLowerCase().split(wanted).length - 1;
  const { method, target, fields, request, response } = detail;
  const lines = [...request.headers, ...(response?.headers ?? [])];
  return {
    fields: count(fields.flatMap(({ name, value }) => [name, value])),
    headers: count([`${method} ${target}`, ...lines.map(({ name, value }) => `${name}: ${value}`)]),
    body: count([request.decodedBody ?? request.body, response?.decodedBody ?? response?.body ?? null]),
  };
}
