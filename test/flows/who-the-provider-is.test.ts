import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { OPERATIONS, shapesOf } from '../../preload/contract/operations';
import { addProvider, saying } from '../helpers/added-provider';
import { diceOf, oddArguments } from '../helpers/odd-links';

const EVIL = 'https://evil.example';

describe('[S07] the issuer of a provider comes from the form that the person saved (FAPI 2.0 section 5.3.3.1)', () => {
  it('because only that operation, and the one that asks and keeps nothing, take an issuer', async () => {
    const inputs = await Promise.all(
      OPERATIONS.map(async (name) => ({ name, input: (await shapesOf(name)).input })),
    );
    const withIssuer = inputs
      .filter(({ input }) =>
        JSON.stringify(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })).includes('"issuer"'),
      )
      .map(({ name }) => name);

    expect(withIssuer.toSorted()).toEqual(['lookUpProvider', 'saveProvider']);
  });

  it('and looking one up keeps nothing of it', async () => {
    const { provider, recipient, window } = await addProvider({});
    const { issuer, caPem } = provider.descriptor;
    const before = structuredClone(recipient.services.profiles.list());

    await window.get('lookUpProvider', { issuer, caPem, authorizationDetailsType: 'fdx_v1.0' });

    expect(recipient.services.profiles.list()).toEqual(before);
    await recipient.close();
  });

  it('and neither metadata nor the answer to a registration changes it', async () => {
    const talkative = saying(() => ({ fdx_base_url: EVIL, redirect_issuer: EVIL }), {
      answers: {
        registration: (right) => ({
          ...right,
          body: JSON.stringify({
            ...(JSON.parse(String(right.body)) as object),
            issuer: EVIL,
            fdxBaseUrl: EVIL,
            registration_client_uri: EVIL,
          }),
        }),
      },
    });
    const { recipient, window, providerId, profile, connect, provider } = await addProvider(talkative);
    const { issuer, fdxBaseUrl } = profile();

    await window.get('registerProvider', { providerId });
    expect(await connect()).toMatchObject({ phase: 'done' });

    expect(profile()).toMatchObject({ issuer, fdxBaseUrl });
    expect(provider.broken()).toEqual([]);
    await recipient.close();
  });

  it('and nothing that comes from outside changes it, whatever it says', async () => {
    const { recipient, window, profile } = await addProvider({});
    const before = structuredClone(recipient.services.profiles.list());
    const dice = diceOf(7);

    recipient.links.take([`--issuer=${EVIL}`, `--provider=${EVIL}`, EVIL, '/tmp/profile.json']);
    recipient.links.take([`app.countersign.desktop:/provider?issuer=${encodeURIComponent(EVIL)}`]);
    for (let round = 0; round < 200; round += 1) recipient.links.take(oddArguments(dice));

    expect(recipient.services.profiles.list()).toEqual(before);
    expect(await window.get('listProviders', {})).toMatchObject([{ issuer: profile().issuer }]);
    await recipient.close();
  });
});
