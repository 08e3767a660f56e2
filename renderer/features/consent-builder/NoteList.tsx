import { usePhrases, useWords } from '../../ui/words';
import type { TextNote } from './request-notes';
import type { TextPlace } from './text-place';

interface NoteListProps {
  readonly notes: readonly TextNote[];
  readonly onShow: (place: TextPlace) => void;
}

/** What there is to say about the text, each with its line, column and member; a click goes there. */
export function NoteList({ notes, onShow }: NoteListProps) {
  const say = useWords();
  const sayPhrase = usePhrases();
  if (notes.length === 0) return null;

  return (
    <ul className="note-list" aria-label={say('builder.json.problems')}>
      {notes.map(({ kind, member, message, place }) => (
        <li key={`${place.offset} ${member} ${message.id}`}>
          <button type="button" className={`note note-${kind}`} onClick={() => onShow(place)}>
            <span className="note-place">
              {say('builder.json.place', { line: place.line, column: place.column })}
              {member === '' ? null : <code> {member}</code>}
            </span>
            <span>{sayPhrase(message)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
