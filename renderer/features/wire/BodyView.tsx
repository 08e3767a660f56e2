import { useState } from 'react';

import type { ExchangeDetail, WireMessage } from '../../../preload/contract/wire-shapes';
import { JsonView } from '../../ui/JsonView';
import { Switch } from '../../ui/Switch';
import { usePhrases, useWords } from '../../ui/words';
import { viewBytes } from './wire-view';

/** The bodies, laid out for reading or as they were sent. */
export function BodyView({ detail: { request, response } }: { readonly detail: ExchangeDetail }) {
  const say = useWords();
  const [isRaw, setIsRaw] = useState(false);
  return (
    <div className="wire-bodies">
      <Switch isSelected={isRaw} onChange={setIsRaw}>
        {say('wire.body.raw')}
      </Switch>
      <div className="wire-pair">
        <OneBody name={say('wire.body.sent')} message={request} isRaw={isRaw} />
        {response === null ? null : (
          <OneBody name={say('wire.body.received')} message={response} isRaw={isRaw} />
        )}
      </div>
    </div>
  );
}

interface OneBodyProps {
  readonly name: string;
  readonly message: WireMessage;
  readonly isRaw: boolean;
}

function OneBody({ name, message, isRaw }: OneBodyProps) {
  const say = useWords();
  const phrase = usePhrases();
  const { body, decodedBody, bodyBytes, unpackedBytes, isCut } = message;
  const sizes = { wire: phrase(viewBytes(bodyBytes)), unpacked: phrase(viewBytes(unpackedBytes)) };
  if (body === null)
    return (
      <div>
        <h3>{name}</h3>
        <p className="muted">{say('wire.body.none')}</p>
      </div>
    );
  const title = (
    <>
      <h3>{name}</h3>
      <span className="muted">
        {say(sizes.wire === sizes.unpacked ? 'wire.body.size.same' : 'wire.body.size', sizes)}
      </span>
    </>
  );
  return (
    <div>
      {isCut ? <p>{say('wire.body.cut')}</p> : null}
      <JsonView label={name} title={title} text={isRaw ? body : (decodedBody ?? body)} />
    </div>
  );
}
