// @vitest-environment happy-dom

import { afterEach, describe, expect, it } from 'vitest';
import { i18n, speak } from '../words';
import { addDays, figure, percent, unitName } from './figures';
import { eventPath, eventValue } from './events';
import type { EventRow } from '../api/rows';

afterEach(() => speak('zh'));

describe('figures', () => {
  it('are written with their unit in each language', () => {
    expect(figure(3200, '所')).toBe('3,200 所');
    speak('en');
    expect(figure(3200, '所')).toBe('3,200 schools');
    expect(figure(3200, '个')).toBe('3,200');
    expect(figure(2, '次/学期')).toBe('2 times a term');
    expect(figure(1, '次/月')).toBe('1 time a month');
    expect([unitName('个'), unitName('所'), unitName('')]).toEqual(['number', 'schools', '']);
  });

  it('have a word of their own for one thing in English', () => {
    expect(figure(1, '所')).toBe('1 所');
    speak('en');
    expect([1, 21, 1001, 0.1].map((value) => figure(value, '所'))).toEqual([
      '1 school',
      '21 schools',
      '1,001 schools',
      '0.1 schools',
    ]);
    expect(i18n.global.t('count.targets', { n: 1 })).toBe('1 target');
    expect(i18n.global.t('count.targets', { n: 21 })).toBe('21 targets');
  });

  it('shorten money', () => {
    expect([figure(184_200_000, '元'), figure(70_480_000, '元'), figure(900, '元')]).toEqual([
      '1.84 亿元',
      '7,048 万元',
      '900 元',
    ]);
    speak('en');
    expect(figure(184_200_000, '元')).toBe('184.2 m yuan');
  });

  it('never round a share up to what was not reached', () => {
    expect([percent(0.99999), percent(1), percent(0.436), percent(undefined)]).toEqual([
      '99.9%',
      '100%',
      '43.6%',
      '—',
    ]);
  });

  it('step over the ends of months and years', () => {
    expect([addDays('2022-01-01', -1), addDays('2024-02-28', 1)]).toEqual(['2021-12-31', '2024-02-29']);
  });
});

describe('an event', () => {
  const row = (more: Partial<EventRow>) => ({ type: 'progress.reported', ...more }) as EventRow;

  it('says its value as short as it can', () => {
    expect(eventValue(row({ numerator: 1, denominator: 4 }))).toBe('1 / 4 (25%)');
    expect(eventValue(row({ type: 'progress.added', value: 3, unit: '所' }))).toBe('+3 所');
    expect(
      eventValue(row({ type: 'milestone.reached', project: '牛塘实验学校', milestone: 'topped-out' })),
    ).toBe('牛塘实验学校 已封顶');
    expect(eventValue(row({ type: 'item.noted', value: 45 }))).toBe('45%');
  });

  it('leads to its target, or to the plan of its item', () => {
    expect(eventPath(row({ subject: 'p.1.1', plan: 'p' }))).toBe('/target/p.1.1');
    expect(eventPath(row({ type: 'problem.opened', subject: 'p.1', plan: 'p' }))).toBe('/plan/p');
    expect(eventPath(row({}))).toBeNull();
  });
});
