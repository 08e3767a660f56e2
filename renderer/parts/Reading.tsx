import type { ReactNode } from 'react';

import type { ReadingState } from '../data/use-reading';
import { Button } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { useWords } from '../ui/words';
import { FailureNotice } from './FailureNotice';

interface ReadingProps<Value> {
  readonly state: ReadingState<Value>;
  readonly children: (value: Value) => ReactNode;
}

/** Draws what was read, or that it is being read, or why it could not be. */
export function Reading<Value>({ state, children }: ReadingProps<Value>) {
  const say = useWords();
  if (state.phase === 'loaded') return <>{children(state.value)}</>;
  if (state.phase === 'loading') return <Loading />;
  return (
    <FailureNotice
      failure={state.failure}
      actions={<Button onPress={state.retry}>{say('app.try-again')}</Button>}
    />
  );
}
