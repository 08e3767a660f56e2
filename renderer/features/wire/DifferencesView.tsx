import { useState } from 'react';

import type { ExchangeDetail, ExchangeSummary, Trace } from '../../../preload/contract/wire-shapes';
import { Select } from '../../ui/Select';
import { useWords } from '../../ui/words';
import { ExchangeReading } from './ExchangeReading';
import { differencesOf, pathOf } from './wire-view';

interface DifferencesViewProps {
  readonly detail: ExchangeDetail;
  readonly exchanges: readonly ExchangeSummary[];
  readonly trace: Trace | null;
}

const NONE = 'none';

/** What this exchange and another do not have in common, side by side. */
export function DifferencesView({ detail, exchanges, trace }: DifferencesViewProps) {
  const say = useWords();
  const [otherId, setOtherId] = useState(NONE);
  const others = exchanges.filter(({ exchangeId }) => exchangeId !== detail.exchangeId);
  const options = [
    { value: NONE, name: say('wire.compare.none') },
    ...others.map((exchange, index) => ({
      value: exchange.exchangeId,
      name: `${index + 1}. ${say(`wire.step.${exchange.step}`)}: ${exchange.method} ${pathOf(exchange)}`,
    })),
  ];
  return (
    <div className="wire-bodies">
      <Select label={say('wire.compare')} value={otherId} onChange={setOtherId} options={options} />
      {otherId === NONE ? null : (
        <ExchangeReading exchangeId={otherId} trace={trace}>
          {(other) => <DifferenceTable here={detail} there={other} />}
        </ExchangeReading>
      )}
    </div>
  );
}

interface DifferenceTableProps {
  readonly here: ExchangeDetail;
  readonly there: ExchangeDetail;
}

function DifferenceTable({ here, there }: DifferenceTableProps) {
  const say = useWords();
  const differences = differencesOf(here, there);
  if (differences.length === 0) return <p>{say('wire.differences.same')}</p>;
  const absent = <span className="muted">{say('wire.differences.absent')}</span>;
  return (
    <table className="wire-field-table" aria-label={say('wire.tab.compare')}>
      <thead>
        <tr>
          <th scope="col">{say('wire.field.name')}</th>
          <th scope="col">{say('wire.differences.this')}</th>
          <th scope="col">{say('wire.differences.other')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ place, name, here: own, there: other }) => (
          <tr key={`${place}:${name}`}>
            <th scope="row" className="mono">
              {name}
              <span className="wire-place">{say(`wire.place.${place}`)}</span>
            </th>
            <td>{own === null ? absent : <code>{own}</code>}</td>
            <td>{other === null ? absent : <code>{other}</code>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
