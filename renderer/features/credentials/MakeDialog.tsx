import { useState } from 'react';

import {
  type CredentialSummary,
  NEW_KEY_KINDS,
  type NewKeyKind,
} from '../../../preload/contract/credential-shapes';
import type { ActionState } from '../../data/use-action';
import { FailureNotice } from '../../parts/FailureNotice';
import { titleOf, wordKind } from '../../parts/key-words';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Radio, RadioGroup } from '../../ui/RadioGroup';
import { TextField } from '../../ui/TextField';
import { WaitingLine } from '../../ui/WaitingLine';
import { Phrased, useWords } from '../../ui/words';
import type { Credentials } from './use-credentials';

const KIND_WORDS = {
  'ec-p256': { keyKind: 'ec-p256', keyBits: 256 },
  'rsa-2048': { keyKind: 'rsa', keyBits: 2048 },
  'rsa-4096': { keyKind: 'rsa', keyBits: 4096 },
} as const satisfies Record<NewKeyKind, Pick<CredentialSummary, 'keyKind' | 'keyBits'>>;

/** Longest common name of a certificate (X.520). */
const MAX_NAME_CHARACTERS = 64;

/** Makes a key. The window stays alive meanwhile, and closing the dialog does not stop it. */
export function MakeDialog({ keys }: { readonly keys: Credentials }) {
  const say = useWords();
  const [name, setName] = useState(say('app.name'));
  const [kind, setKind] = useState<NewKeyKind>('ec-p256');
  const [wasTried, setWasTried] = useState(false);
  const isNamed = name.trim() !== '' && name.trim().length <= MAX_NAME_CHARACTERS;
  const make = () => {
    setWasTried(true);
    if (isNamed) keys.make(kind, name.trim());
  };
  return (
    <Dialog
      title={say('keys.make')}
      isOpen
      onClose={keys.close}
      actions={
        <MakeButtons state={keys.makeState} words={say('keys.make')} onMake={make} onClose={keys.close} />
      }
    >
      <div className="key-form">
        <TextField
          label={say('keys.name')}
          description={say('keys.name.about')}
          value={name}
          onChange={setName}
          error={wasTried && !isNamed ? say('keys.name.missing') : null}
        />
        <KindChoice kind={kind} onChange={setKind} />
        <Progress state={keys.makeState} />
      </div>
    </Dialog>
  );
}

interface ReplaceDialogProps {
  readonly credential: CredentialSummary;
  readonly keys: Credentials;
}

/** Makes a key beside the one that it is to replace. */
export function ReplaceDialog({ credential, keys }: ReplaceDialogProps) {
  const say = useWords();
  const [kind, setKind] = useState<NewKeyKind>(kindLike(credential));
  const make = () => keys.replace(credential.credentialId, kind);
  const words = say('keys.replace.make');
  return (
    <Dialog
      title={say('keys.replace.title')}
      isOpen
      onClose={keys.close}
      actions={<MakeButtons state={keys.replaceState} words={words} onMake={make} onClose={keys.close} />}
    >
      <div className="key-form">
        <p>{say('keys.replace.about', { name: titleOf(credential) })}</p>
        <KindChoice kind={kind} onChange={setKind} />
        <Progress state={keys.replaceState} />
      </div>
    </Dialog>
  );
}

/** The provider took this kind once, so it is offered first. */
function kindLike({ keyKind, keyBits }: CredentialSummary): NewKeyKind {
  if (keyKind === 'ec-p256') return 'ec-p256';
  return keyBits > 2048 ? 'rsa-4096' : 'rsa-2048';
}

interface KindChoiceProps {
  readonly kind: NewKeyKind;
  readonly onChange: (kind: NewKeyKind) => void;
}

function KindChoice({ kind, onChange }: KindChoiceProps) {
  const say = useWords();
  return (
    <RadioGroup label={say('keys.choose-kind')} value={kind} onChange={onChange}>
      {NEW_KEY_KINDS.map((one) => (
        <Radio key={one} value={one} description={say(`keys.${one}.about`)}>
          <Phrased phrase={wordKind(KIND_WORDS[one])} />
        </Radio>
      ))}
    </RadioGroup>
  );
}

interface MakeButtonsProps {
  readonly state: ActionState;
  readonly words: string;
  readonly onMake: () => void;
  readonly onClose: () => void;
}

function MakeButtons({ state, words, onMake, onClose }: MakeButtonsProps) {
  const say = useWords();
  const isRunning = state.phase === 'running';
  return (
    <>
      <Button onPress={onClose}>{say(isRunning ? 'keys.close' : 'keys.cancel')}</Button>
      <Button variant="primary" isPending={isRunning} onPress={onMake}>
        {words}
      </Button>
    </>
  );
}

function Progress({ state }: { readonly state: ActionState }) {
  const say = useWords();
  if (state.phase === 'running') return <WaitingLine>{say('keys.making')}</WaitingLine>;
  return state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null;
}
