// @vitest-environment happy-dom

import { describe, expect, it } from 'vitest';
import type { TargetReport } from '../api/reports';
import type { EventRow } from '../api/rows';
import { paceSteps, stepsOf } from './steps';
import { verdictsOf } from './useTarget';

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
    ...more,
  }) as unknown as TargetReport;

describe('the way of a quantity', () => {
  it('lets the latest report of a day stand, the later recorded of two', () => {
    const steps = stepsOf(
      report([event(3, '2022-02-28', 30), event(2, '2022-02-28', 20), event(1, '2022-01-31', 10)]),
    );
    expect(steps).toEqual([
      { day: '2022-01-31', value: 10 },
      { day: '2022-02-28', value: 30 },
    ]);
  });

  it('adds what was added after a report, and not what came with it or before', () => {
    const added = { type: 'progress.added' };
    const steps = stepsOf(
      report([
        event(1, '2022-01-10', 5, added),
        event(2, '2022-01-31', 10),
        event(3, '2022-01-31', 7, added),
        event(4, '2022-02-10', 2, added),
      ]),
    );
    expect(steps.map(({ value }) => value)).toEqual([5, 10, 12]);
  });

  it('passes over what was voided and what was said of the item', () => {
    expect(
      stepsOf(
        report([
          event(1, '2022-01-31', 10, { voided: true }),
          event(2, '2022-02-01', 45, { subject: 'item' }),
        ]),
      ),
    ).toEqual([]);
  });

  it('places a late report on the day it speaks of', () => {
    const steps = stepsOf(report([event(9, '2022-01-15', 4), event(2, '2022-03-01', 20)]));
    expect(steps.map(({ day }) => day)).toEqual(['2022-01-15', '2022-03-01']);
  });
});

describe('other kinds', () => {
  it('a share is numerators over denominators, in percent', () => {
    const row = event(1, '2022-01-31', 0, { value: undefined, numerator: 30, denominator: 40 });
    expect(stepsOf(report([row], { kind: 'ratio' }))).toEqual([{ day: '2022-01-31', value: 75 }]);
  });

  it('projects count as they are finished', () => {
    const projects = [
      { project: 'a', finished: true, on: '2022-03-01' },
      { project: 'b', finished: true, on: '2022-01-20' },
      { project: 'c', finished: false, on: '2022-01-01' },
    ];
    const steps = stepsOf(report([], { kind: 'project', projects }));
    expect(steps).toEqual([
      { day: '2022-01-20', value: 1 },
      { day: '2022-03-01', value: 2 },
    ]);
  });

  it('a frequency has no single figure to draw', () => {
    expect(stepsOf(report([event(1, '2022-01-31', 1)], { kind: 'frequency' }))).toEqual([]);
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
