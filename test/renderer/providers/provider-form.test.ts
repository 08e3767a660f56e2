import { describe, expect, it } from 'vitest';

import { providersContract } from '../../../preload/contract/areas/providers';
import { messages } from '../../../preload/contract/messages/catalogue';
import {
  capability,
  type Capability,
  type ProviderFindings,
  type ProviderNeeds,
} from '../../../preload/contract/provider-offer';
import { viewCapability } from '../../../renderer/features/providers/capability-view';
import { readProfileText } from '../../../renderer/features/providers/profile-text';
import {
  EMPTY_FORM,
  exportText,
  fileNameOf,
  formOf,
  formOfFindings,
  readForm,
} from '../../../renderer/features/providers/provider-form';

const FILLED = {
  ...EMPTY_FORM,
  name: 'A Bank',
  issuer: ' https://bank.example ',
  fdxBaseUrl: 'https://bank.example/fdx',
};
const FINDINGS: ProviderFindings = {
  issuer: 'https://bank.example',
  metadataUrl: 'https://bank.example/.well-known/openid-configuration',
  endpoints: [],
  detailTypes: ['payment', 'fdx_v2.0'],
  scopes: null,
  clientAuthentications: ['private_key_jwt', 'tls_client_auth'],
  tokenBindings: ['dpop'],
  capabilities: [],
};

describe('the form of a provider', () => {
  it('becomes a profile, and a profile becomes the same form again', () => {
    const read = readForm({
      ...FILLED,
      returnsBy: 'fixed-port',
      port: '3005',
      host: 'localhost',
      scopesFrom: 'other',
      scopes: '',
    });
    if (!read.ok) throw new Error([...read.problems.keys()].join());

    expect(read.draft).toMatchObject({
      issuer: 'https://bank.example',
      scopes: '',
      redirect: { host: 'localhost', port: 3005 },
    });
    expect(readForm(formOf(read.draft))).toEqual(read);
  });

  it.each([
    { kidFrom: 'thumbprint', typed: 'directory-key-1', signingKid: null },
    { kidFrom: 'other', typed: ' directory-key-1\n', signingKid: 'directory-key-1' },
    { kidFrom: 'none', typed: 'directory-key-1', signingKid: '' },
  ] as const)(
    'has statements signed with the key ID $signingKid for $kidFrom',
    ({ kidFrom, typed, signingKid }) => {
      const read = readForm({ ...FILLED, kidFrom, signingKid: typed });

      expect(read).toMatchObject({ ok: true, draft: { signingKid } });
      expect(read.ok && readForm(formOf(read.draft))).toEqual(read);
    },
  );

  it('needs a key ID where another one than the thumbprint is to be sent', () => {
    const read = readForm({ ...FILLED, kidFrom: 'other', signingKid: ' ' });

    expect(read.ok ? [] : [...read.problems]).toEqual([['signingKid', { id: 'providers.problem.missing' }]]);
  });

  it('never sends a random port to the name localhost, which can be pointed elsewhere (RFC 8252 section 8.3)', () => {
    const read = readForm({ ...FILLED, returnsBy: 'free-port', host: 'localhost', port: '99999' });

    expect(read.ok && read.draft.redirect).toEqual({ host: '127.0.0.1', port: null, path: '/callback' });
  });

  it('becomes a profile that comes back by a link, whatever stands in the fields of a port', () => {
    const read = readForm({ ...FILLED, returnsBy: 'link', host: 'localhost', port: 'x', path: ' /back ' });
    if (!read.ok) throw new Error([...read.problems.keys()].join());

    expect(read.draft.redirect).toEqual({ scheme: 'app.countersign.desktop', path: '/back' });
    expect(readForm(formOf(read.draft))).toEqual(read);
  });

  it.each([
    { change: { name: '' }, field: 'name', id: 'missing' },
    { change: { fdxBaseUrl: '' }, field: 'fdxBaseUrl', id: 'missing' },
    { change: { fdxBaseUrl: 'bank.example' }, field: 'fdxBaseUrl', id: 'https' },
    { change: { returnsBy: 'fixed-port', port: '3e3' }, field: 'port', id: 'port' },
    { change: { returnsBy: 'fixed-port', port: '70000' }, field: 'port', id: 'port' },
    { change: { path: 'x' }, field: 'path', id: 'path' },
    { change: { returnsBy: 'link', path: '/.x' }, field: 'path', id: 'link-path' },
    { change: { returnsBy: 'link', path: '' }, field: 'path', id: 'missing' },
    { change: { scopesFrom: 'other', scopes: 'a  b' }, field: 'scopes', id: 'scopes' },
  ] as const)('names $field as $id', ({ change, field, id }) => {
    const read = readForm({ ...FILLED, ...change });

    expect(read.ok ? null : [...read.problems]).toEqual([
      [field, expect.objectContaining({ id: `providers.problem.${id}` })],
    ]);
  });

  it('is filled in from the metadata, and says what came from where', () => {
    const { form, origins } = formOfFindings({ issuer: 'https://bank.example', caPem: '' }, FINDINGS);

    expect(form).toMatchObject({
      name: 'bank.example',
      authorizationDetailsType: 'fdx_v2.0',
      fdxBaseUrl: '',
      clientAuthentication: 'private_key_jwt',
      tokenBinding: 'dpop',
    });
    expect(origins).toMatchObject({
      issuer: 'typed',
      authorizationDetailsType: 'metadata',
      fdxBaseUrl: 'missing',
      clientAuthentication: 'metadata',
      tokenBinding: 'metadata',
    });
  });

  it('has the usual ways, and says so, where the metadata names none that this client knows', () => {
    const silent = { ...FINDINGS, clientAuthentications: [], tokenBindings: [] };
    const { form, origins } = formOfFindings({ issuer: 'https://bank.example', caPem: '' }, silent);

    expect(form).toMatchObject({
      clientAuthentication: 'self_signed_tls_client_auth',
      tokenBinding: 'certificate',
    });
    expect(origins).toMatchObject({ clientAuthentication: 'usual', tokenBinding: 'usual' });
  });

  it('is exported as a profile that can be read again', () => {
    const read = readForm(FILLED);
    if (!read.ok) throw new Error('the form is right');

    expect(readProfileText(exportText(read.draft, null))).toEqual({
      ok: true,
      draft: read.draft,
      key: null,
    });
  });

  it('is exported with the public names of its key, and with nothing else of it', () => {
    const read = readForm(FILLED);
    if (!read.ok) throw new Error('the form is right');
    const names = { kid: 'k'.repeat(43), 'x5t#S256': 'x'.repeat(43) };

    expect(readProfileText(exportText(read.draft, names))).toMatchObject({ ok: true, key: names });
  });

  it.each(['A Bank', '../../etc/passwd', '.hidden', '  ', 'Crédit & Cie. “Nord”', '/', '- x'])(
    'suggests a file name that main takes, for "%s"',
    (name) => {
      const suggestedName = fileNameOf(name, 'profile');

      expect(providersContract.saveTextFile.input.safeParse({ suggestedName, text: '' }).success).toBe(true);
    },
  );
});

const NEEDS: ProviderNeeds = {
  clientAuthentication: 'self_signed_tls_client_auth',
  tokenBinding: 'certificate',
  issuerInAnswer: 'required',
  authorizationDetails: 'sent' as const,
  requestObject: 'as-announced',
  signingAlgorithm: 'ES256',
};

function capabilityOf(change: Partial<Capability>): Capability {
  return { name: 'par', state: 'missing', need: 'always', standard: 'PAR', detail: null, ...change };
}

describe('how tokens are bound, as the form proposes it (FAPI 2.0 section 5.3.2.1)', () => {
  it.each([
    {
      method: 'private_key_jwt',
      offered: ['certificate', 'dpop'],
      proposed: 'dpop',
      because: 'a client of signed statements at Keycloak has no certificate to be bound to',
    },
    {
      method: 'self_signed_tls_client_auth',
      offered: ['dpop', 'certificate'],
      proposed: 'certificate',
      because: 'Glewlwyd binds to the certificate that the client shows anyhow',
    },
    {
      method: 'tls_client_auth',
      offered: ['dpop'],
      proposed: 'certificate',
      because: 'a certificate method with DPoP is what failed in the field',
    },
    {
      method: 'private_key_jwt',
      offered: ['certificate'],
      proposed: 'certificate',
      because: 'there is nothing else to choose',
    },
  ] as const)('is $proposed with $method where $offered is offered, because $because', (row) => {
    const findings = { ...FINDINGS, clientAuthentications: [row.method], tokenBindings: row.offered };
    const { form } = formOfFindings({ issuer: FINDINGS.issuer, caPem: '' }, findings as never);
    expect(form.tokenBinding).toBe(row.proposed);
  });
});

describe('the capability card', () => {
  it('has a sentence for each thing in each state', () => {
    for (const name of capability.shape.name.options)
      for (const state of capability.shape.state.options) {
        const view = viewCapability(capabilityOf({ name, state }), NEEDS);
        for (const phrase of [view.title, view.state, view.meaning])
          expect(messages.en[phrase.id], phrase.id).toBeTypeOf('string');
      }
  });

  it.each([
    { change: { state: 'offered' }, tone: 'good', because: 'it is there' },
    { change: {}, tone: 'stopped', because: 'no flow starts without it' },
    { change: { name: 'issuer', need: 'issuer' }, tone: 'stopped', because: 'the profile insists on it' },
    {
      change: { name: 'private_key_jwt', need: 'private_key_jwt' },
      tone: 'neutral',
      because: 'it is unused',
    },
    { change: { name: 'revocation', need: 'never' }, tone: 'look', because: 'it is missed' },
    { change: { name: 'jarm', need: 'never' }, tone: 'neutral', because: 'nothing is lost' },
    { change: { name: 'signing', state: 'silent' }, tone: 'neutral', because: 'it may be silent' },
  ] as const)('is $tone of $change because $because', ({ change, tone }) => {
    expect(viewCapability(capabilityOf(change), NEEDS).tone).toBe(tone);
  });
});
