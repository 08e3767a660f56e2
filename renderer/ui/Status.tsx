import type { ReactNode } from 'react';

interface StatusProps {
  readonly children: ReactNode;
  readonly className?: string;
}

/** Words that are read out when they change. An `output` is a polite live region by itself. */
export function Status({ children, className }: StatusProps) {
  return <output className={className}>{children}</output>;
}
