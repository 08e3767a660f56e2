import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';

import { test as base, type Countersign } from './countersign';

interface ScriptServer {
  readonly port: number;
  /** The host names by which the script was fetched, in order. */
  readonly askedBy: readonly string[];
}

/** With a server of this computer that gives a PAC script to whoever asks. */
const test = base.extend<{ readonly scripts: ScriptServer }>({
  // oxlint-disable-next-line no-empty-pattern
  scripts: async ({}, use) => {
    const askedBy: string[] = [];
    const server = createServer((request, response) => {
      askedBy.push(new URL(`http://${request.headers.host}`).hostname);
      response.setHeader('content-type', 'application/x-ns-proxy-autoconfig');
      response.end('function FindProxyForURL() { return "PROXY proxy.example:3128; DIRECT"; }');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use({ port: (server.address() as AddressInfo).port, askedBy });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

/** What main is told of the way to a bank where the settings name this script. */
function wayToABank(countersign: Countersign, pacScript: string): Promise<string> {
  return countersign.app.evaluate(async ({ session }, script) => {
    await session.defaultSession.setProxy({ mode: 'pac_script', pacScript: script });
    return session.defaultSession.resolveProxy('https://bank.example/');
  }, pacScript);
}

test('[S59] a proxy script on this computer is run, and one anywhere else is not fetched', async ({
  countersign,
  scripts,
}) => {
  const { port, askedBy } = scripts;

  const here = await wayToABank(countersign, `http://127.0.0.1:${port}/proxy.pac`);
  expect(here.split(/;\s*/)).toEqual(['PROXY proxy.example:3128', 'DIRECT']);
  expect(askedBy).toEqual(['127.0.0.1']);

  // Chromium takes each name under `localhost` for this computer, so without the lock this one would be found.
  expect(await wayToABank(countersign, `http://scripts.localhost:${port}/proxy.pac`)).not.toContain('PROXY');
  expect(askedBy).toEqual(['127.0.0.1']);
});
