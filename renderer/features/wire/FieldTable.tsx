import type { ExchangeDetail, WireField } from '../../../preload/contract/wire-shapes';
import { useWords } from '../../ui/words';
import { FieldPath } from './FieldPath';
import { FieldValue } from './FieldValue';
import { glossaryOf } from './wire-view';

/** What a developer looks for first comes first; the headers, which are much the same each time, come last. */
const PLACES = ['query', 'request-body', 'response-body', 'request-header', 'response-header'] as const;
type Place = (typeof PLACES)[number];

/** Every parameter, member and header with its value, what it means, and where that is written. */
export function FieldTable({ detail }: { readonly detail: ExchangeDetail }) {
  const say = useWords();
  const { fields, moreFieldCount } = detail;
  const places = PLACES.filter((place) => fields.some((field) => field.place === place));
  if (places.length === 0) return <p className="muted">{say('wire.field.none')}</p>;
  return (
    <div className="wire-fields">
      {places.map((place) => (
        <PlaceTable key={place} place={place} detail={detail} />
      ))}
      {moreFieldCount === 0 ? null : <p>{say('wire.field.more', { count: moreFieldCount })}</p>}
    </div>
  );
}

function PlaceTable({ place, detail }: { readonly place: Place; readonly detail: ExchangeDetail }) {
  const say = useWords();
  const headingId = `wire-place-${place}`;
  return (
    <table className="wire-field-table" aria-labelledby={headingId}>
      <thead>
        <tr>
          <th scope="col">
            <h3 id={headingId}>{say(`wire.place.${place}`)}</h3>
          </th>
          <th scope="col">{say('wire.field.value')}</th>
          <th scope="col">{say('wire.field.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {detail.fields
          .filter((field) => field.place === place)
          .map((field) => (
            <FieldRow key={field.fieldId} detail={detail} field={field} />
          ))}
      </tbody>
    </table>
  );
}

interface FieldRowProps {
  readonly detail: ExchangeDetail;
  readonly field: WireField;
}

function FieldRow({ detail, field }: FieldRowProps) {
  const say = useWords();
  const entry = glossaryOf(field, detail.step);
  return (
    <tr>
      <th scope="row" className="mono">
        <FieldPath name={field.name} />
      </th>
      <td>
        <FieldValue exchangeId={detail.exchangeId} field={field} />
      </td>
      <td className="wire-meaning">
        {entry === null ? (
          <span className="muted">{say('wire.field.no-entry')}</span>
        ) : (
          <>
            {entry.says} <span className="wire-clause">{entry.clause}</span>
          </>
        )}
      </td>
    </tr>
  );
}
