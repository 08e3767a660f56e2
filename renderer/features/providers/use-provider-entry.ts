import { useState } from 'react';

import type { Failure } from '../../../preload/contract/failure';
import type { ProviderNeeds } from '../../../preload/contract/provider-offer';
import { useReading } from '../../data/use-reading';
import { type KeyField, type KeyWish, viewKeys } from './key-choice';
import type { ProviderForm } from './provider-form';

/** A provider while it is filled in: the form, the keys that can be chosen, and what follows from both. */
export interface ProviderEntry {
  readonly form: ProviderForm;
  readonly onChange: (form: ProviderForm) => void;
  readonly keys: KeyField;
  /** Whether the keys are still being read. */
  readonly isReading: boolean;
  /** Why the keys cannot be read; the rest of the form works without them. */
  readonly unread: Failure | null;
  readonly needs: ProviderNeeds;
  readonly wish: KeyWish;
}

/** Holds what a person fills in, from the first look-up to the press of the button. */
export function useProviderEntry(initial: ProviderForm, wish: KeyWish): ProviderEntry {
  const [form, setForm] = useState(initial);
  const held = useReading('listCredentials', {});
  const keys = viewKeys(held.phase === 'loaded' ? held.value : null, wish, form.key);
  const { clientAuthentication, tokenBinding, issuerInAnswer, requestObject, authorizationDetails } = form;
  const { signingAlgorithm } = keys;
  return {
    form,
    onChange: setForm,
    keys,
    isReading: held.phase === 'loading',
    unread: held.phase === 'failed' ? held.failure : null,
    needs: {
      clientAuthentication,
      tokenBinding,
      issuerInAnswer,
      requestObject,
      authorizationDetails,
      signingAlgorithm,
    },
    wish,
  };
}
