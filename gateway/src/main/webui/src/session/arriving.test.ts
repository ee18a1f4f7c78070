// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';

const arriveAt = async (address: string) => {
  history.replaceState(null, '', address);
  return import('./arriving');
};

describe('a token that a link brought', () => {
  beforeEach(() => vi.resetModules());

  it('is out of the address before anything else reads it, and known until it is forgotten', async () => {
    const { tokenBrought, forgetToken } = await arriveAt('/problems?year=2022#token=eyJ');

    expect(location.href).toMatch(/\/problems\?year=2022$/);
    expect(tokenBrought()).toBe('eyJ');
    forgetToken();
    expect(tokenBrought()).toBeNull();
  });

  it('is nothing where the address has another mark', async () => {
    const { tokenBrought } = await arriveAt('/target/320412-2022.6.1#event-12');

    expect(tokenBrought()).toBeNull();
    expect(location.hash).toBe('#event-12');
  });
});
