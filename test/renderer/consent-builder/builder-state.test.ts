import { describe, expect, it } from 'vitest';

import {
  askFor,
  formFromPurpose,
  purposeOf,
  withAsk,
} from '../../../renderer/features/consent-builder/builder-model';
import {
  type BuilderState,
  draftOf,
  startState,
  withForm,
  withLastGood,
  withText,
} from '../../../renderer/features/consent-builder/builder-state';
import { whyBlocked, whyWrongDays } from '../../../renderer/features/consent-builder/builder-view';

const start = startState('fdx_v1.0', null);
const typed = (state: BuilderState, from: string, to: string) =>
  withText(state, state.text.replace(from, to));

describe('controls and text in step', () => {
  it('start with a request that can be reviewed', () => {
    expect(draftOf(start)).toMatchObject({
      purpose: 'personal-finance',
      authorizationDetails: [{ type: 'fdx_v1.0' }],
    });
    expect(whyBlocked(start)).toBeNull();
  });

  it('a control changes the text', () => {
    const state = withForm(start, withAsk(start.form, askFor('STATEMENTS'), true));

    expect(state.text).toContain('"STATEMENTS"');
  });

  it('the text changes the controls and stays as it was typed', () => {
    const state = withText(start, start.text.replace('"lookbackPeriod": 60', '"lookbackPeriod":   7'));

    expect(state.form.lookbackDays).toBe(7);
    expect(state.text).toContain('"lookbackPeriod":   7');
  });

  it('a control that is used after typing writes the text anew', () => {
    const state = typed(start, '"lookbackPeriod": 60', '"lookbackPeriod":   7');

    expect(withForm(state, { ...state.form, durationType: 'PERSISTENT' }).text).toContain(
      '"lookbackPeriod": 7',
    );
  });

  it('while the text is wrong the controls keep the last good request, and it cannot be reviewed', () => {
    const state = typed(start, '60', '"sixty"');

    expect(state.form).toEqual(start.form);
    expect(state.lastGood).toEqual(start.lastGood);
    expect(draftOf(state)).toBeNull();
    expect(whyBlocked(state)).toMatchObject({
      reason: { id: 'builder.blocked.text', values: { line: 6 } },
      isAtControl: false,
    });
    expect(whyWrongDays(state, 'lookbackPeriod')).toBeNull();
  });

  it('what was typed can be taken back to the last good text, letter by letter', () => {
    const good = typed(start, '"lookbackPeriod": 60', '"lookbackPeriod":   7');

    expect(withLastGood(withText(good, '{ oh'))).toEqual(good);
  });

  it.each([
    { because: 'the field is empty', days: null },
    { because: 'the number is zero', days: 0 },
    { because: 'the number is past ten years', days: 3651 },
  ])('a number of days is refused at its field because $because', ({ days }) => {
    const state = withForm(start, { ...start.form, lookbackDays: days });

    expect(whyWrongDays(state, 'lookbackPeriod')).toMatchObject({ id: 'builder.days.range' });
    expect(whyBlocked(state)).toMatchObject({ reason: { id: 'builder.blocked.days' }, isAtControl: true });
  });

  it('nothing chosen is no request', () => {
    const state = withForm(start, formFromPurpose('custom', 'fdx_v1.0'));

    expect(whyBlocked(state)).toMatchObject({ reason: { id: 'builder.blocked.items' }, isAtControl: true });
  });

  it('a draft is gone on with as it was, unknown items and all', () => {
    const resources = [
      { resourceType: 'ACCOUNT', dataClusters: ['TRANSACTIONS', 'ACCOUNT_DETAILED', 'CRYPTO'] },
    ];
    const written = withText(
      start,
      JSON.stringify([
        { type: 'own', consentRequest: { durationType: 'ONE_TIME', lookbackPeriod: 5, resources } },
      ]),
    );
    const draft = draftOf(written);
    const again = startState('fdx_v1.0', draft);

    expect(draftOf(again)).toEqual(draft);
    expect(purposeOf(again.form)).toBe('custom');
  });

  it('takes the type of the provider, or that of the standard where a profile has none', () => {
    expect(startState('fdx_v2.0', null).form.type).toBe('fdx_v2.0');
    expect(startState('', null).form.type).toBe('fdx_v1.0');
  });
});
