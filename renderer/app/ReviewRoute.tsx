import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { Output } from '../../preload/contract/ipc-contract';
import { useAction } from '../data/use-action';
import { keepReading, useReading } from '../data/use-reading';
import { ReviewPage } from '../features/consent-builder/ReviewPage';
import { Reading } from '../parts/Reading';
import { useDepth } from '../ui/preferences';
import { type Attempt, isRefusalOfRequest } from './attempt';
import type { Move } from './history';

interface ReviewRouteProps {
  readonly attempt: Attempt | null;
  readonly onAttempt: (attempt: Attempt) => void;
  readonly onMove: (step: Move) => void;
}

/** The review of the attempt at hand; without one there is nothing to review. */
export function ReviewRoute({ attempt, onAttempt, onMove }: ReviewRouteProps) {
  useEffect(() => {
    if (attempt === null) onMove({ kind: 'replace', to: { page: 'welcome' } });
  }, [attempt, onMove]);

  return attempt === null ? null : (
    <ReviewOfAttempt attempt={attempt} onAttempt={onAttempt} onMove={onMove} />
  );
}

function ReviewOfAttempt({ attempt, onAttempt, onMove }: ReviewRouteProps & { readonly attempt: Attempt }) {
  const client = useQueryClient();
  const depth = useDepth();
  const [nowMs] = useState(() => Date.now());
  const { providerId, draft } = attempt;
  const provider = useReading('getProvider', { providerId });
  const flow = useAction<Output<'startFlow'>>((view) => {
    keepReading(client, 'getFlow', { flowId: view.flowId }, view);
    onMove({ kind: 'replace', to: { page: 'flow', flowId: view.flowId } });
  });
  const failure = flow.state.phase === 'failed' ? flow.state.failure : null;

  // The builder shows it at the field when the person goes back.
  useEffect(() => {
    if (isRefusalOfRequest(failure)) onAttempt({ providerId, draft, problem: failure });
  }, [failure, providerId, draft, onAttempt]);

  return (
    <Reading state={provider}>
      {(known) => (
        <ReviewPage
          provider={known}
          draft={draft}
          depth={depth}
          nowMs={nowMs}
          onBack={() => onMove({ kind: 'replace', to: { page: 'build', providerId } })}
          onProvider={() => onMove({ kind: 'go', to: { page: 'provider-edit', providerId } })}
          onAgree={(disclosed) =>
            flow.start(() => window.bridge.startFlow({ providerId, ...draft, disclosed }))
          }
          busy={flow.state.phase === 'running'}
          failure={failure}
        />
      )}
    </Reading>
  );
}
