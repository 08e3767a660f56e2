import type { ConsentDetail, RawRecord } from '../../../preload/contract/consent-shapes';
import { MAX_RECORD_LENGTH } from '../../../preload/contract/row-limits';
import { useReading } from '../../data/use-reading';
import { Reading } from '../../parts/Reading';
import { JsonView } from '../../ui/JsonView';
import { LinkButton } from '../../ui/LinkButton';
import { Tabs } from '../../ui/Tabs';
import { useWords } from '../../ui/words';

const RECORDS = ['consent', 'requested', 'token', 'accounts'] as const satisfies readonly RawRecord[];

/** The records as they went over the wire, secrets masked. Each is read when it is looked at. */
export function ConsentRecords({
  detail,
  onWire,
}: {
  readonly detail: ConsentDetail;
  readonly onWire: () => void;
}) {
  const say = useWords();
  const { connectionId, raw } = detail;
  const tabs = RECORDS.map((record) => ({
    id: record,
    name: say(`consents.raw.${record}`),
    content:
      raw[record] === null ? (
        <p className="muted">
          {say(record === 'accounts' ? 'consents.raw.no-accounts' : 'consents.raw.none')}
        </p>
      ) : (
        <RecordText connectionId={connectionId} record={record} />
      ),
  }));
  return (
    <section className="consent-section" aria-labelledby="consent-raw">
      <h2 id="consent-raw">{say('consents.raw')}</h2>
      <p className="muted">
        {say('consents.raw.about')} <LinkButton onPress={onWire}>{say('wire.show')}</LinkButton>
      </p>
      <Tabs label={say('consents.raw.tabs')} tabs={tabs} />
    </section>
  );
}

interface RecordTextProps {
  readonly connectionId: string;
  readonly record: RawRecord;
}

function RecordText({ connectionId, record }: RecordTextProps) {
  const say = useWords();
  const name = say(`consents.raw.${record}`);
  const reading = useReading('readRawText', { connectionId, record });
  return (
    <Reading state={reading}>
      {({ text, isCut }) => (
        <>
          {isCut ? <p className="muted">{say('consents.raw.cut', { count: MAX_RECORD_LENGTH })}</p> : null}
          <JsonView label={name} title={<span className="muted">{name}</span>} text={text} />
        </>
      )}
    </Reading>
  );
}
