import { useCallback, useEffect, useMemo, useState } from 'react';

import type { Preferences, ProviderSummary } from '../../../preload/contract/app-shapes';
import type { Failure } from '../../../preload/contract/failure';
import type { BuilderForm } from './builder-model';
import {
  type BuilderState,
  type Draft,
  draftOf,
  startState,
  withForm,
  withLastGood,
  withText,
} from './builder-state';
import { type Block, whyBlocked } from './builder-view';
import { hasNamedPart, isStillRefused, readRefusal, type Refusal } from './refusal';
import type { Expectation } from './request-advice';
import { notesOf, type TextNote } from './request-notes';
import type { TextPlace } from './text-place';

type RequestTab = 'sentence' | 'json';

/** A place in the text to show; a new object each time, so that the same place can be shown twice. */
export interface Jump {
  readonly place: TextPlace;
}

/** Everything that the builder page draws and everything that can be done on it. */
export interface Builder {
  readonly state: BuilderState;
  readonly block: Block | null;
  /** The part that the provider refused, until it is changed. */
  readonly refusal: Refusal | null;
  /** Why the draft came back, where no part of it is to blame. */
  readonly failure: Failure | null;
  /** What there is to say about single places in the text. */
  readonly notes: readonly TextNote[];
  readonly tab: RequestTab;
  readonly jump: Jump | null;
  readonly change: (form: BuilderForm) => void;
  readonly editText: (text: string) => void;
  readonly restore: () => void;
  readonly showTab: (tab: RequestTab) => void;
  readonly showPlace: (place: TextPlace) => void;
  readonly review: () => void;
}

/** What every part of the builder page is drawn from. */
export interface BuilderPart {
  readonly builder: Builder;
  readonly provider: ProviderSummary;
  readonly depth: Preferences['depth'];
  readonly nowMs: number;
}

const START_OF_TEXT: TextPlace = { offset: 0, length: 0, line: 1, column: 1 };

interface BuilderInput {
  readonly provider: ProviderSummary;
  readonly draft: Draft | null;
  readonly problem: Failure | null;
  readonly onReview: (draft: Draft) => void;
}

/** Holds the request that is being built, from the draft that the page was opened with. */
export function useBuilder({ provider, draft, problem, onReview }: BuilderInput): Builder {
  const [first] = useState(() => startState(provider.authorizationDetailsType, draft));
  const [state, setState] = useState(first);
  const { tab, jump, showTab, showPlace } = useRequestTab();
  const { refusal, failure } = useMemo(() => complaintAbout(problem, first, state), [problem, first, state]);
  const block = whyBlocked(state);

  const review = useCallback(() => {
    const ready = draftOf(state);
    if (ready) onReview(ready);
    else if (block && !block.isAtControl) showPlace(block.place);
  }, [state, block, onReview, showPlace]);
  useReviewShortcut(review);

  return {
    state,
    block,
    refusal,
    failure,
    notes: useMemo(() => notesOf(state, expectationOf(provider), refusal), [state, provider, refusal]),
    tab,
    jump,
    change: useCallback((form) => setState((before) => withForm(before, form)), []),
    editText: useCallback((text) => setState((before) => withText(before, text)), []),
    restore: useCallback(() => {
      setState(withLastGood);
      // The button that was pressed goes away with the error, and the focus must not go with it.
      showPlace(START_OF_TEXT);
    }, [showPlace]),
    showTab,
    showPlace,
    review,
  };
}

function expectationOf({ name, authorizationDetailsType }: ProviderSummary): Expectation {
  return { providerName: name, type: authorizationDetailsType };
}

function complaintAbout(problem: Failure | null, first: BuilderState, state: BuilderState) {
  const refused = first.lastGood.details;
  const refusal = readRefusal(problem, refused);
  if (refusal === null) return { refusal: null, failure: problem };
  if (!isStillRefused(refusal, refused, state.lastGood.details)) return { refusal: null, failure: null };
  return hasNamedPart(refusal) ? { refusal, failure: null } : { refusal: null, failure: problem };
}

function useRequestTab() {
  const [tab, setTab] = useState<RequestTab>('sentence');
  const [jump, setJump] = useState<Jump | null>(null);

  const showTab = useCallback((next: RequestTab) => {
    setTab(next);
    // Else coming back to the text would jump to where the person was sent last time.
    setJump(null);
  }, []);
  const showPlace = useCallback((place: TextPlace) => {
    setTab('json');
    setJump({ place });
  }, []);

  return { tab, jump, showTab, showPlace };
}

/** Ctrl or Cmd with Enter reviews from anywhere on the page, out of the text too. */
function useReviewShortcut(review: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      review();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [review]);
}
