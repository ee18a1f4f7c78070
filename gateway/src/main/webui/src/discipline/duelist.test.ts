import { describe, expect, it } from 'vitest';
import type { DisciplineReport, DueTarget } from '../api/discipline';
import { dueRows, figuresOf, matrixOf, nextMonth, sumOf } from './duelist';

const target = (id: string, state: DueTarget['state']): DueTarget => ({
  target: id,
  item: 'i',
  title: id,
  state,
});
const counts = (due: number, onTime: number, missing: number, pending: number) => ({
  due, onTime, late: due - onTime - missing - pending, missing, pending, rate: onTime / due,
}); // prettier-ignore
const months = [
  {
    month: '2022-05',
    due: '2022-06-05',
    total: counts(5, 2, 2, 0),
    districts: [
      { district: '320481', name: '溧阳', ...counts(2, 2, 0, 0) },
      {
        district: '320412',
        name: '武进',
        ...counts(3, 0, 2, 0),
        targets: [target('a', 'late'), target('b', 'missing'), target('c', 'missing')],
      },
    ],
  },
  {
    month: '2022-06',
    due: '2022-07-05',
    total: counts(3, 1, 0, 2),
    districts: [{ district: '320412', name: '武进', ...counts(3, 1, 0, 2) }],
  },
];

describe('the month that is looked at', () => {
  it.each([
    ['2022-06-05', '2022-05'],
    ['2022-06-06', '2022-06'],
    ['2022-07-05', '2022-06'],
    ['2023-01-01', '2022-06'],
  ])('is on %s that of %s', (asOf, month) => {
    expect(nextMonth(months, asOf)).toBe(month);
  });

  it('is none in a year that has not begun', () => {
    expect(nextMonth([], '2022-01-01')).toBe('');
  });
});

describe('the list behind a figure', () => {
  it('has as many rows as the figure says', () => {
    expect(dueRows(months[0], '320412', 'missing').map((row) => row.target)).toEqual(['b', 'c']);
    expect(dueRows(months[0], '', 'late').map((row) => row.district)).toEqual(['320412']);
    expect(dueRows(months[0], '320481', 'all')).toEqual([]);
  });

  it('puts what is missing first', () => {
    expect(dueRows(months[0], '', 'all').map((row) => row.target)).toEqual(['b', 'c', 'a']);
    expect(dueRows(months[0], '', 'open').map((row) => row.target)).toEqual(['b', 'c']);
  });
});

describe('the figures', () => {
  it('are of one district or of all', () => {
    expect(figuresOf(months[0], '320412')?.due).toBe(3);
    expect(figuresOf(months[0], '')?.due).toBe(5);
  });

  it('of a year have the rate of the sums, not the mean of the rates', () => {
    const [first] = matrixOf({ months } as unknown as DisciplineReport);
    expect(first?.district).toBe('320412');
    expect(first?.year).toMatchObject({ due: 6, onTime: 1, missing: 2, pending: 2 });
    expect(first?.year.rate).toBeCloseTo(1 / 6);
    expect(sumOf([undefined]).rate).toBeUndefined();
  });
});
