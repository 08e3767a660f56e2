import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';

import './page-header.css';
import { StatusBadge } from './StatusBadge';
import { useWords } from './words';

/** Whether the page was reached by a navigation: then its heading takes the focus, so that it is read out. */
export const ArrivalContext = createContext<'at-start' | 'navigated'>('at-start');

interface PageHeaderProps {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  /** A line above the title: where in a sequence this page is, or whose it is. */
  readonly eyebrow?: ReactNode;
  /** Says, here and in the title of the window, that the bank and its money are made up. */
  readonly isSandbox?: boolean;
  readonly actions?: ReactNode;
  /** What the window is called, where the title alone would say too little. */
  readonly windowTitle?: string;
}

/** The heading of a page. It also names the window, and takes the focus when the page arrives. */
export function PageHeader({ title, lead, eyebrow, isSandbox = false, actions, ...props }: PageHeaderProps) {
  const say = useWords();
  const heading = useHeadingFocus();
  useWindowTitle(props.windowTitle ?? title, isSandbox);

  return (
    <header className="page-header">
      <div className="page-header-words">
        {eyebrow === undefined && !isSandbox ? null : (
          <div className="page-eyebrow">
            {eyebrow === undefined ? null : <span>{eyebrow}</span>}
            {isSandbox ? <StatusBadge tone="look">{say('app.sandbox')}</StatusBadge> : null}
          </div>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead === undefined ? null : <p className="page-lead">{lead}</p>}
      </div>
      {actions === undefined ? null : <div className="page-actions">{actions}</div>}
    </header>
  );
}

function useWindowTitle(title: string, isSandbox: boolean): void {
  const say = useWords();
  const windowTitle = say(isSandbox ? 'app.window-title.sandbox' : 'app.window-title', { title });
  useEffect(() => {
    document.title = windowTitle;
  }, [windowTitle]);
}

function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrival = useContext(ArrivalContext);

  useEffect(() => {
    // Someone who has already gone on inside the page keeps their place.
    const hasGoneOn = (document.activeElement?.parentElement?.closest('main') ?? null) !== null;
    if (arrival === 'navigated' && !hasGoneOn) heading.current?.focus();
  }, [arrival]);

  return heading;
}
