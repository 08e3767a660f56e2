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
 * With the older call and not `protocol.handle`: that one wants a `Response`, and the first one costs the
 * main process 30 ms of loading what stands behind it, while the window waits for its page. Electron calls the older one
 * deprecated since 25. Its end would cost those 30 ms, about 0.07 of the ratio in `npm run bench`, and a change
 * to this function alone.
 *
 * @param folder where the built pages are
 * @param onScript called when the first script has been read, and main has nothing more urgent to do
 */
export function serveAppPages(folder: string, onScript: () => void): void {
  protocol.registerBufferProtocol('app', (request, answer) => {
    const file = pageFile(request.url, APP_HOST, folder);
    if (file === null || request.method !== 'GET') return answer(NOT_FOUND);
    readFile(file.path).then(
      (data) => {
        if (file.contentType === 'text/javascript') setImmediate(onScript);
        answer({
          data,
          mimeType: file.contentType,
          charset: 'utf-8',
          headers: { 'content-security-policy': CONTENT_POLICY, 'x-content-type-options': 'nosniff' },
        });
      },
      () => answer(NOT_FOUND), // absent or a folder: the window needs no more than that
    );
  });
}

const NOT_FOUND = { statusCode: 404, mimeType: 'text/plain', data: Buffer.from('Not found') };
