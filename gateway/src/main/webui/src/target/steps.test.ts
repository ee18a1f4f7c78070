// @vitest-environment happy-dom

import { describe, expect, it } from 'vitest';
import type { TargetReport } from '../api/reports';
import type { EventRow } from '../api/rows';
import { paceSteps, stepsOf, unlessSame } from './steps';
import { verdictsOf } from './verdicts';

const event = (seq: number, day: string, value: number, more: Partial<EventRow> = {}) =>
  ({
    seq,
    id: `e-${seq}`,
    type: 'progress.reported',
    subject: 't',
    day,
    value,
    voided: false,
    ...more,
  }) as EventRow;
const report = (history: EventRow[], more: Partial<TargetReport> = {}) =>
  ({
    target: 't',
    kind: 'quantity',
    promised: 100,
    history,
    definition: {},
    projects: [],
    paceLine: [],
    reachedLine: [],
    ...more,
  }) as unknown as TargetReport;

describe('the way of a target', () => {
  const reachedLine = [
    { on: '2022-01-31', reached: 10 },
    { on: '2022-02-28', reached: 30 },
    { on: '2022-03-31' },
  ];

  it('is what the service folded', () => {
    expect(stepsOf(report([], { reachedLine }))).toEqual([
      { day: '2022-01-31', value: 10 },
      { day: '2022-02-28', value: 30 },
    ]);
  });

  it('is not drawn where no single figure tells', () => {
    expect(stepsOf(report([], { kind: 'frequency', reachedLine }))).toEqual([]);
    expect(stepsOf(report([], { kind: 'deadline', reachedLine }))).toEqual([]);
  });
});

describe('a line that is told again', () => {
  const before = [{ day: '2022-01-31', value: 10 }];

  it('is the one before where nothing moved', () => {
    expect(unlessSame(before, [{ day: '2022-01-31', value: 10 }])).toBe(before);
  });

  it('is the new one where a point moved, came or went', () => {
    for (const now of [
      [{ day: '2022-01-31', value: 11 }],
      [{ day: '2022-02-28', value: 10 }],
      [],
      [...before, ...before],
    ]) {
      expect(unlessSame(before, now)).toBe(now);
    }
    expect(unlessSame(undefined, before)).toBe(before);
  });
});

describe('the pace', () => {
  const paceLine = [
    { on: '2022-01-01', share: 0 },
    { on: '2022-12-31', share: 1 },
  ];

  it('goes up to the promise', () => {
    expect(paceSteps(report([], { paceLine })).map(({ value }) => value)).toEqual([0, 100]);
  });

  it('goes down from the baseline of a target that falls', () => {
    const falling = report([], { paceLine, promised: 5, definition: { baseline: 20 } });
    expect(paceSteps(falling).map(({ value }) => value)).toEqual([20, 5]);
  });
});

describe('the bureau’s word', () => {
  it('is the last one that stands', () => {
    const word = (seq: number, type: string, more: Partial<EventRow> = {}) =>
      event(seq, '', 0, { type, refers: 'e-1', day: undefined, ...more });
    const history = [
      word(4, 'report.disputed', { voided: true }),
      word(3, 'report.verified'),
      word(2, 'report.disputed'),
      event(1, '2022-01-31', 1),
    ];
    expect(verdictsOf(report(history)).get('e-1')?.word).toBe('verified');
  });
});
