import type { FlowView } from '../../../preload/contract/flow-shapes';
import { PRIVATE_USE_SCHEME } from '../../../preload/contract/private-use-scheme';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { Instant } from '../../ui/Instant';
import { Notice } from '../../ui/Notice';
import { Status } from '../../ui/Status';
import { useNow } from '../../ui/use-now';
import { Phrased, useWords, Words } from '../../ui/words';
import { PasteRescue } from './PasteRescue';
import { viewCountdown } from './flow-view';
import { useFlowActions } from './use-flow-actions';

interface FlowWaitProps {
  readonly flow: FlowView;
  readonly isSandbox: boolean;
}

/** While the bank has the word: where its page is, how long it waits, and the ways out. */
export function FlowWait({ flow, isSandbox }: FlowWaitProps) {
  const say = useWords();
  const { isBusy, failure, wasReopened, cancel, reopen } = useFlowActions(flow.flowId);
  const isAtProvider = flow.phase === 'at-provider';

  return (
    <section className="flow-wait">
      {isAtProvider ? <WaitingWords flow={flow} /> : null}
      {isAtProvider ? <LinkWords flow={flow} /> : null}
      {isAtProvider ? <ForeignAnswers flow={flow} /> : null}
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="flow-actions">
        {isAtProvider ? (
          <Button isPending={isBusy} onPress={reopen}>
            {say('flow.reopen')}
          </Button>
        ) : null}
        <Button variant="quiet" isPending={isBusy} onPress={cancel}>
          {say('flow.cancel')}
        </Button>
        <Status className="muted"> {wasReopened ? say('flow.reopened') : ''}</Status>
      </div>
      {/* The bank's own window always finds its way back, and has no address to copy. */}
      {isAtProvider && !isSandbox ? (
        <PasteRescue flowId={flow.flowId} isNeeded={flow.answerBy === 'paste'} />
      ) : null}
    </section>
  );
}

function WaitingWords({ flow }: { readonly flow: FlowView }) {
  const { providerHost, waitsUntilMs } = flow;
  const countdown = viewCountdown(flow, useNow(1000));
  return (
    <>
      {providerHost === null ? null : (
        <p>
          <Words id="flow.host" values={{ host: <strong className="mono">{providerHost}</strong> }} />
        </p>
      )}
      {countdown === null ? null : (
        // A timer is not read out each second; whoever looks for it finds it here.
        <p role="timer" className="flow-left">
          <Phrased phrase={countdown} />
        </p>
      )}
      {waitsUntilMs === null ? null : (
        <p className="muted">
          <Words id="flow.waits" values={{ when: <Instant atMs={waitsUntilMs} style="clock" /> }} />
        </p>
      )}
    </>
  );
}

/** That something tried to answer in the bank's place. */
function ForeignAnswers({
  flow: { foreignAnswers: count, providerName: provider },
}: {
  readonly flow: FlowView;
}) {
  const say = useWords();
  if (count === 0) return null;
  return (
    <Notice kind="info" title={say('flow.foreign', { provider })}>
      <p>{say('flow.foreign.about', { provider, count })}</p>
    </Notice>
  );
}

/** What the person has to do for an answer that comes as a link. */
function LinkWords({ flow: { answerBy, providerName: provider } }: { readonly flow: FlowView }) {
  const say = useWords();
  if (answerBy === 'loopback') return null;
  if (answerBy === 'link') return <p className="muted">{say('flow.link')}</p>;
  return (
    <Notice kind="warn" announce="still" title={say('flow.link.lost')}>
      <p>{say('flow.link.lost.about', { provider, scheme: PRIVATE_USE_SCHEME })}</p>
    </Notice>
  );
}
