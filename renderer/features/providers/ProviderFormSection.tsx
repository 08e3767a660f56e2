import { type FormEvent, useEffect, useRef, useState } from 'react';

import type { ProviderSummary } from '../../../preload/contract/app-shapes';
import type { ProviderFindings } from '../../../preload/contract/provider-offer';
import { useAction } from '../../data/use-action';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { Status } from '../../ui/Status';
import { useWords } from '../../ui/words';
import { ProofFields } from './ProofFields';
import { AskFields, IdentityFields } from './ProviderFields';
import { RedirectFields } from './RedirectFields';
import { type FormProblems, type Origins, type ProviderForm, readForm } from './provider-form';
import type { ProviderEntry } from './use-provider-entry';

interface ProviderFormSectionProps {
  /** Null for a new provider. */
  readonly providerId: string | null;
  readonly entry: ProviderEntry;
  readonly origins: Origins;
  /** What the provider says of itself; null while it has not been asked. */
  readonly findings: ProviderFindings | null;
  readonly consentCount: number;
  /** What was looked up, or what consents hang on, is not typed over. */
  readonly isIssuerFixed: boolean;
  readonly onSaved: (provider: ProviderSummary) => void;
  readonly onCancel?: () => void;
}

/** Everything that is kept of a provider, to be read and changed by the person, and the button that keeps it. */
export function ProviderFormSection(props: ProviderFormSectionProps) {
  const { providerId, entry, origins, findings, consentCount, isIssuerFixed, onSaved, onCancel } = props;
  const say = useWords();
  const { form, keys } = entry;
  const [problems, setProblems] = useState<FormProblems>(new Map());
  const { state, start } = useAction<ProviderSummary>(onSaved);
  const place = useFirstProblem(problems);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readForm(form);
    setProblems(read.ok ? new Map() : read.problems);
    if (read.ok) start(() => window.bridge.saveProvider({ providerId, draft: read.draft, key: keys.choice }));
  };
  const parts = { form, problems, origins, onChange: entry.onChange };

  return (
    <form className="provider-form" onSubmit={submit} noValidate ref={place}>
      <IdentityFields {...parts} isIssuerFixed={isIssuerFixed} />
      <ProofFields {...parts} entry={entry} findings={findings} consentCount={consentCount} />
      <AskFields {...parts} />
      <RedirectFields {...parts} />
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
      <Status className="field-error">
        {problems.size === 0 ? '' : say('providers.not-saved', { fields: fieldNames(problems, say) })}
      </Status>
      <FormButtons
        isDisabled={entry.isReading}
        isPending={state.phase === 'running'}
        {...(onCancel === undefined ? {} : { onCancel })}
      />
    </form>
  );
}

interface FormButtonsProps {
  readonly isDisabled: boolean;
  readonly isPending: boolean;
  readonly onCancel?: () => void;
}

function FormButtons({ isDisabled, isPending, onCancel }: FormButtonsProps) {
  const say = useWords();
  return (
    <div className="provider-actions">
      <Button type="submit" variant="primary" isDisabled={isDisabled} isPending={isPending}>
        {say('providers.save')}
      </Button>
      {onCancel === undefined ? null : (
        <Button variant="quiet" onPress={onCancel}>
          {say('providers.cancel')}
        </Button>
      )}
    </div>
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
  issuerInErrors: 'providers.field.issuerInErrors',
  signedAnswer: 'providers.field.signedAnswer',
  authorizationDetails: 'providers.field.authorizationDetails',
  requestObject: 'providers.field.requestObject',
  key: 'providers.field.key',
  clientAuthentication: 'providers.field.clientAuthentication',
  tokenBinding: 'providers.field.tokenBinding',
  kidFrom: 'providers.field.kid',
  signingKid: 'providers.field.kid.own',
  returnsBy: 'providers.field.redirect',
  host: 'providers.field.redirect.host',
  port: 'providers.field.redirect.port',
  path: 'providers.field.redirect.path',
} as const satisfies Record<keyof ProviderForm, string>;

function fieldNames(problems: FormProblems, say: ReturnType<typeof useWords>): string {
  return [...problems.keys()].map((field) => say(FIELD_NAMES[field])).join(', ');
}
