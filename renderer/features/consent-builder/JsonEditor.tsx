import { useEffect, useId, useRef } from 'react';

import { useWords } from '../../ui/words';
import type { TextNote } from './request-notes';
import type { Jump } from './use-builder';

interface JsonEditorProps {
  readonly text: string;
  /** Lines, counted from 1, that there is something to say about. */
  readonly marks: ReadonlyMap<number, TextNote['kind']>;
  readonly isWrong: boolean;
  /** The id of what says how the text is. */
  readonly describedBy: string;
  readonly hint: string;
  /** Where to go; null to stay. */
  readonly jump: Jump | null;
  readonly onChange: (text: string) => void;
}

/** A field for JSON with line numbers. Tab leaves it, as it leaves every field. */
export function JsonEditor({ text, marks, isWrong, describedBy, hint, jump, onChange }: JsonEditorProps) {
  const say = useWords();
  const fieldId = useId();
  const hintId = useId();
  const { area, lines } = useJump(jump);
  const lineCount = text.split('\n').length;

  return (
    <>
      <label className="visually-hidden" htmlFor={fieldId}>
        {say('builder.json.label')}
      </label>
      <p id={hintId} className="json-hint">
        {hint}
      </p>
      <div className={isWrong ? 'json-editor json-editor-wrong' : 'json-editor'}>
        <div ref={lines} className="json-lines" aria-hidden>
          {Array.from({ length: lineCount }, (_line, index) => (
            <span key={index} className="json-line" data-mark={marks.get(index + 1)}>
              {index + 1}
            </span>
          ))}
        </div>
        <textarea
          ref={area}
          id={fieldId}
          className="json-text"
          value={text}
          onChange={(event) => onChange(event.target.value)}
          rows={lineCount}
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-invalid={isWrong}
          aria-describedby={`${hintId} ${describedBy}`}
        />
      </div>
    </>
  );
}

/** Goes to a place in the text: the line into view, the cursor there, what it is about selected. */
function useJump(jump: Jump | null) {
  const area = useRef<HTMLTextAreaElement>(null);
  const lines = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (jump === null || area.current === null) return;
    const { offset, length, line } = jump.place;
    area.current.focus({ preventScroll: true });
    area.current.setSelectionRange(offset, offset + length);
    lines.current?.children[line - 1]?.scrollIntoView({ block: 'nearest' });
  }, [jump]);

  return { area, lines };
}
