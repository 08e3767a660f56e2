import { useCallback, useEffect, useState } from 'react';

import type { WireField } from '../../../preload/contract/wire-shapes';
import { useAction } from '../../data/use-action';
import { FailureNotice } from '../../parts/FailureNotice';
import { CopyButton } from '../../ui/CopyButton';
import { LinkButton } from '../../ui/LinkButton';
import { useNow } from '../../ui/use-now';
import { useWords } from '../../ui/words';

/** How long a revealed value stays in sight, in milliseconds. */
const REVEALED_MS = 30_000;

interface FieldValueProps {
  readonly exchangeId: string;
  readonly field: WireField;
}

/** A value as main masked it; the true one only while the person looks at it. */
export function FieldValue({ exchangeId, field }: FieldValueProps) {
  const say = useWords();
  const { decoded, signature, canReveal } = field;
  return (
    <div className="wire-value">
      {canReveal ? <MaskedValue exchangeId={exchangeId} field={field} /> : <PlainValue field={field} />}
      {decoded === null ? null : (
        <details open={field.name === 'authorization_details'}>
          <summary>{say('wire.field.decoded')}</summary>
          <pre>{decoded}</pre>
        </details>
      )}
      {signature === null ? null : <p className="muted">{say(`wire.signature.${signature}`)}</p>}
    </div>
  );
}

function PlainValue({ field: { name, value } }: Pick<FieldValueProps, 'field'>) {
  const say = useWords();
  return (
    <>
      <code>{value}</code>
      {value === '' ? null : <CopyButton text={value} label={say('wire.copy.name', { name })} />}
    </>
  );
}

/**
 * A true value, in one place that can be emptied: React keeps the props and the state of the last picture for the next
 * one, which may never come.
 */
interface Revealed {
  value: string;
  readonly untilMs: number;
}

function MaskedValue({ exchangeId, field: { fieldId, name, value } }: FieldValueProps) {
  const say = useWords();
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const reveal = useAction<{ value: string }>((answer) =>
    setRevealed({ value: answer.value, untilMs: Date.now() + REVEALED_MS }),
  );
  const hide = useCallback((shown: Revealed) => {
    shown.value = '';
    setRevealed(null);
  }, []);

  return (
    <>
      {revealed === null ? (
        <>
          <code>{value}</code>
          <LinkButton
            label={say('wire.reveal.name', { name })}
            onPress={() => reveal.start(() => window.bridge.revealWireField({ exchangeId, fieldId }))}
          >
            {say('wire.reveal')}
          </LinkButton>
        </>
      ) : (
        <RevealedValue name={name} revealed={revealed} onHide={hide} />
      )}
      {reveal.state.phase === 'failed' ? <FailureNotice failure={reveal.state.failure} /> : null}
    </>
  );
}

interface RevealedValueProps {
  readonly name: string;
  readonly revealed: Revealed;
  readonly onHide: (revealed: Revealed) => void;
}

/** All that holds the true value; what React knew of it goes when this leaves the page. */
function RevealedValue({ name, revealed, onHide }: RevealedValueProps) {
  const say = useWords();
  useEffect(() => {
    const timer = setTimeout(() => onHide(revealed), Math.max(0, revealed.untilMs - Date.now()));
    return () => clearTimeout(timer);
  }, [revealed, onHide]);

  return (
    <>
      <code>{revealed.value}</code>
      <span className="wire-revealed">
        <LinkButton label={say('wire.reveal.hide.name', { name })} onPress={() => onHide(revealed)}>
          {say('wire.reveal.hide')}
        </LinkButton>
        <CopyButton text={() => revealed.value} label={say('wire.copy.name', { name })} />
        <SecondsLeft untilMs={revealed.untilMs} />
      </span>
    </>
  );
}

function SecondsLeft({ untilMs }: { readonly untilMs: number }) {
  const say = useWords();
  const nowMs = useNow(1000);
  const seconds = Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
  return <span className="muted">{say('wire.reveal.until', { seconds })}</span>;
}
