import { createHash, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { createResumeSource } from '../../main/ports/resume';
import type { RetryClock } from '../../main/ports/provider-http';
import { addProvider, saying } from '../helpers/added-provider';
import type { Fault } from '../helpers/hostile-provider';

const NOT_FOUND: Fault = { answers: { discovery: () => ({ status: 404, headers: {}, body: '' }) } };
const BUSY_ONCE = { status: 503, headers: { 'retry-after': '1' }, body: '' };

const none = (open: readonly unknown[]) => open.length === 0;
const some = (open: readonly unknown[]) => open.length > 0;

/** As the other side sees it: SHA-256 in capitals with colons. */
function fingerprintOf(certificatePem: string): string {
  const hash = createHash('sha256').update(new X509Certificate(certificatePem).raw).digest('hex');
  return (hash.toUpperCase().match(/../g) ?? []).join(':');
}

/** A provider that was added and registered, and a consent given there. */
async function connected() {
  const added = await addProvider(saying(() => ({})));
  await added.window.get('registerProvider', { providerId: added.providerId });
  const flow = await added.connect();
  expect(flow).toMatchObject({ phase: 'done', failure: null });
  return added;
}

describe('the connections at a provider', () => {
  it('are closed when the app ends', async () => {
    const { provider, recipient } = await connected();
    expect(provider.sockets.mtls.shown()).not.toEqual([]);

    await recipient.close();

    await provider.sockets.mtls.until(none);
    await provider.sockets.front.until(none);
  });

  it('with a key that was replaced are closed with the next use of the new one, and that one alone is shown', async () => {
    const { provider, recipient, window, profile, connect } = await connected();
    const { credentialId } = profile();
    const old = recipient.services.vault.credentials.get(credentialId);
    const oldShown = fingerprintOf(old.ok ? (old.value?.certificatePem ?? '') : '');
    expect(provider.sockets.mtls.shown()).toContain(oldShown);

    const made = await window.get('replaceCredential', { credentialId, kind: 'ec-p256' });
    await window.get('switchCredential', { credentialId: made.credentialId });
    await connect();

    await provider.sockets.mtls.until((open) => some(open) && !open.includes(oldShown));
    await recipient.close();
    await provider.sockets.mtls.until(none);
  });

  it('are closed when the provider is deleted', async () => {
    const { provider, recipient, window, providerId } = await connected();

    await window.get('deleteProvider', { providerId });

    await provider.sockets.mtls.until(none);
    await recipient.close();
  });

  it.each([
    { what: 'a look-up that failed', fault: NOT_FOUND },
    { what: 'a look-up that went well', fault: {} },
  ])('are closed after $what', async ({ fault }) => {
    const { provider, recipient, window } = await addProvider(fault);
    const { issuer, caPem } = provider.descriptor;

    await window.ask('lookUpProvider', { issuer, caPem, authorizationDetailsType: 'fdx_v1.0' });

    expect(provider.asked()).toContain('discovery');
    await provider.sockets.front.until(none);
    await recipient.close();
  });

  it.each([
    { what: 'that was refused', fault: { answers: { registration: () => BUSY_ONCE } } as Fault },
    { what: 'that went well', fault: {} },
  ])('are closed after a registration $what', async ({ fault }) => {
    const { provider, recipient, window, providerId } = await addProvider(saying(() => ({}), fault));

    await window.ask('registerProvider', { providerId });

    expect(provider.asked()).toContain('registration');
    await provider.sockets.front.until(none);
    await recipient.close();
  });
});

describe('a look-up', () => {
  it('waits by the same clock as everything else when the provider is busy', async () => {
    const waits: number[] = [];
    const retryClock: RetryClock = {
      nowMs: () => Date.now(),
      random: () => 0,
      wait: async (ms) => void waits.push(ms),
    };
    let isBusy = true;
    const fault: Fault = {
      answers: {
        discovery: (right) => {
          const answer = isBusy ? BUSY_ONCE : right;
          isBusy = false;
          return answer;
        },
      },
    };
    const { provider, recipient, window } = await addProvider(fault, {}, { retryClock });
    const { issuer, caPem } = provider.descriptor;

    await window.get('lookUpProvider', { issuer, caPem, authorizationDetailsType: 'fdx_v1.0' });

    expect(waits).toEqual([1000]);
    await recipient.close();
  });

  it('hears of the machine’s waking as everything else does, and only while it is under way', async () => {
    const { onResume, wake } = createResumeSource();
    let listening = 0;
    const counted: typeof onResume = (listener) => {
      listening += 1;
      const stop = onResume(listener);
      return () => {
        listening -= 1;
        stop();
      };
    };
    const seen: number[] = [];
    const fault: Fault = {
      answers: {
        discovery: (right) => {
          seen.push(listening);
          wake();
          return right;
        },
      },
    };
    const { provider, recipient, window } = await addProvider(fault, {}, { onResume: counted });
    const { issuer, caPem } = provider.descriptor;
    const before = listening;

    await window.get('lookUpProvider', { issuer, caPem, authorizationDetailsType: 'fdx_v1.0' });

    expect(seen).toEqual([before + 1]);
    expect(listening).toBe(before);
    await recipient.close();
  });
});
