import type { AuthorizationDetails } from '../../../preload/contract/authorization-details';
import { FDX_DETAIL_TYPE } from '../../../preload/contract/consent-vocabulary';
import type { PurposeId } from '../../../preload/contract/purposes';
import {
  type BuilderForm,
  formFromPurpose,
  fromAuthorizationDetails,
  purposeOf,
  toAuthorizationDetails,
} from './builder-model';
import { readJsonText, type RequestReading, writeJsonText } from './request-text';

/** What the builder holds: the controls, the text, and what the text says. They are changed together or not at all. */
export interface BuilderState {
  readonly form: BuilderForm;
  readonly text: string;
  readonly reading: RequestReading;
  /** Who wrote the text. What the person typed is left as it is until a control is used. */
  readonly writtenBy: 'controls' | 'hand';
  /** The last text that could be sent, and what it says. */
  readonly lastGood: { readonly text: string; readonly details: AuthorizationDetails };
}

/** A consent request that can be reviewed, and why it is made. */
export interface Draft {
  readonly purpose: PurposeId;
  readonly authorizationDetails: AuthorizationDetails;
}

const FIRST_PURPOSE: PurposeId = 'personal-finance';

/**
 * What the builder starts with.
 *
 * @param type the RAR type that the provider expects
 * @param draft what the person had before, to go on with; null for the first preset
 */
export function startState(type: string, draft: Draft | null): BuilderState {
  const preset = formFromPurpose(draft?.purpose ?? FIRST_PURPOSE, type === '' ? FDX_DETAIL_TYPE : type);
  const form = draft ? fromAuthorizationDetails(draft.authorizationDetails, preset) : preset;
  const text = writeJsonText(draft?.authorizationDetails ?? toAuthorizationDetails(form));
  const reading = readJsonText(text);
  if (!reading.ok) throw new Error('a preset or a draft that breaks the schema of its own request');
  return { form, text, reading, writtenBy: 'controls', lastGood: { text, details: reading.value } };
}

/** A control was used: the text is written anew. */
export function withForm(state: BuilderState, form: BuilderForm): BuilderState {
  const text = writeJsonText(toAuthorizationDetails(form));
  const reading = readJsonText(text);
  return { form, text, reading, writtenBy: 'controls', lastGood: goodOf(reading, text, state) };
}

/** The person typed: the controls follow as soon as it can be read, and stay as they are until then. */
export function withText(state: BuilderState, text: string): BuilderState {
  const reading = readJsonText(text);
  const form = reading.ok ? fromAuthorizationDetails(reading.value, state.form) : state.form;
  return { form, text, reading, writtenBy: 'hand', lastGood: goodOf(reading, text, state) };
}

/** Takes back everything since the text could last be sent. */
export function withLastGood(state: BuilderState): BuilderState {
  return withText(state, state.lastGood.text);
}

/** The draft to review; null while there is something wrong. */
export function draftOf({ form, reading }: BuilderState): Draft | null {
  return reading.ok ? { purpose: purposeOf(form), authorizationDetails: reading.value } : null;
}

function goodOf(reading: RequestReading, text: string, state: BuilderState): BuilderState['lastGood'] {
  return reading.ok ? { text, details: reading.value } : state.lastGood;
}
