import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { TlsClientAuth } from 'openid-client';

import { freshAccessToken } from '../../../main/connections/fresh-access-token';
import type { ProviderClient } from '../../../main/connections/provider-clients';
import type { HttpCall } from '../../../main/ports/provider-http';
import { openVault } from '../../../main/vault/vault';
import { watchedDisk } from '../store/failing-disk';
import { fakeKeychain } from './fake-keychain';
import { someTokens } from './vault-samples';

/*
 * Refreshes one connection over and over until it is killed. The provider is the parent process: what is asked goes
 * out as a line, and its answer comes in as one. Argument: the vault's folder.
 */
const [folder] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`); // not console.log: what was said must survive the kill
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function ask(question: string): Promise<string> {
  say(question);
  const answer = await answers.next();
  if (answer.done === true) process.exit(1); // the parent is gone
  return answer.value;
}

const client = {
  profile: { name: 'Provider', credentialId: 'credential-1' },
  identity: { client: { client_id: 'client' }, authentication: TlsClientAuth(), dpop: null },
  metadata: { issuer: 'https://provider.example', token_endpoint: 'https://provider.example/token' },
  http: {
    call: async (_url: URL, { body = '' }: HttpCall) => {
      const refreshToken = await ask(`refresh ${new URLSearchParams(body).get('refresh_token')}`);
      return Response.json({
        access_token: `access-of-${refreshToken}`,
        refresh_token: refreshToken,
        token_type: 'Bearer',
        expires_in: 1,
      });
    },
    close: () => Promise.resolve(),
    retire: () => undefined,
    retryClock: { nowMs: () => 0, random: () => 0, wait: () => Promise.resolve() },
  },
} as unknown as ProviderClient; // of a provider, a refresh needs no more than this

const disk = watchedDisk(async (step) => {
  say(`step ${step}`);
});
const vault = await openVault({ folder: folder!, keychain: fakeKeychain(), nowMs: () => 0, disk });
const held = vault.tokens.get('connection-1');
if (held.ok && held.value === null) {
  const first = await ask('connect');
  await vault.tokens.put(someTokens({ refreshToken: first, expiresAtMs: 0 }));
}
say('opened');
const deps = {
  ...vault,
  connections: { get: () => null, list: () => [] },
  newId: () => 'id',
  nowMs: () => 1_700_000_000_000,
};
for (;;) {
  const token = await freshAccessToken(deps, client, 'connection-1');
  if (!token.ok) {
    say(`failed ${token.error.kind}`);
    break;
  }
  // What it is for: the provider takes the token, and from now on only the refresh token that came with it.
  await ask(`use ${token.value}`);
}
