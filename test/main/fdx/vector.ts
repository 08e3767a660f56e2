import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '..', 'vectors', 'fdx');

/** The text of an FDX example, as it would be received. */
export function vector(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}
