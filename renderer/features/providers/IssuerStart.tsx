import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';

import type { ProviderFindings } from '../../../preload/contract/provider-offer';
import { useAction } from '../../data/use-action';
import { readingKey } from '../../data/use-reading';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { WaitingLine } from '../../ui/WaitingLine';
import { usePhrases, useWords } from '../../ui/words';
import { EMPTY_FORM, type ProviderForm, readForm } from './provider-form';

type Typed = Pick<ProviderForm, 'issuer' | 'caPem'>;

interface IssuerStartProps {
  readonly onFound: (typed: Typed, findings: ProviderFindings) => void;
}

/** Asks a provider what it says of itself, and keeps the answer for the provider's page. */
function useLookUp(typed: Typed, onFound: IssuerStartProps['onFound']) {
  const client = useQueryClient();
  const issuer = typed.issuer.trim();
  const asked = {
    issuer,
    caPem: typed.caPem.trim() === '' ? null : typed.caPem,
    authorizationDetailsType: EMPTY_FORM.authorizationDetailsType,
  };
  const { state, start } = useAction<ProviderFindings>((findings) => {
    client.setQueryData(readingKey('lookUpProvider', asked), { value: findings });
    onFound({ ...typed, issuer }, findings);
  });
  return { state, lookUp: () => start(() => window.bridge.lookUpProvider(asked)) };
}

/** Begins with the issuer, typed by the person: the provider says the rest of itself. */
export function IssuerStart({ onFound }: IssuerStartProps) {
  const say = useWords();
  const phrase = usePhrases();
  const [typed, setTyped] = useState<Typed>({ issuer: '', caPem: '' });
  const [wasTried, setWasTried] = useState(false);
  const { state, lookUp } = useLookUp(typed, onFound);
  const read = readForm({ ...EMPTY_FORM, ...typed });
  const problem = read.ok ? undefined : read.problems.get('issuer');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasTried(true);
    if (problem === undefined) lookUp();
  };

  return (
    <form className="provider-form" onSubmit={submit} noValidate>
      <TextField
        label={say('providers.field.issuer')}
        description={say('providers.field.issuer.about')}
        isMono
        value={typed.issuer}
        onChange={(value) => setTyped({ ...typed, issuer: value })}
        error={wasTried && problem !== undefined ? phrase(problem) : null}
      />
      <AuthorityField value={typed.caPem} onChange={(value) => setTyped({ ...typed, caPem: value })} />
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
      <div className="provider-actions">
        <Button type="submit" variant="primary" isPending={state.phase === 'running'}>
          {say('providers.add.look-up')}
        </Button>
        {state.phase === 'running' ? <WaitingLine>{say('providers.add.looking')}</WaitingLine> : null}
      </div>
    </form>
  );
}

interface AuthorityFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function AuthorityField({ value, onChange }: AuthorityFieldProps) {
  const say = useWords();
  return (
    <TextField
      label={say('providers.field.caPem')}
      description={say('providers.field.caPem.about')}
      isMono
      rows={4}
      value={value}
      onChange={onChange}
    />
  );
}
