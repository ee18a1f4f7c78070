import { describe, expect, it } from 'vitest';
import type { PlanBrief } from '../api/plans';
import type { District } from '../api/catalogue';
import type { PlanReport } from '../api/reports';
import type { TargetRow } from '../api/rows';
import { leftOf, openTargets, remainingOf } from './carrying';
import { byYear, districtsWithin } from './years';

const district = (code: string): District => ({ code, level: 'district', name: code });
const tree: District[] = [
  { code: '320000', level: 'province', name: '' },
  { code: '320400', level: 'city', name: '' },
  district('320412'),
  district('320481'),
  district('320502'),
];
const brief = (plan: string): PlanBrief => ({
  plan,
  district: plan.slice(0, 6),
  year: Number(plan.slice(7)),
  title: '',
  state: 'published',
  revision: 1,
  editing: false,
  etag: '',
});
const codes = (districts: District[]) => districts.map(({ code }) => code);

describe('a visitor’s districts', () => {
  it('are those that their codes reach', () => {
    expect(codes(districtsWithin(['320412'], tree))).toEqual(['320412']);
    expect(codes(districtsWithin(['320400'], tree))).toEqual(['320412', '320481']);
    expect(codes(districtsWithin(['320000'], tree))).toEqual(['320412', '320481', '320502']);
  });
});

describe('plans by year', () => {
  it('come the newest first, and who has none is told of years that have not passed', () => {
    const years = byYear(
      [brief('320412-2021'), brief('320412-2022')],
      districtsWithin(['320400'], tree),
      2022,
    );

    expect(years.map(({ year, plans }) => [year, plans.length])).toEqual([
      [2022, 1],
      [2021, 1],
    ]);
    expect(years.map(({ without }) => codes(without))).toEqual([['320481'], []]);
  });

  it('begin with this year even when it has none', () => {
    expect(byYear([], [district('320412')], 2022)).toMatchObject([
      { year: 2022, without: [{ code: '320412' }] },
    ]);
  });
});

const row = (more: Partial<TargetRow>) =>
  ({
    target: 't',
    kind: 'quantity',
    operator: '>=',
    promised: 10,
    reached: 4,
    light: 'behind',
    ...more,
  }) as TargetRow;

describe('what is carried over', () => {
  it('is what has not been reached', () => {
    const targets = [
      row({ target: 'a' }),
      row({ target: 'b', light: 'achieved' }),
      row({ target: 'c', operator: 'range' }),
    ];
    const report = { sections: [{ items: [{ title: '学位', targets }] }] } as unknown as PlanReport;

    expect(openTargets(report).map(({ row: { target }, hasFigure }) => [target, hasFigure])).toEqual([
      ['a', true],
      ['c', false],
    ]);
  });

  it('is proposed with what is left of a count, and whole where nothing can be taken off', () => {
    expect(leftOf(row({}))).toBe('6');
    expect(leftOf(row({ promised: 1.1, reached: 0.3 }))).toBe('0.8');
    expect(leftOf(row({ reached: undefined }))).toBe('');
    expect(leftOf(row({ reached: 0 }))).toBe('');
    expect(leftOf(row({ kind: 'ratio' }))).toBe('');
    expect(leftOf(row({ operator: '<=' }))).toBe('');
  });

  it('names what is left of the chosen only', () => {
    const remaining = remainingOf(new Set(['a', 'b']), { a: '6', b: ' ', c: '9' });
    expect(JSON.parse(JSON.stringify(remaining))).toEqual({ a: 6 });
  });
});
