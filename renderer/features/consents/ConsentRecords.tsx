import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { JsonView } from '../../ui/JsonView';
import { LinkButton } from '../../ui/LinkButton';
import { Tabs } from '../../ui/Tabs';
import { useWords } from '../../ui/words';

const RECORDS = ['consent', 'requested', 'token', 'accounts'] as const;

/** The records as they went over the wire, secrets masked. */
export function ConsentRecords({
  detail,
  onWire,
}: {
  readonly detail: ConsentDetail;
  readonly onWire: () => void;
}) {
  const say = useWords();
  const tabs = RECORDS.map((id) => {
    const name = say(`consents.raw.${id}`);
    const text = detail.raw[id];
    const content =
      text === null ? (
        <p className="muted">{say('consents.raw.no-accounts')}</p>
      ) : (
        <JsonView label={name} title={<span className="muted">{name}</span>} text={text} />
      );
    return { id, name, content };
  });
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
