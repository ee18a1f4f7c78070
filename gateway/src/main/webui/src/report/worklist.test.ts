import { describe, expect, it } from 'vitest';
import type { DisciplineReport, DueTarget } from '../api/discipline';
import type { PlanReport } from '../api/reports';
import type { TargetRow } from '../api/rows';
import { found, worklist } from './worklist';

const row = (target: string, more: Partial<TargetRow> = {}) =>
  ({
    target,
    title: `目标${target}`,
    titleEn: `Target ${target}`,
    light: 'on-track',
    unreported: false,
    ...more,
  }) as TargetRow;
const plan = (targets: TargetRow[], state = 'published') =>
  ({
    state,
    sections: [{ items: [{ title: '学校建设', titleEn: 'School building', targets }] }],
  }) as unknown as PlanReport;
const report = (...months: [string, string, Record<string, DueTarget['state']>][]) =>
  ({
    months: months.map(([month, due, states]) => ({
      month,
      due,
      districts: [{ targets: Object.entries(states).map(([target, state]) => ({ target, state })) }],
    })),
  }) as unknown as DisciplineReport;

describe('a clerk’s worklist', () => {
  const explained = { explanationDue: { zh: '须说明', en: 'explain' } };
  const targets = [
    row('in'),
    row('silent', { unreported: true }),
    row('explain', explained),
    row('gone'),
    row('due', { light: 'on-track' }),
    row('worse', { light: 'overdue' }),
  ];
  const states = report(
    ['2022-05', '2022-06-05', { in: 'late', gone: 'missing', due: 'missing', worse: 'on-time' }],
    [
      '2022-06',
      '2022-07-05',
      { in: 'on-time', gone: 'missing', due: 'pending', worse: 'pending', explain: 'on-time' },
    ],
  );
  const work = worklist([plan(targets)], states);

  it('begins with what is due, the worst light first', () => {
    expect(work.map((one) => [one.row.target, one.need])).toEqual([
      ['worse', 'due'],
      ['due', 'due'],
      ['gone', 'missing'],
      ['explain', 'explanation'],
      ['silent', 'silent'],
      ['in', 'none'],
    ]);
  });

  it('says which month is awaited until when, and which have passed', () => {
    expect(work[1]).toMatchObject({ month: '2022-06', due: '2022-07-05', missing: ['2022-05'], isIn: false });
    expect(work[5]).toMatchObject({ missing: [], isIn: true });
  });

  it('leaves out a plan that takes no more reports', () => {
    expect(worklist([plan(targets, 'closed')], states)).toEqual([]);
  });

  it('is searched by title, number and work item in both languages', () => {
    expect(found(work, 'target GONE', null).map((one) => one.row.target)).toEqual(['gone']);
    expect(found(work, 'school', null)).toHaveLength(6);
    expect(found(work, '', 'due')).toHaveLength(2);
    expect(found(work, '没有', null)).toEqual([]);
  });
});
