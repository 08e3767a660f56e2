import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';

import { issuerAddress } from '../../../preload/contract/issuer-address';
import type { ProviderFindings } from '../../../preload/contract/provider-offer';
import { useAction } from '../../data/use-action';
import { readingKey } from '../../data/use-reading';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { WaitingLine } from '../../ui/WaitingLine';
import { useWords } from '../../ui/words';
import { LookUpFailure } from './LookUpFailure';
import { EMPTY_FORM, type ProviderForm } from './provider-form';

type Typed = Pick<ProviderForm, 'issuer' | 'caPem'>;

interface IssuerStartProps {
  readonly onFound: (typed: Typed, findings: ProviderFindings) => void;
}

/** Asks a provider what it says of itself, and keeps the answer for the provider's page. */
function useLookUp(typed: Typed, onFound: IssuerStartProps['onFound']) {
  const client = useQueryClient();
  const caPem = typed.caPem.trim() === '' ? null : typed.caPem;
  const { authorizationDetailsType } = EMPTY_FORM;
  // What was found is called exactly as it was asked for, or there would be nothing.
  const { state, start } = useAction<ProviderFindings>((findings) => {
    const { issuer } = findings;
    const asked = { issuer, caPem, authorizationDetailsType };
    client.setQueryData(readingKey('lookUpProvider', asked), { value: findings });
    onFound({ ...typed, issuer }, findings);
  });
  const lookUp = (issuer: string) =>
    start(() => window.bridge.lookUpProvider({ issuer, caPem, authorizationDetailsType }));
  return { state, lookUp };
}

/** Begins with the issuer, typed by the person: the provider says the rest of itself. */
export function IssuerStart({ onFound }: IssuerStartProps) {
  const say = useWords();
  const [typed, setTyped] = useState<Typed>({ issuer: '', caPem: '' });
  const [wasTried, setWasTried] = useState(false);
  const { state, lookUp } = useLookUp(typed, onFound);
  const isAddress = issuerAddress(typed.issuer) !== null;
  const problem = typed.issuer.trim() === '' ? 'providers.problem.missing' : 'providers.problem.issuer';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasTried(true);
    if (isAddress) lookUp(typed.issuer.trim());
  };
  const use = (issuer: string) => {
    setTyped({ ...typed, issuer });
    lookUp(issuer);
  };

  return (
    <form className="provider-form" onSubmit={submit} noValidate>
      <TextField
        label={say('providers.field.issuer')}
        description={say('providers.field.issuer.about')}
        isMono
        value={typed.issuer}
        onChange={(value) => setTyped({ ...typed, issuer: value })}
        error={wasTried && !isAddress ? say(problem) : null}
      />
      <AuthorityField value={typed.caPem} onChange={(value) => setTyped({ ...typed, caPem: value })} />
      {state.phase === 'failed' ? <LookUpFailure failure={state.failure} onUse={use} /> : null}
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
