import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

import { Button } from './Button';
import './json-view.css';
import { Status } from './Status';
import { useWords } from './words';

interface JsonViewProps {
  /** What the text is, for screen readers: "The consent as the bank sent it". */
  readonly label: string;
  readonly text: string;
}

/** A text of the wire, to be read and copied, not changed. */
export function JsonView({ label, text }: JsonViewProps) {
  return (
    <div className="json-view">
      {/* A scrolling region must be reachable by keyboard, hence the tab stop. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="json-view-text" aria-label={label} tabIndex={0}>
        <pre>{text}</pre>
      </section>
      <CopyButton text={text} />
    </div>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const say = useWords();
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');

  useEffect(() => {
    if (state === 'ready') return undefined;
    const timer = setTimeout(() => setState('ready'), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    const reply = await window.bridge.copyText({ text });
    setState(reply.ok ? 'copied' : 'failed');
  };

  return (
    <div className="json-copy">
      <Button
        icon={state === 'copied' ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        onPress={() => void copy()}
      >
        {say('app.copy')}
      </Button>
      <Status className="visually-hidden">
        {state === 'ready' ? '' : say(state === 'copied' ? 'app.copied' : 'app.copy-failed')}
      </Status>
    </div>
  );
}
