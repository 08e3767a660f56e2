import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';

import type { ProviderSummary } from '../../../preload/contract/app-shapes';
import { useAction } from '../../data/use-action';
import { Button } from '../../ui/Button';
import { FailureNotice } from '../../ui/FailureNotice';
import { Status } from '../../ui/Status';
import { useWords } from '../../ui/words';
import { AskFields, IdentityFields } from './ProviderFields';
import { readForm } from './provider-form';
import type { FormProblems, Origins, ProviderForm } from './provider-form';
import { RedirectFields } from './RedirectFields';

interface ProviderFormSectionProps {
  /** Null for a new provider. */
  readonly providerId: string | null;
  readonly initial: ProviderForm;
  readonly origins: Origins;
  /** What was looked up, or what consents hang on, is not typed over. */
  readonly isIssuerFixed: boolean;
  readonly onSaved: (provider: ProviderSummary) => void;
  readonly onCancel?: () => void;
}

/** Everything that is kept of a provider, to be read and changed by the person, and the button that keeps it. */
export function ProviderFormSection(props: ProviderFormSectionProps) {
  const { providerId, initial, origins, isIssuerFixed, onSaved, onCancel } = props;
  const say = useWords();
  const [form, setForm] = useState(initial);
  const [problems, setProblems] = useState<FormProblems>(new Map());
  const { state, start } = useAction<ProviderSummary>(onSaved);
  const place = useFirstProblem(problems);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readForm(form);
    setProblems(read.ok ? new Map() : read.problems);
    if (read.ok) start(() => window.bridge.saveProvider({ providerId, draft: read.draft }));
  };
  const parts = { form, problems, origins, onChange: setForm };

  return (
    <form className="provider-form" onSubmit={submit} noValidate ref={place}>
      <IdentityFields {...parts} isIssuerFixed={isIssuerFixed} />
      <AskFields {...parts} />
      <RedirectFields {...parts} />
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
      <Status className="field-error">
        {problems.size === 0 ? '' : say('providers.not-saved', { fields: fieldNames(problems, say) })}
      </Status>
      <div className="provider-actions">
        <Button type="submit" variant="primary" isPending={state.phase === 'running'}>
          {say('providers.save')}
        </Button>
        {onCancel === undefined ? null : (
          <Button variant="quiet" onPress={onCancel}>
            {say('providers.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Takes the person to the first field that can't be taken. */
function useFirstProblem(problems: FormProblems) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problems.size > 0)
      form.current?.querySelector<HTMLElement>(':is(input, textarea)[data-invalid]')?.focus();
  }, [problems]);
  return form;
}

const FIELD_NAMES = {
  name: 'providers.field.name',
  issuer: 'providers.field.issuer',
  clientId: 'providers.field.clientId',
  fdxBaseUrl: 'providers.field.fdxBaseUrl',
  caPem: 'providers.field.caPem',
  scopesFrom: 'providers.field.scopes',
  scopes: 'providers.field.scopes.own',
  authorizationDetailsType: 'providers.field.authorizationDetailsType',
  issuerInAnswer: 'providers.field.issuerInAnswer',
  clientAuthentication: 'providers.field.clientAuthentication',
  tokenBinding: 'providers.field.tokenBinding',
  returnsBy: 'providers.field.redirect',
  host: 'providers.field.redirect.host',
  port: 'providers.field.redirect.port',
  path: 'providers.field.redirect.path',
} as const satisfies Record<keyof ProviderForm, string>;

function fieldNames(problems: FormProblems, say: ReturnType<typeof useWords>): string {
  return [...problems.keys()].map((field) => say(FIELD_NAMES[field])).join(', ');
}
