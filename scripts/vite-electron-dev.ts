import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createBuilder, type Plugin, type ViteDevServer } from 'vite';

const PROCESSES = ['main', 'preload', 'sandbox'] as const;

/** Under `npm run dev`: builds the processes, starts Electron on the dev server, restarts it when one of them changes. */
export function electronDev(): Plugin {
  let child: ChildProcess | undefined;

  async function start(server: ViteDevServer): Promise<void> {
    const builder = await createBuilder({ configFile: server.config.configFile ?? false, logLevel: 'warn' });
    for (const name of PROCESSES) {
      const environment = builder.environments[name];
      if (environment !== undefined) await builder.build(environment);
    }
    child?.removeAllListeners('exit');
    child?.kill();
    const electron = String(createRequire(import.meta.url)('electron'));
    // Chromium refuses its sandbox to root, who is only met in containers.
    const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const address = server.resolvedUrls?.local[0] ?? '';
    child = spawn(electron, ['.', ...flags], {
      stdio: 'inherit',
      env: { ...process.env, VITE_DEV_SERVER_URL: address },
    });
    child.on('exit', () => void server.close().then(() => process.exit()));
  }

  return {
    name: 'electron-dev',
    apply: 'serve',
    configureServer(server) {
      server.httpServer?.once('listening', () => setImmediate(() => void start(server)));
      server.watcher.add(PROCESSES.map((name) => new URL(`../${name}/`, import.meta.url).pathname));
      server.watcher.on('change', (file) => {
        if (/[\\/](main|preload|sandbox)[\\/].*\.ts$/.test(file)) void start(server);
      });
    },
  };
}
