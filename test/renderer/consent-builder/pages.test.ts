/// <reference types="vite/client" />
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import { beforeAll, describe, expect, it, vi } from 'vitest';

import type { Failure } from '../../../preload/contract/failure';
import { messages } from '../../../preload/contract/messages/catalogue';
import { PURPOSE_IDS } from '../../../preload/contract/purposes';
import { BuilderPage } from '../../../renderer/features/consent-builder/BuilderPage';
import { ReviewPage } from '../../../renderer/features/consent-builder/ReviewPage';
import { formFromPurpose } from '../../../renderer/features/consent-builder/builder-model';
import {
  type Draft,
  draftOf,
  startState,
  withForm,
} from '../../../renderer/features/consent-builder/builder-state';
import { PreferencesContext } from '../../../renderer/ui/preferences';
import { SANDBOX } from '../../helpers/fake-consents';

const NOON_MS = Date.UTC(2026, 10, 22, 12);
const START = startState('fdx_v1.0', null);
const never = () => {
  throw new Error('nobody pressed anything');
};

// The modifier key is named after the computer, and a test runs on none that a person sits at.
beforeAll(() => vi.stubGlobal('navigator', { platform: 'Linux', userAgent: '', language: 'en-US' }));

function markup(page: ReactElement): string {
  const words = { locale: 'en-US', defaultLocale: 'en', messages: messages.en, timeZone: 'UTC' };
  return renderToStaticMarkup(createElement(IntlProvider, words, page));
}

function builder(
  draft: Draft | null,
  problem: Failure | null = null,
  depth: 'plain' | 'developer' = 'plain',
) {
  const props = { provider: SANDBOX, draft, problem, depth, nowMs: NOON_MS, onReview: never };
  const value = { preferences: { theme: 'system', depth, proxy: 'system' } as const, choose: never };
  return markup(createElement(PreferencesContext, { value }, createElement(BuilderPage, props)));
}

function draftFor(purpose: (typeof PURPOSE_IDS)[number]): Draft {
  const draft = draftOf(withForm(START, formFromPurpose(purpose, 'fdx_v1.0')));
  if (draft === null) throw new Error(`${purpose} has nothing to review`);
  return draft;
}

describe('the builder page', () => {
  it('shows the sentence of the bank, the purposes and the way on', () => {
    const html = builder(null);

    expect(html).toContain('Countersign asks Sandbox Bank to share, once:');
    expect(html).toContain('your transactions of the last 60 days');
    expect(html).toMatch(/<button[^>]*>Review<\/button>/);
    expect(html).toContain('Sandbox Bank, step 1 of 3');
  });

  it('has nothing optional ticked, and locks what is needed with its reason', () => {
    const html = builder(null);

    expect(html.match(/type="checkbox"/g)).toHaveLength(2);
    expect(html).not.toMatch(/type="checkbox"[^>]*checked/);
    expect(html).toContain('Needed: without balances there is nothing to add up.');
  });

  it.each(PURPOSE_IDS.filter((id) => id !== 'custom'))('goes on with a draft for %s', (purpose) => {
    expect(builder(draftFor(purpose))).toContain(messages.en[`builder.purpose.${purpose}.about`]);
  });

  it('spells what the standard spells for developers only', () => {
    const names = ['dataClusters', 'lookbackPeriod', 'durationType', 'ONE_TIME', 'ACCOUNT_DETAILED'];
    const plain = builder(null);
    const developer = builder(null, null, 'developer');

    expect(names.filter((name) => !developer.includes(`>${name}<`))).toEqual([]);
    expect(names.filter((name) => plain.includes(`>${name}<`))).toEqual([]);
  });

  it('says on top and at the item what the bank refused', () => {
    const html = builder(draftFor('tax-return'), {
      kind: 'provider-refused',
      providerName: 'Sandbox Bank',
      stage: 'par',
      status: 400,
      code: 'invalid_authorization_details',
      description: 'no <statements> here',
      member: 'consentRequest.resources[0].dataClusters[1]',
    });

    expect(html).toContain('Sandbox Bank refused this request');
    expect(html).toContain('It is about: Statements.');
    expect(html).toContain('no &lt;statements&gt; here');
    expect(html).toContain('Sandbox Bank refused this.');
  });

  it('shows a failure that no part of the request is to blame for', () => {
    expect(builder(null, { kind: 'no-free-port' })).toContain('role="alert"');
  });
});

describe('the review page', () => {
  interface Seen {
    readonly busy: boolean;
    readonly failure: Failure | null;
    readonly provider?: typeof SANDBOX;
    readonly depth?: 'plain' | 'developer';
  }
  const review = (state: Seen) =>
    markup(
      createElement(ReviewPage, {
        provider: SANDBOX,
        draft: draftFor('personal-finance'),
        depth: 'plain',
        nowMs: NOON_MS,
        onBack: never,
        onProvider: never,
        onAgree: never,
        ...state,
      }),
    );

  it('says where the person is going, and asks with nothing ticked', () => {
    const html = review({ busy: false, failure: null });

    expect(html).toContain('<strong>Sandbox Bank at 127.0.0.1:9080</strong>');
    expect(html).toContain('Agree and go to Sandbox Bank');
    expect(html).not.toContain('type="checkbox"');
  });

  it('cannot be agreed to twice, nor left while the request is on its way', () => {
    const html = review({ busy: true, failure: null });

    expect(html).toMatch(/<button[^>]*disabled=""[^>]*>Back<\/button>/);
    expect(html).toMatch(/<button[^>]*aria-disabled="true"[^>]*>Agree and go/);
    expect(html).toContain('Sending the request to Sandbox Bank');
  });

  it('marks a provider whose answers may lack its name, in everyday words, before anything is agreed to', () => {
    const seen = { busy: false, failure: null, provider: { ...SANDBOX, mayLackIssuer: true } };
    const plain = review(seen);

    expect(plain).toContain('The answer need not say that it comes from Sandbox Bank');
    expect(plain.indexOf('need not say that it comes from')).toBeLessThan(plain.indexOf('Agree and go to'));
    expect(plain).not.toMatch(/\biss\b|RFC|issuer/);
    expect(review({ ...seen, depth: 'developer' })).toContain('RFC 9207');
    expect(review({ busy: false, failure: null })).not.toContain('need not say that it comes from');
  });

  it('says why the request could not be sent', () => {
    expect(review({ busy: false, failure: { kind: 'no-free-port' } })).toMatch(/role="(status|alert)"/);
  });
});
