import { Circle, CircleCheck, CircleSlash, CircleStop, Hourglass, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import './status-badge.css';

const SHAPES = {
  good: CircleCheck,
  look: TriangleAlert,
  waiting: Hourglass,
  stopped: CircleStop,
  over: CircleSlash,
  neutral: Circle,
} as const;

/** What a badge means; each has a colour and a shape, and the word is the caller's. */
export type BadgeTone = keyof typeof SHAPES;

interface StatusBadgeProps {
  readonly tone: BadgeTone;
  readonly children: ReactNode;
}

/** A state as a word with a shape, so that it is clear without colour. */
export function StatusBadge({ tone, children }: StatusBadgeProps) {
  const Shape = SHAPES[tone];
  return (
    <span className={`badge badge-${tone}`}>
      <Shape size={16} aria-hidden />
      {children}
    </span>
  );
}
