import { Tabs } from '../../ui/Tabs';
import { useWords } from '../../ui/words';
import type { BuilderPart } from './use-builder';
import { JsonPanel } from './JsonPanel';
import './request-pane.css';
import { SentencePanel } from './SentencePanel';

/** The request beside the controls: as the sentence that the bank will show, and exactly as it is sent. */
export function RequestPane(part: BuilderPart) {
  const say = useWords();
  const { builder, depth } = part;

  return (
    <div className="request-pane">
      <Tabs
        label={say('builder.tabs')}
        selected={builder.tab}
        onSelect={builder.showTab}
        tabs={[
          { id: 'sentence', name: say('builder.tab.sentence'), content: <SentencePanel {...part} /> },
          { id: 'json', name: say(`builder.tab.json.${depth}`), content: <JsonPanel {...part} /> },
        ]}
      />
    </div>
  );
}
