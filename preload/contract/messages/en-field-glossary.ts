import { enGlossaryFdx } from './en-glossary-fdx';
import { enGlossaryHeaders } from './en-glossary-headers';
import { enGlossaryMetadata } from './en-glossary-metadata';
import { enGlossaryOauth } from './en-glossary-oauth';
import type { Glossary } from './glossary-entry';

/**
 * What each name on the wire means. Apart from the catalogue, because only the wire view needs it and the
 * first picture of the window should not wait for it.
 */
export const enFieldGlossary: Glossary = {
  ...enGlossaryFdx,
  ...enGlossaryMetadata,
  ...enGlossaryOauth,
  ...enGlossaryHeaders,
};
