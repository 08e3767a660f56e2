import type { MouseEvent, ReactNode, Ref } from 'react';

import './button.css';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'large';
  readonly type?: 'button' | 'submit';
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  /** Work that it started is under way: it keeps the focus and does nothing. */
  readonly isPending?: boolean;
  /** A lucide icon before the words. */
  readonly icon?: ReactNode;
  readonly label?: string;
  readonly describedBy?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button says what it does. Native on purpose: it is in the first chunk, which must stay small. */
export function Button({ variant = 'secondary', size = 'normal', type = 'button', ...props }: ButtonProps) {
  const { children, onPress, isDisabled = false, isPending = false, icon, label, describedBy, ref } = props;
  const press = (event: MouseEvent) => {
    if (isPending) event.preventDefault();
    else onPress?.();
  };

  return (
    <button
      ref={ref}
      type={type}
      className={`button button-${variant} button-${size}`}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      aria-label={label}
      aria-describedby={describedBy}
      onClick={press}
    >
      {icon}
      {children}
    </button>
  );
}
