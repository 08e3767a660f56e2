// @ts-check
import path from 'node:path';

/** What Vite cuts off a path, because in an address it begins a fragment or a query. `%`, `*` and spaces are fine. */
const CUT_OFF = ['#', '?'];

/**
 * A sentence for a checkout whose path Vite cannot build from, or null.
 * @see https://github.com/vitejs/vite/issues/6763
 * @param {string} root the absolute path of the checkout
 * @returns {string | null}
 */
export function whyFolderCannotBuild(root) {
  for (const name of root.split(path.sep)) {
    const found = CUT_OFF.filter((character) => name.includes(character));
    if (found.length > 0) {
      return `Countersign cannot be built here, because the folder “${name}” has a ${found.join(' and a ')} in its name: rename that folder, or move this checkout (${root}) out of it, and try again.`;
    }
  }
  return null;
}
