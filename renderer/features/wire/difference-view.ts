import type {
  ExchangeDetail,
  ExchangeSummary,
  WireField,
  WirePlace,
} from '../../../preload/contract/wire-shapes';

/** A field that two exchanges do not have in common. */
export interface Difference {
  /** Names the field within both. */
  readonly fieldId: string;
  readonly place: WirePlace | 'outcome';
  readonly name: string;
  /** Null where the field is not there. */
  readonly here: string | null;
  readonly there: string | null;
}

/** What differs between two exchanges: how they ended, then their fields in the order of the first. */
export function differencesOf(here: ExchangeDetail, there: ExchangeDetail): readonly Difference[] {
  const hereFields = withoutWholes(here.fields);
  const thereFields = withoutWholes(there.fields);
  const others = new Map(thereFields.map((field) => [field.fieldId, field]));
  const own = new Set(hereFields.map(({ fieldId }) => fieldId));
  const changed = hereFields.flatMap(({ fieldId, place, name, value }) => {
    const other = others.get(fieldId)?.value ?? null;
    return other === value ? [] : [{ fieldId, place, name, here: value, there: other }];
  });
  const added = thereFields
    .filter(({ fieldId }) => !own.has(fieldId))
    .map(({ fieldId, place, name, value }) => ({ fieldId, place, name, here: null, there: value }));
  return [...outcomeDifference(here, there), ...changed, ...added];
}

/** A value that stands here as a whole and in its parts differs in its parts. */
function withoutWholes(fields: readonly WireField[]): readonly WireField[] {
  return fields.filter(
    ({ place, name }) => !fields.some((part) => part.place === place && part.name.startsWith(`${name}[`)),
  );
}

function outcomeDifference(here: ExchangeSummary, there: ExchangeSummary): readonly Difference[] {
  const [own, other] = [here, there].map(({ status, fault }) => fault ?? status?.toString() ?? null);
  return own === other
    ? []
    : [{ fieldId: 'outcome', place: 'outcome', name: 'status', here: own ?? null, there: other ?? null }];
}

/** Those that an exchange can be compared with, the most alike first: of its own step, then all others. */
export function comparable(
  { exchangeId, step }: ExchangeSummary,
  exchanges: readonly ExchangeSummary[],
): readonly ExchangeSummary[] {
  const others = exchanges.filter((other) => other.exchangeId !== exchangeId);
  return [...others.filter((other) => other.step === step), ...others.filter((other) => other.step !== step)];
}
