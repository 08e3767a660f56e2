import type { ReactNode } from 'react';

import './fact-list.css';

interface FactListProps {
  /** Whether values stand at the far end of their line, for short ones, or in a column beside the names. */
  readonly values: 'at-end' | 'in-column';
  readonly children: ReactNode;
}

/** A list of names with their values. */
export function FactList({ values, children }: FactListProps) {
  return <dl className={`facts facts-${values}`}>{children}</dl>;
}

/** One name with its value. */
export function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
