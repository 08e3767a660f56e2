import { Fragment } from 'react';

import type { ExchangeDetail, WireField } from '../../../preload/contract/wire-shapes';
import { useWords } from '../../ui/words';
import { FieldValue } from './FieldValue';
import { lensOf } from './wire-view';

const PLACES = ['query', 'request-body', 'response-body', 'request-header', 'response-header'] as const;
const COLUMNS = ['name', 'value', 'meaning'] as const;

/** Every parameter with its value, what it means, and where that is written. Headers have a tab of their own. */
export function FieldTable({ detail }: { readonly detail: ExchangeDetail }) {
  const say = useWords();
  const groups = PLACES.map((place) => ({
    place,
    fields: detail.fields.filter((field) => field.place === place),
  })).filter(({ fields }) => fields.length > 0);
  if (groups.length === 0) return <p className="muted">{say('wire.field.none')}</p>;
  return (
    <div className="wire-fields">
      {groups.map(({ place, fields }) => (
        <section key={place} aria-labelledby={`wire-place-${place}`}>
          <h3 id={`wire-place-${place}`}>{say(`wire.place.${place}`)}</h3>
          <table className="wire-field-table" aria-labelledby={`wire-place-${place}`}>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {say(`wire.field.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <FieldRow key={field.fieldId} exchangeId={detail.exchangeId} field={field} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}

/** A name that breaks, where it must, between its parts. */
function Path({ name }: { readonly name: string }) {
  const [first = '', ...rest] = name.split('.');
  return (
    <>
      {first}
      {rest.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a name's parts have their places and nothing else
        <Fragment key={index}>
          .<wbr />
          {part}
        </Fragment>
      ))}
    </>
  );
}

interface FieldRowProps {
  readonly exchangeId: string;
  readonly field: WireField;
}

function FieldRow({ exchangeId, field }: FieldRowProps) {
  const say = useWords();
  const lens = lensOf(field);
  return (
    <tr>
      <th scope="row" className="mono">
        <Path name={field.name} />
      </th>
      <td>
        <FieldValue exchangeId={exchangeId} field={field} />
      </td>
      <td className="wire-meaning">
        {lens === null ? (
          <span className="muted">{say('wire.field.no-lens')}</span>
        ) : (
          <>
            {lens.says} <span className="wire-clause">{lens.clause}</span>
          </>
        )}
      </td>
    </tr>
  );
}
