import { useMemo, useReducer } from 'react';

import type { Output, Reply } from '../../preload/contract/ipc-contract';
import { FailureNotice } from '../parts/FailureNotice';
import { ArrivalContext } from '../ui/PageHeader';
import { PreferencesContext } from '../ui/preferences';
import { Page } from './Page';
import { Shell } from './Shell';
import { move, START } from './history';
import { sectionOf, SECTIONS } from './route';
import { useConsentCount } from './use-consent-count';
import { usePreferencesChoice } from './use-preferences-choice';
import { useShortcuts } from './use-shortcuts';

/** The whole window. */
export function App({ start }: { readonly start: Reply<'getStartState'> }) {
  if (start.ok) return <StartedApp start={start.value} />;
  return (
    <main className="main">
      <FailureNotice failure={start.error} />
    </main>
  );
}

function StartedApp({ start }: { readonly start: Output<'getStartState'> }) {
  const [history, dispatch] = useReducer(move, START);
  const consentCount = useConsentCount(start.consentCount);
  const choice = usePreferencesChoice(start.preferences);
  const { preferences, choose } = choice;

  const shortcuts = useMemo(
    () => ({
      openSection: (place: number) => {
        const page = SECTIONS[place - 1];
        if (page !== undefined) dispatch({ kind: 'go', to: { page } });
      },
      toggleDepth: () => choose({ depth: preferences.depth === 'plain' ? 'developer' : 'plain' }),
      goBack: () => dispatch({ kind: 'back' }),
    }),
    [choose, preferences.depth],
  );
  useShortcuts(shortcuts);

  return (
    <PreferencesContext value={choice}>
      <ArrivalContext value={history.hasMoved ? 'navigated' : 'at-start'}>
        <Shell
          section={sectionOf(history.here)}
          consentCount={consentCount}
          notices={start.notices}
          hasUnsavedSecrets={start.hasUnsavedSecrets}
          onOpen={(page) => dispatch({ kind: 'go', to: { page } })}
        >
          <Page route={history.here} start={start} consentCount={consentCount} onMove={dispatch} />
        </Shell>
      </ArrivalContext>
    </PreferencesContext>
  );
}
