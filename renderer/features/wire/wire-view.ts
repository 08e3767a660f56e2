import { enWireLens } from '../../../preload/contract/messages/en-wire-lens';
import type { LensEntry } from '../../../preload/contract/messages/en-wire-lens';
import type {
  ExchangeDetail,
  ExchangeSummary,
  WireField,
  WirePlace,
} from '../../../preload/contract/wire-shapes';
import type { Phrase } from '../../ui/words';

/** What the name of a field means; null for data and for a provider's own extensions. */
export function lensOf({ place, name }: Pick<WireField, 'place' | 'name'>): LensEntry | null {
  const last = /([^.[\]]+)(?:\[\d+\])*$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const keys = name.startsWith('authorization_details')
    ? [`authorization_details[].${last}`, last]
    : [`${place}:${last}`, last];
  const known = keys.find((key) => Object.hasOwn(enWireLens, key));
  return known === undefined ? null : (enWireLens[known] ?? null);
}

/** A number of bytes in the unit that it is read in. */
export function viewBytes(bytes: number): Phrase {
  if (bytes < 1000) return { id: 'wire.bytes', values: { count: bytes } };
  return { id: 'wire.kilobytes', values: { count: Math.round(bytes / 100) / 10 } };
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
  'too-large': 'wire.fault.too-large',
  cancelled: 'wire.fault.cancelled',
} as const;

/** Why there is no whole answer. */
export function faultPhrase(fault: string): Phrase {
  return { id: Object.hasOwn(FAULTS, fault) ? FAULTS[fault as keyof typeof FAULTS] : 'wire.fault.broken' };
}

/** The path without its query, which is read in the parameters. */
export function pathOf({ target }: Pick<ExchangeSummary, 'target'>): string {
  return target.split('?')[0] ?? target;
}

/** A field that two exchanges do not have in common. */
export interface Difference {
  readonly place: WirePlace;
  readonly name: string;
  /** Null where the field is not there. */
  readonly here: string | null;
  readonly there: string | null;
}

/** What differs between two exchanges, in the order of the first. */
export function differencesOf(here: ExchangeDetail, there: ExchangeDetail): readonly Difference[] {
  const others = new Map(there.fields.map((field) => [field.fieldId, field]));
  const own = new Set(here.fields.map(({ fieldId }) => fieldId));
  const changed = here.fields.flatMap(({ fieldId, place, name, value }) => {
    const other = others.get(fieldId)?.value ?? null;
    return other === value ? [] : [{ place, name, here: value, there: other }];
  });
  const added = there.fields
    .filter(({ fieldId }) => !own.has(fieldId))
    .map(({ place, name, value }) => ({ place, name, here: null, there: value }));
  return [...changed, ...added];
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
