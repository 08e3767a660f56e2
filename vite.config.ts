import { builtinModules } from 'node:module';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';

import { electronDev } from './scripts/vite-electron-dev.ts';

const BUILT_IN = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

const PAGES = join(import.meta.dirname, 'renderer');

/**
 * One process without a page. Everything is bundled, so the package carries no node_modules.
 *
 * Never minified: oidc-provider looks models up by class name, and a reader of a stack trace should find the line.
 */
function processBundle(
  name: 'main' | 'preload' | 'sandbox' | 'data',
  format: 'es' | 'cjs',
): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: BUILT_IN, conditions: ['node'], mainFields: ['module', 'main'] },
    build: {
      outDir: `../dist/${name}`,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: true,
      ssr: true,
      rolldownOptions: {
        input: name === 'data' ? '../main/data/index.ts' : `../${name}/index.ts`,
        external: BUILT_IN,
        output: {
          format,
          entryFileNames: format === 'es' ? '[name].js' : '[name].cjs',
          chunkFileNames: '[name]-[hash].js',
          // The sandboxed preload must be one file. Main is split where it says `await import(…)`,
          // so that what the first window does not need is not read before it.
          codeSplitting: name !== 'preload',
        },
      },
    },
  };
}

/**
 * One page with its scripts and styles, for Chromium alone. What the first picture needs is one file:
 * each further one would be asked of the main process while that is busy starting.
 */
function pageBundle(page: string, outDir: string): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome130',
      sourcemap: true,
      rolldownOptions: {
        input: join(PAGES, page),
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  };
}

export default defineConfig({
  root: 'renderer',
  base: './',
  publicDir: false,
  plugins: [react(), electronDev()],
  environments: {
    client: pageBundle('index.html', '../dist/renderer'),
    bankBar: pageBundle('bank-bar.html', '../dist/renderer/bank-bar'),
    registrationSheet: pageBundle('registration-sheet.html', '../dist/renderer/registration-sheet'),
    main: processBundle('main', 'es'),
    preload: processBundle('preload', 'cjs'),
    sandbox: processBundle('sandbox', 'es'),
    data: processBundle('data', 'es'),
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
    },
  },
});
