import { describe, expect, it } from 'vitest';
import { shareOf } from './share';

const row = { kind: 'quantity', promised: 35, reached: 36, done: 1 } as const;

describe('the share of a target', () => {
  it('is told as it is beyond what was promised', () => {
    expect(shareOf(row)).toBeCloseTo(36 / 35);
  });

  it('is what the standing says short of that', () => {
    expect(shareOf({ ...row, reached: 21, done: 0.6 })).toBe(0.6);
    expect(shareOf({ ...row, reached: undefined, done: undefined })).toBeUndefined();
  });

  it('ends at the whole where the figure must not rise, or is not one to be divided', () => {
    expect(shareOf({ ...row, operator: '<=', done: 1 })).toBe(1);
    expect(shareOf({ ...row, kind: 'frequency', promised: 2, reached: 5 })).toBe(1);
    expect(shareOf({ ...row, kind: 'deadline', promised: undefined, reached: undefined })).toBe(1);
  });
});
