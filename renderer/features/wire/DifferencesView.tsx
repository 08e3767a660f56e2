import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { ExchangeDetail, ExchangeSummary, Trace } from '../../../preload/contract/wire-shapes';
import { Select } from '../../ui/Select';
import { formatInstant } from '../../ui/format-instant';
import { usePhrases, useWords } from '../../ui/words';
import { ExchangeReading } from './ExchangeReading';
import { FieldPath } from './FieldPath';
import { comparable, type Difference, differencesOf } from './difference-view';
import { pathOf, viewOutcome } from './wire-view';

interface DifferencesViewProps {
  readonly detail: ExchangeDetail;
  readonly exchanges: readonly ExchangeSummary[];
  readonly trace: Trace | null;
}

const NONE = 'none';

/** What this exchange and another do not have in common, side by side. */
export function DifferencesView({ detail, exchanges, trace }: DifferencesViewProps) {
  const say = useWords();
  const nameOf = useExchangeName();
  const [otherId, setOtherId] = useState(NONE);
  const others = comparable(detail, exchanges);
  const options = [
    { value: NONE, name: say('wire.compare.none') },
    ...others.map((exchange) => ({ value: exchange.exchangeId, name: nameOf(exchange) })),
  ];
  return (
    <div className="wire-bodies">
      <p className="muted">{say('wire.compare.about')}</p>
      <Select label={say('wire.compare')} value={otherId} onChange={setOtherId} options={options} />
      {otherId === NONE ? null : (
        <ExchangeReading exchangeId={otherId} trace={trace}>
          {(other) => <DifferenceTable here={detail} there={other} />}
        </ExchangeReading>
      )}
    </div>
  );
}

/** One line for an exchange, in the words and with the time that the list has for it. */
function useExchangeName(): (exchange: ExchangeSummary) => string {
  const say = useWords();
  const phrase = usePhrases();
  const { locale } = useIntl();
  return (exchange) => {
    const { step, method, startedAtMs } = exchange;
    const { text } = viewOutcome(exchange);
    return say('wire.compare.name', {
      when: formatInstant(startedAtMs, 'log', locale),
      step: say(`wire.step.${step}`),
      method,
      path: pathOf(exchange),
      outcome: typeof text === 'string' ? text : phrase(text),
    });
  };
}

interface DifferenceTableProps {
  readonly here: ExchangeDetail;
  readonly there: ExchangeDetail;
}

function DifferenceTable({ here, there }: DifferenceTableProps) {
  const say = useWords();
  const differences = differencesOf(here, there);
  if (differences.length === 0) return <p>{say('wire.differences.same')}</p>;
  return (
    <>
      <p>{say('wire.differences.count', { count: differences.length })}</p>
      <table className="wire-field-table" aria-label={say('wire.tab.compare')}>
        <thead>
          <tr>
            <th scope="col">{say('wire.field.name')}</th>
            <th scope="col">{say('wire.differences.this')}</th>
            <th scope="col">{say('wire.differences.other')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <DifferenceRow key={difference.fieldId} difference={difference} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function DifferenceRow({ difference }: { readonly difference: Difference }) {
  const say = useWords();
  const { place, name, here, there } = difference;
  const absent = <span className="muted">{say('wire.differences.absent')}</span>;
  return (
    <tr>
      <th scope="row" className="mono">
        <FieldPath name={name} />
        <span className="wire-place">{say(`wire.place.${place}`)}</span>
      </th>
      <td data-column={say('wire.differences.this')}>{here === null ? absent : <code>{here}</code>}</td>
      <td data-column={say('wire.differences.other')}>{there === null ? absent : <code>{there}</code>}</td>
    </tr>
  );
}
