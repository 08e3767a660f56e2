import { type AddressInfo, createServer } from 'node:net';
import { expect } from '@playwright/test';

import { json } from '../helpers/provider-answer';
import { type IdentityFacts, serverIdentity } from '../helpers/server-identity';
import { openTlsServer, type TlsServer, type TlsServerOptions } from '../helpers/tls-server';
import { appOfGroup, type Countersign, test } from './countersign';

// Electron's TLS library is not Node's: what is refused, and by what name, is shown by the real app.

const started = appOfGroup();

async function lookUp(countersign: Countersign, issuer: string, caPem: string | null): Promise<void> {
  const { window } = countersign;
  await countersign.button('Connect a provider').click();
  await countersign.button('Add a provider').click();
  await window.getByLabel('Issuer address').fill(issuer);
  if (caPem !== null) await window.getByLabel('Certificate authority (PEM)').fill(caPem);
  await countersign.button('Look it up').click();
}

interface Opened {
  readonly server: TlsServer;
  readonly certificatePem: string;
}

async function openProvider(facts: IdentityFacts, tls?: TlsServerOptions['tls']): Promise<Opened> {
  const identity = await serverIdentity(facts);
  const server: TlsServer = await openTlsServer({
    identity,
    ...(tls === undefined ? {} : { tls }),
    answer: (_seen, response) => {
      const { status, headers, body } = json(200, { issuer: server.origin });
      response.writeHead(status, headers).end(body);
    },
  });
  return { server, certificatePem: identity.certificatePem };
}

test('[S01] a certificate that signs no other is trusted where the profile names it', async () => {
  const countersign = started();
  const { server, certificatePem } = await openProvider({ isLeaf: true });
  try {
    await lookUp(countersign, server.origin, certificatePem);

    await expect(
      countersign.window.getByRole('heading', { name: 'What the provider says of itself' }),
    ).toBeVisible();
    expect(server.requests.map(({ target }) => target)).toEqual(['/.well-known/openid-configuration']);
  } finally {
    await server.close();
  }
});

const REFUSED: ReadonlyArray<{
  readonly what: string;
  readonly facts?: IdentityFacts;
  readonly tls?: TlsServerOptions['tls'];
  readonly isTold?: boolean;
  readonly says: RegExp;
}> = [
  {
    what: 'has expired',
    facts: { endsInDays: -1 },
    says: /^The certificate of .* has ended, so nothing was sent\.$/,
  },
  { what: 'is not good yet', facts: { beginsInDays: 1 }, says: /is not valid yet, so nothing was sent\.$/ },
  {
    what: 'is for another host',
    facts: { ip: '127.0.0.9' },
    says: /has a certificate for another address, so nothing was sent\.$/,
  },
  {
    what: 'was made by nobody that the profile names',
    isTold: false,
    says: /^Nobody that Countersign trusts vouches for the certificate at .*, so nothing was sent\.$/,
  },
  {
    what: 'comes with TLS 1.1',
    tls: { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    says: /offers no up-to-date secure connection at .*, so nothing was sent\.$/,
  },
];

for (const { what, facts = {}, tls, isTold = true, says } of REFUSED) {
  test(`[S01] a provider gets no request, and it is said why, when its certificate ${what}`, async () => {
    const countersign = started();
    const { server, certificatePem } = await openProvider(facts, tls);
    try {
      await lookUp(countersign, server.origin, isTold ? certificatePem : null);

      await expect(countersign.window.getByText(says)).toBeVisible();
      expect(server.requests).toEqual([]);
    } finally {
      await server.close();
    }
  });
}

test('[S01] what answers without TLS gets no request, and it is said so', async () => {
  const countersign = started();
  let heard = '';
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1');
      socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await lookUp(countersign, `https://127.0.0.1:${(server.address() as AddressInfo).port}`, null);

    await expect(
      countersign.window.getByText(/offers no secure connection, so nothing was sent\.$/),
    ).toBeVisible();
    expect(heard).not.toContain('HTTP/1.1');
  } finally {
    server.close();
  }
});
