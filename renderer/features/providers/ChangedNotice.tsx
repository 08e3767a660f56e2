import type { ProviderSummary } from '../../../preload/contract/app-shapes';
import type { ProviderDetail } from '../../../preload/contract/provider-shapes';
import { type Action, useAction } from '../../data/use-action';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useWords } from '../../ui/words';
import { useFindings } from './use-findings';

/** Says that a provider knows this client otherwise than it is now, and offers to tell it; nothing while all is alike. */
export function ChangedNotice({ detail }: { readonly detail: ProviderDetail }) {
  const say = useWords();
  const { profile, changed } = detail;
  const { registers } = useFindings(profile);
  const again = useAction<ProviderDetail>(() => undefined);
  const known = useAction<ProviderSummary>(() => undefined);
  const [first] = changed;
  if (first === undefined) return null;
  const failed = [again.state, known.state].find(({ phase }) => phase === 'failed');
  const buttons = (
    <>
      {registers === false ? null : <AgainButton detail={detail} action={again} />}
      <KnownButton detail={detail} action={known} />
    </>
  );
  const title = say(`providers.changed.${first}`, { name: profile.name });
  return (
    <>
      <Notice kind="warn" announce="still" title={title} actions={buttons}>
        <p>{say('providers.changed.about')}</p>
      </Notice>
      {failed?.phase === 'failed' ? <FailureNotice failure={failed.failure} /> : null}
    </>
  );
}

interface ButtonProps<Value> {
  readonly detail: ProviderDetail;
  readonly action: Action<Value>;
}

function AgainButton({ detail: { providerId, key }, action }: ButtonProps<ProviderDetail>) {
  const say = useWords();
  return (
    <Button
      variant="primary"
      isDisabled={key.state !== 'held'}
      isPending={action.state.phase === 'running'}
      onPress={() => action.start(() => window.bridge.registerProvider({ providerId }))}
    >
      {say('providers.changed.again')}
    </Button>
  );
}

/** For what the provider was told by hand, of which nobody here knows. */
function KnownButton({ detail: { providerId, profile: draft }, action }: ButtonProps<ProviderSummary>) {
  const say = useWords();
  const said = { providerId, draft, key: { kind: 'keep' }, isKnownThere: true } as const;
  return (
    <Button
      isPending={action.state.phase === 'running'}
      onPress={() => action.start(() => window.bridge.saveProvider(said))}
    >
      {say('providers.changed.known')}
    </Button>
  );
}
