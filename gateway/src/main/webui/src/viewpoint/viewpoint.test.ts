import { describe, expect, it } from 'vitest';
import { unreadable, fromAddress, isDay } from './viewpoint';

describe('the viewpoint of an address', () => {
  it('is read whole', () => {
    const query = { scope: '320400', year: '2022', asOf: '2022-03-31', knownAt: '2022-04-01T00:00:00.000Z' };
    expect(fromAddress(query)).toEqual({ ...query, year: 2022 });
  });

  it.each([
    [{ year: '20x2' }],
    [{ year: '12' }],
    [{ asOf: '2022-02-30' }],
    [{ asOf: 'yesterday' }],
    [{ knownAt: '2022-04-01' }],
    [{ scope: '../x' }],
  ])('leaves out what makes no sense: %j', (query) => {
    expect(Object.values(fromAddress(query)).filter((value) => value !== undefined)).toEqual([]);
  });

  it('takes the first of two', () => {
    expect(fromAddress({ asOf: ['2022-01-01', '2022-02-01'] }).asOf).toBe('2022-01-01');
  });

  it('knows leap days', () => {
    expect([isDay('2024-02-29'), isDay('2023-02-29')]).toEqual([true, false]);
  });
});

describe('what an address says and nobody can read', () => {
  it('is named', () => {
    expect(unreadable({ asOf: 'banana', year: '2022', knownAt: '2022-06-30' })).toEqual(['asOf', 'knownAt']);
    expect(unreadable({ asOf: '2022-06-30', tab: 'hand' })).toEqual([]);
  });
});
