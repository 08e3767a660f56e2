import { enLensFdx } from './en-lens-fdx';
import { enLensHeaders } from './en-lens-headers';
import { enLensMetadata } from './en-lens-metadata';
import { enLensOauth } from './en-lens-oauth';
import type { Lens } from './lens-entry';

/**
 * What each name on the wire means. Apart from the catalogue, because only the wire view needs it and the
 * first picture of the window should not wait for it.
 */
export const enWireLens: Lens = { ...enLensFdx, ...enLensMetadata, ...enLensOauth, ...enLensHeaders };
