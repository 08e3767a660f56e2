import { FailureNotice } from '../parts/FailureNotice';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { useWords } from '../ui/words';
import { useUnsavedSecrets } from './use-unsaved-secrets';

/** Says on every page that access would be lost if the app ended now, for as long as that is so. */
export function UnsavedNotice({ atStart }: { readonly atStart: boolean }) {
  const say = useWords();
  const { state, saving, saveNow, dismiss } = useUnsavedSecrets(atStart);
  if (state === 'none') return null;
  const isSaved = state === 'saved';
  return (
    <>
      <div className="start-notices">
        <Notice
          kind={isSaved ? 'success' : 'danger'}
          // One button all along, so that it keeps the focus when the notice turns to the good.
          actions={
            <Button isPending={saving.phase === 'running'} onPress={isSaved ? dismiss : saveNow}>
              {say(isSaved ? 'app.notice.dismiss' : 'app.unsaved.again')}
            </Button>
          }
        >
          {isSaved ? (
            <p>{say('app.unsaved.done')}</p>
          ) : (
            <p>
              <strong>{say('app.unsaved')}</strong> {say('app.unsaved.about')}
            </p>
          )}
        </Notice>
      </div>
      {saving.phase === 'failed' ? (
        <div className="unsaved-failure">
          <FailureNotice failure={saving.failure} />
        </div>
      ) : null}
    </>
  );
}
