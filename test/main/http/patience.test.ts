import { describe, expect, it } from 'vitest';

import { REAL_PATIENCE } from '../../../main/http/patience';

describe('waiting before a request is repeated', () => {
  it('ends at once when the person cancels, before or meanwhile', async () => {
    const cancelling = new AbortController();
    const waiting = REAL_PATIENCE.wait(3_600_000, cancelling.signal);
    cancelling.abort();

    await expect(waiting).rejects.toMatchObject({ fault: { kind: 'cancelled' } });
    await expect(REAL_PATIENCE.wait(3_600_000, AbortSignal.abort())).rejects.toMatchObject({
      fault: { kind: 'cancelled' },
    });
  });

  it('ends by itself otherwise', async () => {
    await expect(REAL_PATIENCE.wait(0)).resolves.toBeUndefined();
  });

  it('is spread over the whole pause, and never the same', () => {
    const drawn = Array.from({ length: 200 }, () => REAL_PATIENCE.random());

    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(new Set(drawn).size).toBeGreaterThan(150);
  });
});
