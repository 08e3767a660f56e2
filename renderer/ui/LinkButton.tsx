import type { ReactNode } from 'react';

import './button.css';

interface LinkButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly label?: string;
}

/** A button inside a sentence: it goes somewhere or shows more, and looks like a link. */
export function LinkButton({ children, onPress, label }: LinkButtonProps) {
  return (
    <button type="button" className="link-button" aria-label={label} onClick={onPress}>
      {children}
    </button>
  );
}
