import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { serverIdentity, type ServerIdentity } from '../../helpers/server-identity';
import { openTlsServer, type TlsServer } from '../../helpers/tls-server';

const run = promisify(execFile);

let folder: string;
let rogue: ServerIdentity;
let server: TlsServer;

// The client as it is built for the app, in a process of its own: some of these variables are read at start only.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-test-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: 'main/http/provider-http.ts', outDir: folder, minify: false, emptyOutDir: false },
  });
  await writeFile(
    join(folder, 'ask.mjs'),
    `import { openProviderHttp } from './provider-http.js';
     const [url, caPem] = process.argv.slice(2);
     const http = openProviderHttp({ caPem: caPem ?? null, clientCertificate: null });
     const call = { method: 'GET', headers: {}, maxBytes: 100 };
     const end = await http.call(new URL(url), call).then(({ status }) => ({ status }), ({ fault }) => ({ fault }));
     console.log(JSON.stringify(end));
     await http.close();`,
  );
  rogue = await serverIdentity();
  await writeFile(join(folder, 'rogue.pem'), rogue.certificatePem);
  server = await openTlsServer({ identity: rogue, answer: (_seen, response) => response.end('{}') });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function askIn(environment: Readonly<Record<string, string>>, caPem?: string): Promise<unknown> {
  const { stdout } = await run(
    process.execPath,
    [join(folder, 'ask.mjs'), server.origin, ...(caPem === undefined ? [] : [caPem])],
    { env: { PATH: process.env['PATH'], ...environment } },
  );
  return JSON.parse(stdout);
}

const REFUSED = {
  fault: { kind: 'insecure', problem: 'unknown-authority', code: expect.any(String) as string },
};

describe('[S02] a provider with a certificate that nobody knows', () => {
  for (const { variables, because } of [
    { variables: {}, because: 'nothing says that it is good' },
    { variables: { NODE_TLS_REJECT_UNAUTHORIZED: '0' }, because: 'not every certificate is good' },
    { variables: { NODE_EXTRA_CA_CERTS: 'rogue.pem' }, because: 'an authority comes from the profile alone' },
    { variables: { SSL_CERT_FILE: 'rogue.pem' }, because: 'an authority comes from the profile alone' },
    {
      variables: { NODE_OPTIONS: '--use-openssl-ca', SSL_CERT_FILE: 'rogue.pem' },
      because: 'an authority comes from the profile alone',
    },
    {
      variables: { HTTPS_PROXY: 'the server', NODE_USE_ENV_PROXY: '1' },
      because: 'nobody stands in between',
    },
  ]) {
    it(`gets no request, because ${because}: ${JSON.stringify(variables)}`, async () => {
      const places = Object.entries(variables).map(([name, value]) => [
        name,
        value === 'rogue.pem' ? join(folder, value) : value === 'the server' ? server.origin : value,
      ]);

      expect(await askIn(Object.fromEntries(places) as Record<string, string>)).toEqual(REFUSED);
      expect(server.requests).toEqual([]);
    });
  }

  it('gets one when its profile names its authority: the tests above would see a request', async () => {
    expect(await askIn({}, rogue.certificatePem)).toEqual({ status: 200 });
    expect(server.requests).toHaveLength(1);
  });
});
