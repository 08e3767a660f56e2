import { describe, expect, it } from 'vitest';

import { SYSTEM_RETRY_CLOCK } from '../../../main/http/retry-clock';

describe('waiting before a request is repeated', () => {
  it('ends at once when the person cancels, before or meanwhile', async () => {
    const cancelling = new AbortController();
    const waiting = SYSTEM_RETRY_CLOCK.wait(3_600_000, cancelling.signal);
    cancelling.abort();

    await expect(waiting).rejects.toMatchObject({ fault: { kind: 'cancelled' } });
    await expect(SYSTEM_RETRY_CLOCK.wait(3_600_000, AbortSignal.abort())).rejects.toMatchObject({
      fault: { kind: 'cancelled' },
    });
  });

  it('ends by itself otherwise', async () => {
    await expect(SYSTEM_RETRY_CLOCK.wait(0)).resolves.toBeUndefined();
  });

  it('is spread over the whole pause, and never the same', () => {
    const drawn = Array.from({ length: 200 }, () => SYSTEM_RETRY_CLOCK.random());

    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(new Set(drawn).size).toBeGreaterThan(150);
  });
});
