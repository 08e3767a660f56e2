import type { Preferences, ProviderSummary } from '../../../preload/contract/app-shapes';
import type { Failure } from '../../../preload/contract/failure';
import { PageHeader } from '../../ui/PageHeader';
import { useWords } from '../../ui/words';
import './builder.css';
import { BuilderFooter } from './BuilderFooter';
import type { Draft } from './builder-state';
import { DurationPicker } from './DurationPicker';
import { ItemList } from './ItemList';
import { LookbackPicker } from './LookbackPicker';
import { PurposePicker } from './PurposePicker';
import { RefusalNotice } from './RefusalNotice';
import { RequestPane } from './RequestPane';
import { useBuilder } from './use-builder';

export interface BuilderPageProps {
  readonly provider: ProviderSummary;
  /** What the person had before, to go on with; null for the first preset. */
  readonly draft: Draft | null;
  /** Why the draft came back; null when it did not. */
  readonly problem: Failure | null;
  readonly depth: Preferences['depth'];
  /** From when the periods are counted: epoch milliseconds, UTC. */
  readonly nowMs: number;
  readonly onReview: (draft: Draft) => void;
}

/** Where a person says what they want to share: in controls, in words and in the exact request, always in step. */
export function BuilderPage({ provider, draft, problem, depth, nowMs, onReview }: BuilderPageProps) {
  const say = useWords();
  const builder = useBuilder({ provider, draft, problem, onReview });
  const shared = { builder, provider, depth, nowMs };

  return (
    <div className="builder">
      <PageHeader
        eyebrow={say('builder.step', { provider: provider.name })}
        title={say('builder.title')}
        isSandbox={provider.isSandbox}
      />
      <RefusalNotice builder={builder} />
      <PurposePicker {...shared} />
      <div className="builder-columns">
        <div className="builder-controls">
          <ItemList {...shared} />
          <DurationPicker {...shared} />
          <LookbackPicker {...shared} />
        </div>
        <RequestPane {...shared} />
      </div>
      <BuilderFooter builder={builder} />
    </div>
  );
}
