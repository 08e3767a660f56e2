import { CircleCheck, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useId } from 'react';

import { LinkButton } from '../../ui/LinkButton';
import { useWords } from '../../ui/words';
import { JsonEditor } from './JsonEditor';
import { NoteList } from './NoteList';
import { marksOf, type TextNote } from './request-notes';
import type { BuilderPart } from './use-builder';

/** The request exactly as it is sent, to read and to change. */
export function JsonPanel({ builder, provider, depth }: BuilderPart) {
  const say = useWords();
  const statusId = useId();
  const { state, notes, jump } = builder;
  const isTyped = state.writtenBy === 'hand';

  return (
    <>
      <JsonEditor
        text={state.text}
        marks={marksOf(notes)}
        isWrong={!state.reading.ok}
        describedBy={statusId}
        hint={say(`builder.json.hint.${depth}`)}
        jump={jump}
        onChange={builder.editText}
      />
      <div id={statusId} className="json-notes">
        <TextStatus notes={notes} isTyped={isTyped} provider={provider.name} />
        <NoteList notes={notes} onShow={builder.showPlace} />
      </div>
      {!state.reading.ok && isTyped ? (
        <p>
          <LinkButton onPress={builder.restore}>{say('builder.json.restore')}</LinkButton>
        </p>
      ) : null}
    </>
  );
}

interface TextStatusProps {
  readonly notes: readonly TextNote[];
  readonly isTyped: boolean;
  readonly provider: string;
}

function TextStatus({ notes, isTyped, provider }: TextStatusProps) {
  const say = useWords();
  const count = notes.length;
  const gravest = (['error', 'refused', 'warning'] as const).find((kind) =>
    notes.some((note) => note.kind === kind),
  );
  switch (gravest) {
    case 'error': {
      const words = say(isTyped ? 'builder.json.invalid' : 'builder.json.invalid.controls', { count });
      return <StatusLine tone="wrong" icon={OctagonAlert} words={words} />;
    }
    case 'refused':
      return (
        <StatusLine tone="wrong" icon={OctagonAlert} words={say('builder.json.refused', { provider })} />
      );
    case 'warning':
      return <StatusLine tone="odd" icon={TriangleAlert} words={say('builder.json.warnings', { count })} />;
    case undefined:
      return <StatusLine tone="good" icon={CircleCheck} words={say('builder.json.valid')} />;
  }
}

interface StatusLineProps {
  readonly tone: 'good' | 'odd' | 'wrong';
  readonly icon: LucideIcon;
  readonly words: string;
}

function StatusLine({ tone, icon: Icon, words }: StatusLineProps) {
  return (
    <p className={`json-status json-status-${tone}`}>
      <Icon size={16} aria-hidden />
      {words}
    </p>
  );
}
