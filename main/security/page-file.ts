import { isAbsolute, join, relative, sep } from 'node:path';

const CONTENT_TYPES = new Map(
  Object.entries({
    html: 'text/html',
    js: 'text/javascript',
    css: 'text/css',
    svg: 'image/svg+xml',
    png: 'image/png',
    woff2: 'font/woff2',
  }),
);

export interface PageFile {
  readonly path: string;
  readonly contentType: string;
}

/**
 * Finds the file for a request of our own scheme.
 *
 * @param requestUrl for example `app://countersign/assets/main.js`
 * @param host the one host that has pages
 * @param folder where the built pages are
 * @returns null for another host, a path that leaves the folder, or a kind of file that is not served
 * @see Electron security checklist, item 18
 */
export function pageFile(requestUrl: string, host: string, folder: string): PageFile | null {
  if (!URL.canParse(requestUrl)) return null;
  const url = new URL(requestUrl);
  const name = decoded(url.pathname);
  if (url.host !== host || name === null || name.includes('\0') || name.includes('\\')) return null;
  const path = join(folder, name === '/' ? 'index.html' : name);
  const inside = relative(folder, path);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  const contentType = CONTENT_TYPES.get(path.slice(path.lastIndexOf('.') + 1));
  return contentType === undefined ? null : { path, contentType };
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null; // broken percent-encoding
  }
}
