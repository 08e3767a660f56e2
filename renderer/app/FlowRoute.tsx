import { useReading } from '../data/use-reading';
import { FlowPage } from '../features/flow/FlowPage';
import { Reading } from '../parts/Reading';
import { type Attempt, isRefusalOfRequest } from './attempt';
import type { Move } from './history';
import { useProvider } from './use-provider';

interface FlowRouteProps {
  readonly flowId: string;
  readonly attempt: Attempt | null;
  readonly onAttempt: (attempt: Attempt) => void;
  readonly onMove: (step: Move) => void;
}

/** The flow under way, and where it leads. */
export function FlowRoute({ flowId, attempt, onAttempt, onMove }: FlowRouteProps) {
  const flow = useReading('getFlow', { flowId });
  const providerId = flow.phase === 'loaded' ? flow.value.providerId : null;
  const isSandbox = useProvider(providerId)?.isSandbox ?? false;

  return (
    <Reading state={flow}>
      {(view) => (
        <FlowPage
          flow={view}
          isSandbox={isSandbox}
          onDone={(connectionId) => onMove({ kind: 'replace', to: { page: 'consent', connectionId } })}
          onAgain={() => onMove({ kind: 'replace', to: { page: attempt === null ? 'welcome' : 'review' } })}
          onProvider={() => onMove({ kind: 'go', to: { page: 'provider', providerId: view.providerId } })}
          onProfile={() => onMove({ kind: 'go', to: { page: 'provider-edit', providerId: view.providerId } })}
          onWire={(steps) => onMove({ kind: 'go', to: { page: 'wire', flowId, steps } })}
          onChange={() => {
            const problem = isRefusalOfRequest(view.failure) ? view.failure : null;
            if (attempt !== null) onAttempt({ ...attempt, problem });
            onMove({ kind: 'replace', to: { page: 'build', providerId: view.providerId } });
          }}
        />
      )}
    </Reading>
  );
}
