// @ts-check
import { createServer } from 'vite';

import { ROOT } from '../setup/places.mjs';

/**
 * Runs TypeScript of ours on the plain Node of this machine, which reads none before 22. Vite is what turns it into
 * something that Node runs; nothing is served.
 * @template Value
 * @param {string} file from the repository's root, with a slash before it
 * @param {(exports: Record<string, any>) => Promise<Value> | Value} use
 * @returns {Promise<Value>}
 */
export async function withTypeScript(file, use) {
  const vite = await createServer({
    configFile: false,
    root: ROOT,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await use(await vite.ssrLoadModule(file));
  } finally {
    await vite.close();
  }
}
