import { type ReactNode, useRef } from 'react';

import type { StartNotice } from '../../preload/contract/app-shapes';
import { Button } from '../ui/Button';
import { useWords } from '../ui/words';
import type { Section } from './route';
import { Sidebar } from './Sidebar';
import './shell.css';
import { StartNotices } from './StartNotices';
import { UnsavedNotice } from './UnsavedNotice';

interface ShellProps {
  readonly section: Section;
  readonly consentCount: number;
  readonly notices: readonly StartNotice[];
  readonly hasUnsavedSecrets: boolean;
  readonly onOpen: (section: Section) => void;
  readonly children: ReactNode;
}

/** What is around every page: the way past the sidebar, the sidebar, and the page's place. */
export function Shell({ section, consentCount, notices, hasUnsavedSecrets, onOpen, children }: ShellProps) {
  const say = useWords();
  const main = useRef<HTMLElement>(null);
  return (
    <div className="shell">
      <div className="skip-link">
        <Button onPress={() => main.current?.focus()}>{say('app.skip')}</Button>
      </div>
      <Sidebar section={section} consentCount={consentCount} onOpen={onOpen} />
      <main className="main" ref={main} tabIndex={-1}>
        <UnsavedNotice atStart={hasUnsavedSecrets} />
        <StartNotices atStart={notices} />
        {children}
      </main>
    </div>
  );
}
