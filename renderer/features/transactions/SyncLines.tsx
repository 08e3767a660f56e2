import type { SyncView, TransactionFilter } from '../../../preload/contract/data-shapes';
import type { Output } from '../../../preload/contract/ipc-contract';
import { useAction } from '../../data/use-action';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Status } from '../../ui/Status';
import { Phrased, useWords } from '../../ui/words';
import { gapsOf, progressOf } from './transaction-view';

interface SyncLinesProps {
  readonly world: TransactionFilter['world'];
  readonly readings: Output<'listReadings'>;
  readonly syncs: readonly SyncView[];
}

/** What is being read, what could not be, and what is not whole. */
export function SyncLines({ world, readings, syncs }: SyncLinesProps) {
  const say = useWords();
  const ofWorld = syncs.filter((sync) => sync.world === world);
  const running = ofWorld.filter(({ phase }) => phase === 'running');
  const failed = ofWorld.filter((sync) => failureOf(sync) !== null);
  const gaps = gapsOf(readings.readings, running.length > 0);
  return (
    <>
      {running.map((sync) => (
        <RunningLine key={sync.connectionId} sync={sync} />
      ))}
      {failed.map((sync) => (
        <FailedSync key={sync.connectionId} sync={sync} />
      ))}
      {gaps.length === 0 ? null : (
        <Notice kind="warn" announce="still">
          {gaps.map((phrase, index) => (
            <p key={index}>
              <Phrased phrase={phrase} />
            </p>
          ))}
        </Notice>
      )}
      {readings.movedTo === null ? null : (
        <Notice kind="warn">{say('transactions.moved', { file: readings.movedTo })}</Notice>
      )}
    </>
  );
}

function RunningLine({ sync }: { readonly sync: SyncView }) {
  const say = useWords();
  const stop = useAction(() => undefined);
  return (
    <div className="tx-running">
      <Status>
        <Phrased phrase={progressOf(sync)} />
      </Status>
      <Button
        variant="quiet"
        isPending={stop.state.phase === 'running'}
        onPress={() => stop.start(() => window.bridge.cancelSync({ connectionId: sync.connectionId }))}
      >
        {say('transactions.sync.stop')}
      </Button>
    </div>
  );
}

function FailedSync({ sync }: { readonly sync: SyncView }) {
  const say = useWords();
  const again = useAction(() => undefined);
  const failure = failureOf(sync);
  if (failure === null) return null;
  return (
    <FailureNotice
      failure={again.state.phase === 'failed' ? again.state.failure : failure}
      actions={
        <Button
          isPending={again.state.phase === 'running'}
          onPress={() => again.start(() => window.bridge.startSync({ connectionId: sync.connectionId }))}
        >
          {say('transactions.sync.again')}
        </Button>
      }
    />
  );
}

/** Why it is not whole; a reading that the person stopped is no failure. */
function failureOf({ phase, failure }: SyncView) {
  return phase === 'running' || failure?.kind === 'flow-cancelled' ? null : failure;
}
