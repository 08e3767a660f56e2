import { ArrowLeftRight, House, KeyRound, Landmark, ReceiptText, ScrollText, Settings } from 'lucide-react';

import { Mark } from '../ui/Mark';
import { usePreferences } from '../ui/preferences';
import { useWords } from '../ui/words';
import { type Section, SECTIONS } from './route';
import { modifierName } from './use-shortcuts';

const ICONS = {
  welcome: House,
  transactions: ReceiptText,
  consents: ScrollText,
  providers: Landmark,
  keys: KeyRound,
  wire: ArrowLeftRight,
  settings: Settings,
} as const;

interface SidebarProps {
  readonly section: Section;
  readonly consentCount: number;
  readonly onOpen: (section: Section) => void;
}

/** The way to every section, and the switch between plain words and the standards' own. */
export function Sidebar({ section, consentCount, onOpen }: SidebarProps) {
  const say = useWords();
  return (
    <nav className="sidebar" aria-label={say('app.nav')}>
      <p className="sidebar-name">
        <Mark size={24} />
        <span>{say('app.name')}</span>
      </p>
      <ul className="sidebar-list">
        {SECTIONS.map((entry, index) => (
          <li key={entry}>
            <SidebarEntry
              section={entry}
              consentCount={consentCount}
              isCurrent={entry === section}
              shortcut={`${modifierName()} ${index + 1}`}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
      <DepthSwitch />
    </nav>
  );
}

interface SidebarEntryProps {
  readonly section: Section;
  readonly consentCount: number;
  readonly isCurrent: boolean;
  readonly shortcut: string;
  readonly onOpen: (section: Section) => void;
}

function SidebarEntry({ section, consentCount, isCurrent, shortcut, onOpen }: SidebarEntryProps) {
  const say = useWords();
  const Icon = ICONS[section];
  const name = section === 'welcome' && consentCount > 0 ? 'home' : section;
  return (
    <button
      type="button"
      className="sidebar-entry"
      aria-current={isCurrent ? 'page' : undefined}
      title={shortcut}
      onClick={() => onOpen(section)}
    >
      <Icon size={20} aria-hidden />
      <span className="sidebar-entry-name">{say(`app.nav.${name}`)}</span>
      {section !== 'consents' || consentCount === 0 ? null : (
        <>
          <span className="sidebar-count" aria-hidden>
            {consentCount}
          </span>
          <span className="visually-hidden">{say('app.nav.consents.count', { count: consentCount })}</span>
        </>
      )}
    </button>
  );
}

function DepthSwitch() {
  const say = useWords();
  const { preferences, choose } = usePreferences();
  const isDeveloper = preferences.depth === 'developer';
  const key = modifierName();
  return (
    <label className="depth-switch" title={say('app.depth.shortcut', { key })}>
      <input
        type="checkbox"
        role="switch"
        checked={isDeveloper}
        aria-checked={isDeveloper}
        onChange={() => choose({ depth: isDeveloper ? 'plain' : 'developer' })}
      />
      {say('app.depth.developer')}
    </label>
  );
}
