import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

import { Button } from './Button';
import { Status } from './Status';
import { useWords } from './words';

interface CopyButtonProps {
  /** A function for a secret that must not stay in what React remembers. */
  readonly text: string | (() => string);
  /** What is copied, where the word alone would not say it. It then stands in a tooltip, and the button is small. */
  readonly label?: string;
}

/** How long the tick stays, in milliseconds. */
const TICK_MS = 2000;

/** Puts a text on the clipboard, and says that it is there. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const say = useWords();
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');

  useEffect(() => {
    if (state === 'ready') return undefined;
    const timer = setTimeout(() => setState('ready'), TICK_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    const reply = await window.bridge.copyText({ text: typeof text === 'string' ? text : text() });
    setState(reply.ok ? 'copied' : 'failed');
  };
  const icon = state === 'copied' ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />;

  return (
    <>
      {label === undefined ? (
        <Button icon={icon} onPress={() => void copy()}>
          {say('app.copy')}
        </Button>
      ) : (
        <button
          type="button"
          className="copy-small"
          aria-label={label}
          title={label}
          onClick={() => void copy()}
        >
          {icon}
        </button>
      )}
      <Status className="visually-hidden">
        {state === 'ready' ? '' : say(state === 'copied' ? 'app.copied' : 'app.copy-failed')}
      </Status>
    </>
  );
}
