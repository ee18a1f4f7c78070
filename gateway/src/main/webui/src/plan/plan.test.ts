import { describe, expect, it } from 'vitest';
import type { PlanReport } from '../api/reports';
import type { Light, TargetRow } from '../api/rows';
import { needingAttention } from '../district/attention';
import { applyTargets } from './applying';
import { beginning } from './beginning';
import { narrowed, type Wanted } from './narrowing';

const target = (id: string, light: Light, more: Partial<TargetRow> = {}) =>
  ({
    target: id,
    plan: 'p',
    title: `目标${id}`,
    titleEn: `Target ${id}`,
    light,
    unreported: false,
    done: 0.1,
    pace: 0.5,
    reportedOn: '2022-06-01',
    ...more,
  }) as TargetRow;

const plan = (): PlanReport =>
  ({
    plan: 'p',
    light: 'behind',
    lights: { behind: 1, 'on-track': 1 },
    sections: [
      {
        title: '一',
        items: [
          {
            item: 'p.1',
            title: '学位',
            targets: [target('1', 'behind'), target('2', 'on-track')],
            light: 'behind',
            lights: {},
          },
        ],
      },
      { title: '二', items: [{ item: 'p.2', title: '定位', targets: [], lights: {} }] },
    ],
  }) as unknown as PlanReport;

describe('a target that moved', () => {
  it('takes its item and its plan with it', () => {
    const after = applyTargets(plan(), [target('1', 'achieved')]);

    expect(after.lights).toEqual({ achieved: 1, 'on-track': 1 });
    expect(after.light).toBe('on-track');
    expect(after.sections[0]?.items[0]?.light).toBe('on-track');
  });

  it('leaves another plan as it is', () => {
    const before = plan();
    expect(applyTargets(before, [target('1', 'achieved', { plan: 'q' })])).toBe(before);
  });
});

describe('a plan narrowed', () => {
  const nothing: Wanted = { words: '', light: null, onlyUnreported: false };
  const found = (wanted: Partial<Wanted>) =>
    narrowed(plan().sections, { ...nothing, ...wanted }).flatMap((section) =>
      section.items.flatMap((item) => item.targets.map((row) => row.target)),
    );

  it('keeps items without targets while nothing is asked for', () => {
    expect(narrowed(plan().sections, nothing)).toHaveLength(2);
  });

  it('shows all targets of an item that is named, and a target by its own name in either language', () => {
    expect(found({ words: '学位' })).toEqual(['1', '2']);
    expect(found({ words: 'target 2' })).toEqual(['2']);
  });

  it('keeps to one light', () => {
    expect(found({ light: 'behind' })).toEqual(['1']);
    expect(found({ light: 'overdue' })).toEqual([]);
  });
});

describe('what needs attention', () => {
  it('begins with the worst light, then with the widest gap', () => {
    const rows = [
      target('a', 'on-track'),
      target('b', 'behind', { done: 0.4 }),
      target('c', 'behind', { done: 0 }),
      target('d', 'overdue'),
      target('e', 'on-track', { unreported: true }),
    ];
    expect(needingAttention(rows).map((row) => row.target)).toEqual(['d', 'c', 'b', 'e']);
  });
});

describe('the beginning of a plan', () => {
  it('is cut within a section and ends with the plan', () => {
    const sections = [3, 2].map((items, n) => ({ title: `${n}`, items: Array.from({ length: items }) }));
    const lengths = (items: number) =>
      beginning(sections as unknown as PlanReport['sections'], items).map((section) => section.items.length);

    expect([lengths(0), lengths(2), lengths(4), lengths(Infinity)]).toEqual([[], [2], [3, 1], [3, 2]]);
  });
});
