import { join } from 'node:path';
import { build } from 'vite';

/**
 * Builds a program of this folder for the plain Node of this machine, which reads no TypeScript before 22.
 *
 * @param name of its source, without the ending
 * @param folder where the program goes, into a folder of its own
 * @returns the program's path
 */
export async function buildChild(name: string, folder: string): Promise<string> {
  const outDir = join(folder, 'program');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir,
      minify: false,
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return join(outDir, `${name}.mjs`);
}
