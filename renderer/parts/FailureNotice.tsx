import type { ReactNode } from 'react';

import type { Failure } from '../../preload/contract/failure';
import { Notice } from '../ui/Notice';
import { useDepth } from '../ui/preferences';
import { usePhrases } from '../ui/words';
import { wordFailure } from './failure-words';

interface FailureNoticeProps {
  readonly failure: Failure;
  /** What the person can do about it from here, for example *Try again*. */
  readonly actions?: ReactNode;
  /** What it means for the thing that it is about. */
  readonly children?: ReactNode;
}

/** Says what went wrong, who can fix it and what to do next: the one place where a failure is shown. */
export function FailureNotice({ failure, actions, children }: FailureNoticeProps) {
  const say = usePhrases();
  const depth = useDepth();
  const { kind, what, who, next, said, technical } = wordFailure(failure);

  return (
    <Notice kind={kind} title={say(what)} {...(actions === undefined ? {} : { actions })}>
      {said === null ? null : <p>{say(said)}</p>}
      <p>
        {say(who)} {say(next)}
      </p>
      {children}
      {technical === null || depth === 'plain' ? null : <p className="mono">{technical}</p>}
    </Notice>
  );
}
