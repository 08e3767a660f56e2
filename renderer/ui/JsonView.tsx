import type { ReactNode } from 'react';

import { CopyButton } from './CopyButton';
import './json-view.css';

interface JsonViewProps {
  /** What the text is, for screen readers: "The consent as the bank sent it". */
  readonly label: string;
  readonly text: string;
  /** What stands above the text, beside the button that copies it. */
  readonly title?: ReactNode;
}

/** A text of the wire, to be read and copied, not changed. */
export function JsonView({ label, text, title }: JsonViewProps) {
  return (
    <div className="json-view">
      <div className="json-bar">
        <div>{title}</div>
        <CopyButton text={text} />
      </div>
      {/* A scrolling region must be reachable by keyboard, hence the tab stop. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="json-view-text" aria-label={label} tabIndex={0}>
        <pre>{text}</pre>
      </section>
    </div>
  );
}
