import type { Preferences, ProviderSummary } from '../../../preload/contract/app-shapes';
import type { Builder } from './use-builder';

/** What every part of the builder page is drawn from. */
export interface BuilderPart {
  readonly builder: Builder;
  readonly provider: ProviderSummary;
  readonly depth: Preferences['depth'];
  readonly nowMs: number;
}

/** The name of this application in the sentences of a consent. */
export const RECIPIENT = 'Countersign';
