import type { MessageId } from '../../../preload/contract/messages/catalogue';
import { usePhrases, useWords } from '../../ui/words';
import type { FormProblems, Origins, ProviderForm } from './provider-form';

/** What every part of the form gets. */
export interface FormParts {
  readonly form: ProviderForm;
  readonly problems: FormProblems;
  readonly origins: Origins;
  readonly onChange: (form: ProviderForm) => void;
}

/** The fields that hold text. */
type TextName =
  | 'name'
  | 'issuer'
  | 'clientId'
  | 'fdxBaseUrl'
  | 'caPem'
  | 'scopes'
  | 'port'
  | 'path'
  | 'authorizationDetailsType'
  | 'signingKid';

/** Gives the part of a text field that is the same for all: value, problem, and where the value came from. */
export function useTextParts({ form, problems, origins, onChange }: FormParts) {
  const say = useWords();
  const phrase = usePhrases();
  return (field: TextName, about: MessageId) => {
    const origin = origins[field];
    const problem = problems.get(field);
    return {
      value: form[field],
      onChange: (value: string) => onChange({ ...form, [field]: value }),
      description: origin === undefined ? say(about) : `${say(about)} ${say(`providers.origin.${origin}`)}`,
      error: problem === undefined ? null : phrase(problem),
    };
  };
}
