import { request as send } from 'node:https';

/** A browser that keeps cookies and follows redirects until it is sent back to the app. */
export async function browse(page: URL, ca: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = page;
  for (let step = 0; step < 10; step += 1) {
    const { location, set } = await get(next, ca, [...cookies].map((pair) => pair.join('=')).join('; '));
    for (const cookie of set) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    next = new URL(location, next);
    if (next.protocol !== 'https:') {
      next.searchParams.set('session_state', 'of-no-use-to-anybody');
      return next.href;
    }
  }
  throw new Error('the pages of the other provider lead nowhere');
}

function get(url: URL, ca: string, cookie: string) {
  return new Promise<{ readonly location: string; readonly set: readonly string[] }>((resolve, reject) => {
    const request = send(url, { ca, headers: { cookie } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        const { location, 'set-cookie': set = [] } = response.headers;
        if (location === undefined) reject(new Error(`${response.statusCode} ${text.slice(0, 500)}`));
        else resolve({ location, set });
      });
    });
    request.on('error', reject).end();
  });
}
