import { useState } from 'react';

import { useReading } from '../data/use-reading';
import { BuilderPage } from '../features/consent-builder/BuilderPage';
import { Reading } from '../parts/Reading';
import { useDepth } from '../ui/preferences';
import type { Attempt } from './attempt';
import type { Move } from './history';

interface BuildRouteProps {
  readonly providerId: string;
  readonly attempt: Attempt | null;
  readonly onAttempt: (attempt: Attempt) => void;
  readonly onMove: (step: Move) => void;
}

/** The builder, with the bank that it is for and what the person had before. */
export function BuildRoute({ providerId, attempt, onAttempt, onMove }: BuildRouteProps) {
  const depth = useDepth();
  const provider = useReading('getProvider', { providerId });
  const [nowMs] = useState(() => Date.now());
  const kept = attempt?.providerId === providerId ? attempt : null;

  return (
    <Reading state={provider}>
      {(known) => (
        <BuilderPage
          provider={known}
          draft={kept?.draft ?? null}
          problem={kept?.problem ?? null}
          depth={depth}
          nowMs={nowMs}
          onReview={(draft) => {
            onAttempt({ providerId, draft, problem: null });
            onMove({ kind: 'go', to: { page: 'review' } });
          }}
        />
      )}
    </Reading>
  );
}
