import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';

import { CONTENT_POLICY } from '../security/content-policy';
import { pageFile } from '../security/page-file';

/** The host of our own pages. */
const APP_HOST = 'countersign';
/** Scheme and host of our own pages, as a sender's origin is compared with it. */
export const APP_ORIGIN = `app://${APP_HOST}`;

/** Makes `app:` a scheme with an origin of its own. Call before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the built pages, and nothing beside them.
 *
 * @param folder where the built pages are
 */
export function serveAppPages(folder: string): void {
  protocol.handle('app', async (request) => {
    const file = pageFile(request.url, APP_HOST, folder);
    if (file === null || request.method !== 'GET') return notFound();
    try {
      const body = await readFile(file.path);
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': file.contentType,
          'content-security-policy': CONTENT_POLICY,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return notFound(); // absent or a folder: the window needs no more than that
    }
  });
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } });
}
