import { describe, expect, it } from 'vitest';
import { nextNumber } from './numbering';

describe("a problem's number", () => {
  it('goes on from the last of the year', () => {
    expect(nextNumber(['WJ-2022-02', 'WJ-2022-01', 'WJ-2021-17'], '320412', 2022)).toBe('WJ-2022-03');
    expect(nextNumber(['WJ-2022-09'], '320412', 2022)).toBe('WJ-2022-10');
    expect(nextNumber(['WJ-2022-99'], '320412', 2022)).toBe('WJ-2022-100');
  });

  it('begins with the district and the year where there is none', () => {
    expect(nextNumber([], '320412', 2022)).toBe('320412-2022-01');
    expect(nextNumber(['消防', 'WJ-2021-17'], '320412', 2022)).toBe('320412-2022-01');
  });
});
