import { describe, expect, it } from 'vitest';

import { explainRefusal } from '../../../main/credentials/registered';
import { PLAIN_REFUSAL } from '../../../scripts/failure-guide/failure-samples';

const UNKNOWN = { ...PLAIN_REFUSAL, status: 401, code: 'invalid_client' };

describe('a provider that refuses this client', () => {
  it('is met by the key ID of signed statements, where one was signed (RFC 7521 section 4.2.1)', () => {
    const client = { profile: { clientAuthentication: 'private_key_jwt' }, changed: [] } as const;

    expect(explainRefusal(UNKNOWN, client)).toEqual({ ...UNKNOWN, bySignedStatement: true });
  });

  it.each([
    { way: 'self_signed_tls_client_auth', code: 'invalid_client', because: 'a certificate has no key ID' },
    { way: 'tls_client_auth', code: 'invalid_client', because: 'a certificate has no key ID' },
    {
      way: 'private_key_jwt',
      code: 'unauthorized_client',
      because: 'it is known, and may not ask like this',
    },
    { way: 'private_key_jwt', code: 'invalid_request', because: 'it is known, and the request was read' },
  ] as const)('is not told so of $code with $way: $because', ({ way, code }) => {
    const refused = { ...UNKNOWN, code };
    const client = { profile: { clientAuthentication: way }, changed: [] };

    expect(explainRefusal(refused, client)).toEqual(refused);
  });

  it('is told what has changed since the registration first, as that is known', () => {
    const client = { profile: { clientAuthentication: 'private_key_jwt' }, changed: ['key'] } as const;

    expect(explainRefusal(UNKNOWN, client)).toMatchObject({
      kind: 'registration-outdated',
      changed: ['key'],
    });
  });
});
