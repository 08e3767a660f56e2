import type { ReactNode } from 'react';

import './empty-state.css';
import { Mark } from './Mark';

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** The one thing to do from here. */
  readonly action?: ReactNode;
}

/** A page that has nothing yet: says what will be here and how it gets here. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <Mark size={64} />
      <h2>{title}</h2>
      {children === undefined ? null : <p className="muted">{children}</p>}
      {action}
    </div>
  );
}
