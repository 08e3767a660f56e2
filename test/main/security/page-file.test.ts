import { describe, expect, it } from 'vitest';

import { pageFile } from '../../../main/security/page-file';

const FOLDER = '/opt/app/renderer';
const find = (url: string) => pageFile(url, 'countersign', FOLDER);

describe('[S58] a page of our own scheme (Electron security checklist, item 18)', () => {
  it.each([
    { url: 'app://countersign/', path: `${FOLDER}/index.html`, contentType: 'text/html' },
    {
      url: 'app://countersign/index.html?x=1#y',
      path: `${FOLDER}/index.html`,
      contentType: 'text/html',
    },
    {
      url: 'app://countersign/assets/a-1.js',
      path: `${FOLDER}/assets/a-1.js`,
      contentType: 'text/javascript',
    },
    { url: 'app://countersign/a/../b.css', path: `${FOLDER}/b.css`, contentType: 'text/css' },
    { url: 'app://countersign/font%20a.woff2', path: `${FOLDER}/font a.woff2`, contentType: 'font/woff2' },
  ])('is found at $path for $url', ({ url, path, contentType }) => {
    const found = find(url);

    expect(found?.path).toBe(path);
    expect(found?.contentType.replace('; charset=utf-8', '')).toBe(contentType);
  });

  for (const { url, because } of [
    { url: 'app://evil/index.html', because: 'it is another host' },
    { url: 'app://countersign.evil/index.html', because: 'it is another host' },
    { url: 'app://countersign@evil/index.html', because: 'it is another host' },
    { url: 'https://evil.example/index.html', because: 'it is another host' },
    { url: 'not a url', because: 'it is no address' },
    { url: '', because: 'it is no address' },
    { url: 'app://countersign/../../etc/passwd', because: 'it is no kind of file that we have' },
    { url: 'app://countersign/%2e%2e/%2e%2e/secret.html', because: 'it leaves the folder' },
    { url: 'app://countersign/..%2f..%2fsecret.html', because: 'it leaves the folder' },
    { url: 'app://countersign/..%2F..%2F..%2F..%2Fsecret.html', because: 'it leaves the folder' },
    { url: 'app://countersign/assets/..%2f..%2fsecret.html', because: 'it leaves the folder' },
    { url: 'app://countersign/..%5c..%5csecret.html', because: 'it leaves the folder on Windows' },
    { url: 'app://countersign/%2e%2e%2frenderer-2/secret.html', because: 'the next folder begins alike' },
    { url: 'app://countersign/index.html%00.png', because: 'it hides its end' },
    { url: 'app://countersign/%E0%A4%A.html', because: 'it is badly encoded' },
    { url: 'app://countersign/..', because: 'it is a folder' },
    { url: 'app://countersign/assets/', because: 'it is a folder' },
    { url: 'app://countersign/assets', because: 'it is a folder' },
    { url: 'app://countersign/main.js.map', because: 'it is a kind of file that is not served' },
    { url: 'app://countersign/.env', because: 'it is a kind of file that is not served' },
    { url: 'app://countersign/a.HTML', because: 'it is a kind of file that is not served' },
    { url: 'app://countersign/x.constructor', because: 'it is a name of JavaScript and no kind of file' },
  ]) {
    it(`is not found for ${url}, or only inside: ${because}`, () => {
      const found = find(url);
      // A parser may take dot segments out by itself; what is left is then inside.
      expect(found === null || (found.path.startsWith(`${FOLDER}/`) && !found.path.includes('..'))).toBe(
        true,
      );
      if (!/%2e%2e\/|\/\.\.$/.test(url)) expect(found).toBeNull();
    });
  }
});
