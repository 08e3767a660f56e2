import type { ProviderSummary } from '../../../preload/contract/app-shapes';
import type { ProviderDetail } from '../../../preload/contract/provider-shapes';
import { useAction } from '../../data/use-action';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useWords } from '../../ui/words';

/** Says why the key of a provider cannot be used, and offers a new one; nothing while it can. */
export function KeyNotice({ detail }: { readonly detail: ProviderDetail }) {
  const say = useWords();
  const { providerId, profile, key } = detail;
  const { state, start } = useAction<ProviderSummary>(() => undefined);
  if (key.state === 'held') return null;
  const isLocked = key.state === 'locked';
  return (
    <>
      <Notice
        kind="warn"
        announce="still"
        title={say(`providers.key.${key.state}`)}
        actions={
          isLocked ? undefined : (
            <Button
              isPending={state.phase === 'running'}
              onPress={() =>
                start(() => window.bridge.saveProvider({ providerId, draft: profile, key: { kind: 'new' } }))
              }
            >
              {say('providers.key.new')}
            </Button>
          )
        }
      >
        <p>{say(isLocked ? 'providers.key.locked.about' : 'providers.key.new.about')}</p>
      </Notice>
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
    </>
  );
}
