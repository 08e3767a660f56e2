import { describe, expect, it } from 'vitest';

import { PRIVATE_USE_SCHEME } from '../../preload/contract/private-use-scheme';
import { type Added, addProvider, saying } from '../helpers/added-provider';
import { diceOf, oddArguments } from '../helpers/odd-links';
import { sharing } from '../helpers/person';
import { type RecipientOptions, type RunningFlow, TUTORIAL_REQUEST } from '../helpers/recipient';
import { sandboxBank } from '../helpers/sandbox-bank';

const REDIRECT_URI = `${PRIVATE_USE_SCHEME}:/callback`;
const EVERYTHING = { flowId: null, connectionId: null, providerId: null, search: '' };

/** A provider that takes registrations and sends people back by a link. */
async function addByLink(options: RecipientOptions = {}): Promise<Added> {
  const redirect = { scheme: PRIVATE_USE_SCHEME, path: '/callback' } as const;
  const added = await addProvider(
    saying(() => ({})),
    { redirect },
    options,
  );
  await added.window.get('registerProvider', { providerId: added.providerId });
  return added;
}

/** Starts a flow whose person decides at the bank, and keeps the link that the browser would open. */
async function decided({
  recipient,
  profile,
  provider,
}: Added): Promise<{ link: string; running: RunningFlow }> {
  let tell: (link: string) => void = () => undefined;
  const told = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const running = recipient.startAt(profile(), TUTORIAL_REQUEST, async (page) => {
    tell((await provider.person(page)) ?? '');
    return null;
  });
  await running.until('at-provider');
  return { link: await told, running };
}

describe('a consent whose answer comes as a link (RFC 8252 section 7.1)', () => {
  it('[S18] goes the same way as by a port of this computer, and the provider sees no rule broken', async () => {
    const { recipient, window, provider, providerId, connect } = await addByLink();

    const flow = await connect();

    expect(flow).toMatchObject({ phase: 'done', failure: null, answerBy: 'link' });
    expect(provider.broken()).toEqual([]);
    const detail = await window.get('getProviderDetail', { providerId });
    expect(detail.redirectUri).toBe(REDIRECT_URI);
    expect(JSON.parse(detail.registrationPack ?? '{}')).toMatchObject({
      redirect_uris: [REDIRECT_URI],
      application_type: 'native',
    });
    await recipient.close();
  });

  it('is accepted by the sandbox bank, which knows the rules of such addresses', async () => {
    const bank = await sandboxBank();
    const added = await addByLink();
    const { issuer, fdxBaseUrl, caPem } = bank.descriptor;
    const { window, recipient } = added;
    const known = await window.get('getProviderDetail', { providerId: added.providerId });
    const draft = { ...known.profile, issuer, fdxBaseUrl, caPem, clientId: '' };
    const { providerId } = await window.get('saveProvider', {
      providerId: null,
      draft,
      key: { kind: 'keep' },
    });
    await window.get('registerProvider', { providerId });
    const kept = recipient.services.profiles.get(providerId)!;

    const flow = await recipient.giveConsent(TUTORIAL_REQUEST, sharing(bank), kept);

    expect(flow).toMatchObject({ phase: 'done', failure: null });
    await recipient.close();
  });

  it('is on the wire like any other, with its code masked', async () => {
    const { recipient, window, connect } = await addByLink();

    const { flowId } = await connect();

    const { exchanges } = await window.get('listExchanges', { ...EVERYTHING, flowId });
    expect(exchanges.map(({ step, kind }) => `${step} ${kind}`)).toEqual([
      'discovery back-channel',
      'par back-channel',
      'authorize browser',
      'callback browser',
      'token back-channel',
      'consent back-channel',
      'accounts back-channel',
    ]);
    const callback = exchanges.find(({ step }) => step === 'callback')!;
    const { url, fields, host } = await window.get('getExchange', { exchangeId: callback.exchangeId });
    expect(host).toBe(`${PRIVATE_USE_SCHEME}:`);
    expect(url).toMatch(/^app\.countersign\.desktop:\/callback\?.*code=..•••..(?:&|$)/);
    expect(fields.find(({ name }) => name === 'code')).toMatchObject({ place: 'query', isMasked: true });
    await recipient.close();
  });
});

describe('[S18] while a flow waits for a link', () => {
  it('nothing else that comes from outside changes anything', async () => {
    const added = await addByLink();
    const { recipient, window } = added;
    const { link, running } = await decided(added);
    const before = await window.get('getFlow', { flowId: running.flowId });
    const dice = diceOf(7);

    for (let round = 0; round < 200; round += 1) recipient.links.take(oddArguments(dice));
    recipient.links.take([
      link.replace(/code=[^&]*/, 'error=access_denied').replace(/state=[^&]*/, 'state=x'),
    ]);
    recipient.links.take([`${REDIRECT_URI}?state=only`]);

    // Links are looked at one after the other; the right one comes last.
    const counted = { ...before, foreignAnswers: expect.any(Number) as number };
    expect(await window.get('getFlow', { flowId: running.flowId })).toEqual(counted);
    recipient.links.take([link]);
    expect(await running.until('done', 'failed')).toMatchObject({ phase: 'done' });
    await recipient.close();
  });

  it('a code of somebody else is ignored and counted, and not exchanged (RFC 6749 section 10.12)', async () => {
    const added = await addByLink();
    const { recipient, provider } = added;
    const { link, running } = await decided(added);

    recipient.links.take([link.replace(/state=[^&]*/, 'state=of-somebody-else')]);
    await expect
      .poll(() => recipient.services.flows.get(running.flowId))
      .toMatchObject({ value: { phase: 'at-provider', foreignAnswers: 1 } });
    expect(provider.asked()).not.toContain('token');

    recipient.links.take([link]);
    expect(await running.until('done', 'failed')).toMatchObject({ phase: 'done', failure: null });
    await recipient.close();
  });
});

describe('[S15] while no flow waits for a link', () => {
  it('the very link that was right starts nothing and is not on the wire', async () => {
    const added = await addByLink();
    const { recipient, window, provider } = added;
    const { link, running } = await decided(added);
    await window.get('cancelFlow', { flowId: running.flowId });
    const before = await window.get('listExchanges', EVERYTHING);
    const asked = provider.asked().length;

    recipient.links.take([link]);
    recipient.links.take(['countersign', '.', '--', link]);
    await new Promise((resolve) => setImmediate(resolve));

    expect(await window.get('getFlow', { flowId: running.flowId })).toMatchObject({ phase: 'cancelled' });
    expect(await window.get('listExchanges', EVERYTHING)).toEqual(before);
    expect(provider.asked()).toHaveLength(asked);
    await recipient.close();
  });
});

describe('where the system hands no links to the app', () => {
  it('the flow says so, and takes the address from the person', async () => {
    const added = await addByLink({ claimLinks: () => false });
    const { recipient, window } = added;
    const { link, running } = await decided(added);
    const { flowId } = running;

    expect(await window.get('getFlow', { flowId })).toMatchObject({ answerBy: 'paste' });
    expect(
      await window.ask('pasteCallback', { flowId, address: link.replace(':/callback', '://callback') }),
    ).toEqual({ ok: false, error: { kind: 'callback-not-ours', reason: 'other-address' } });
    expect(await window.ask('pasteCallback', { flowId, address: link })).toEqual({ ok: true, value: {} });
    expect(await running.until('done', 'failed')).toMatchObject({ phase: 'done' });
    await recipient.close();
  });

  it('a redirect to a port is not concerned, and the system is not asked', async () => {
    const { recipient, window, providerId, connect } = await addProvider(
      saying(() => ({})),
      {},
      {
        claimLinks: () => {
          throw new Error('nobody should ask');
        },
      },
    );
    await window.get('registerProvider', { providerId });

    expect(await connect()).toMatchObject({ phase: 'done', answerBy: 'loopback' });
    await recipient.close();
  });
});
