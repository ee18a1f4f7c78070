import { describe, expect, it } from 'vitest';
import { laterDue } from './dueDay';

describe('the due day of a problem that is reopened', () => {
  it('lies as many days ahead as the first one did', () => {
    expect(laterDue('2022-05-31', '2022-04-29', '2022-06-30')).toBe('2022-08-01');
  });

  it('is never today or before', () => {
    expect(laterDue('2022-04-29', '2022-04-29', '2022-06-30')).toBe('2022-07-01');
    expect(laterDue('2022-04-01', '2022-04-29', '2022-06-30')).toBe('2022-07-01');
  });
});
