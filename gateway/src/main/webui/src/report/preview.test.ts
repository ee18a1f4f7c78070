import { describe, expect, it } from 'vitest';
import type { Indicator, Settings } from '../api/catalogue';
import type { TargetReport } from '../api/reports';
import { emptyEntry, type Entry } from './entry';
import { lightAt, paceOn, previewOf } from './preview';

const settings = {
  onTrackFrom: 0.9,
  atRiskFrom: 0.7,
  tolerance: 0.05,
  explainBelow: 0.5,
  explainAbove: 2,
} as Settings;
const line = [
  { on: '2022-01-01', share: 0 },
  { on: '2022-12-31', share: 1 },
];
const report = (more: Partial<TargetReport> = {}) =>
  ({
    kind: 'quantity', operator: '=', promised: 100, reached: 40, due: '2022-12-31', parts: [], definition: {}, paceLine: line,
    history: [{ id: 'last', type: 'progress.reported', day: '2022-06-25', value: 40, voided: false }], ...more,
  }) as unknown as TargetReport; // prettier-ignore
const of = (typed: Partial<Entry>, more: Partial<TargetReport> = {}, indicator: Partial<Indicator> | null = null, corrects?: string) =>
  previewOf({ ...emptyEntry('2022-06-30'), ...typed }, report(more), settings, indicator as Indicator | null, '2022-06-30', corrects); // prettier-ignore

describe('the pace', () => {
  it('is straight between the bends of its line', () => {
    expect(paceOn(line, '2022-06-30')).toBeCloseTo(0.494505, 6);
    expect(paceOn(line, '2021-12-31')).toBe(0);
    expect(paceOn(line, '2023-05-01')).toBe(1);
    expect(
      paceOn(
        [
          { on: '2022-06-30', share: 0.3 },
          { on: '2022-06-30', share: 1 },
        ],
        '2022-06-30',
      ),
    ).toBe(1);
  });

  it.each([
    [1, 0.5, false, 'achieved'],
    [0.9, 0.5, true, 'overdue'],
    [0.45, 0.5, false, 'on-track'],
    [0.449, 0.5, false, 'at-risk'],
    [0.349, 0.5, false, 'behind'],
    [0, 0, false, 'not-due'],
  ])('makes of %s done and %s due a light', (done, pace, isPast, light) => {
    expect(lightAt(done, pace, isPast, settings)).toBe(light);
  });
});

describe('what a report would change', () => {
  it('is told with its light', () => {
    expect(of({ value: '50' })).toMatchObject({
      from: 40,
      to: 50,
      done: 0.5,
      light: 'on-track',
      isLess: false,
    });
    expect(of({ value: '36' })).toMatchObject({ light: 'at-risk', isLess: true });
    expect(of({ value: '100' })?.light).toBe('achieved');
  });

  it('doubts half a thing where things are counted whole', () => {
    expect(of({ value: '12.5' }, { unit: '所' })?.isBroken).toBe(true);
    expect(of({ how: 'added', amount: '0.5' }, { unit: '名' })?.isBroken).toBe(true);
    expect(of({ value: '13' }, { unit: '所' })?.isBroken).toBe(false);
    expect(of({ value: '12.5' }, { kind: 'money', unit: '元' })?.isBroken).toBe(false);
  });

  it('adds to what there is', () => {
    expect(of({ how: 'added', amount: '5' })).toMatchObject({ to: 45, isIncluded: false });
  });

  it('says that a total already includes what was added by its day', () => {
    const preview = of({ how: 'added', amount: '5', day: '2022-06-25' });
    expect(preview).toMatchObject({ isIncluded: true });
    expect(preview?.light).toBeUndefined();
  });

  it('says that a later report goes on ruling', () => {
    expect(of({ value: '30', day: '2022-05-31' })).toMatchObject({ isEarlier: true });
  });

  it('knows when an explanation is asked for', () => {
    expect(of({ value: '20' })?.explain).toBe('below');
    expect(of({ value: '201' })?.explain).toBe('above');
    expect(of({ value: '50' })?.explain).toBeUndefined();
  });

  it('lets "about" miss by the tolerance of the catalogue', () => {
    expect(of({ value: '90' }, { operator: 'about' }, { tolerance: 0.1 })?.light).toBe('achieved');
    expect(of({ value: '90' }, { operator: 'about' })?.light).not.toBe('achieved');
  });

  it('of a share is in per cent', () => {
    expect(
      of({ numerator: '30', denominator: '80' }, { kind: 'ratio', promised: 85, operator: '>=' }),
    ).toMatchObject({
      to: 37.5,
    });
  });

  it.each<[string, Partial<TargetReport>, Partial<Indicator> | null]>([
    ['falls', { operator: '<=' }, null],
    ['is better when lower', {}, { direction: 'less' }],
    ['has parts', { parts: [{ key: 'a', title: 'a' }] }, null],
    ['must be exceeded', { definition: { strict: true } }, null],
  ])('has no light foretold where the target %s', (_, more, indicator) => {
    const preview = of({ value: '50' }, more, indicator);
    expect(preview?.to).toBe(50);
    expect(preview?.light).toBeUndefined();
  });

  it('is nothing while there is no figure, or it is of a part', () => {
    expect(of({ value: '5x' })).toBeNull();
    expect(of({ value: '5', part: 'a' })).toBeNull();
    expect(of({ stage: '完成' }, { kind: 'narrative' })).toBeNull();
  });
});
