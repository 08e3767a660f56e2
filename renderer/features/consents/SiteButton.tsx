import { ExternalLink } from 'lucide-react';

import { Button } from '../../ui/Button';
import { useWords } from '../../ui/words';
import type { ConsentActions } from './use-consent-actions';

interface SiteButtonProps {
  readonly provider: string;
  readonly actions: ConsentActions;
}

/** Opens the bank's own page, outside this window. */
export function SiteButton({ provider, actions }: SiteButtonProps) {
  const say = useWords();
  return (
    <Button
      icon={<ExternalLink size={16} aria-hidden />}
      isPending={actions.siteState.phase === 'running'}
      onPress={actions.openSite}
    >
      {say('consents.site', { provider })}
    </Button>
  );
}
