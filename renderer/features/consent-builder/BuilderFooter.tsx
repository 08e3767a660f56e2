import { OctagonAlert } from 'lucide-react';
import { useId } from 'react';

import { Button } from '../../ui/Button';
import { LinkButton } from '../../ui/LinkButton';
import { usePhrases, useWords } from '../../ui/words';
import { formFromPurpose, isLeastData } from './builder-model';
import { useAnnouncement } from './use-announcement';
import type { Builder } from './use-builder';

/** What can be done with the request: less, or on to the review; and why not, where not. */
export function BuilderFooter({ builder }: { readonly builder: Builder }) {
  const say = useWords();
  const { form } = builder.state;
  const isLeast = isLeastData(form);
  const leastId = useId();
  const blockId = useId();

  return (
    <div className="builder-footer">
      <Button
        describedBy={leastId}
        onPress={() => builder.change(formFromPurpose(form.pickedPurpose, form.type))}
      >
        {say('builder.leastData')}
      </Button>
      <p id={leastId} className="builder-footer-note">
        {say(isLeast ? 'builder.leastData.done' : 'builder.leastData.possible')}
      </p>
      <BlockReason builder={builder} id={blockId} />
      <Button
        variant="primary"
        size="large"
        isDisabled={builder.block !== null}
        describedBy={blockId}
        onPress={builder.review}
      >
        {say('builder.review')}
      </Button>
      <SpokenState builder={builder} />
    </div>
  );
}

function BlockReason({ builder, id }: { readonly builder: Builder; readonly id: string }) {
  const say = useWords();
  const sayPhrase = usePhrases();
  const { block } = builder;
  const key = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';

  if (!block) {
    return (
      <p id={id} className="builder-footer-reason">
        {say('builder.review.shortcut', { key })}
      </p>
    );
  }
  return (
    <p className="builder-footer-reason builder-footer-blocked">
      <span className="builder-footer-why">
        <OctagonAlert size={16} aria-hidden />
        <span id={id}>{sayPhrase(block.reason)}</span>
      </span>
      {block.isAtControl ? null : (
        <LinkButton onPress={() => builder.showPlace(block.place)}>{say('builder.blocked.show')}</LinkButton>
      )}
    </p>
  );
}

/** For screen readers: whether the request can be sent, said once it has stayed so. */
function SpokenState({ builder }: { readonly builder: Builder }) {
  const say = useWords();
  const sayPhrase = usePhrases();
  const announcement = useAnnouncement(builder.state);
  const { block } = builder;
  const { reading } = builder.state;

  const spoken = () => {
    if (announcement === 'valid' && reading.ok) return say('builder.json.said.valid');
    if (announcement !== 'invalid' || reading.ok || !block) return null;
    if (block.isAtControl) return sayPhrase(block.reason);
    const [first] = reading.error;
    const message = first ? sayPhrase(first.message) : '';
    return say('builder.json.said.invalid', { count: reading.error.length, line: block.place.line, message });
  };

  return <output className="visually-hidden">{spoken()}</output>;
}
