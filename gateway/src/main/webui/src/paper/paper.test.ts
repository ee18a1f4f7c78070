// @vitest-environment happy-dom

import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../words';
import { fileName } from './download';
import type { ChangedLine } from './since';
import { sorted } from './since';
import { hasBegun, isOver, lastDay, monthsOf, paperPath, periodOf, type Period } from './period';
import { difference, grouped, kept, placeWords, promisedWords, reachedWords, signedOn } from './telling';
import type { Paper } from './papers';

afterEach(() => speak('zh'));
const period = (text: string) => periodOf(text) as Period;

describe('a period', () => {
  it('is a month or a year', () => {
    expect(periodOf('2022-05')).toMatchObject({ kind: 'bulletin', year: 2022, month: 5 });
    expect(periodOf('2022')).toMatchObject({ kind: 'summary', year: 2022 });
  });

  it.each(['2022-13', '2022-00', '22-05', '2022-5', '2022-05-01', 'x', ''])('is not %j', (text) => {
    expect(periodOf(text)).toBeNull();
  });

  it('ends on its last day, leap years too', () => {
    expect(['2024-02', '2023-02', '2022-06', '2022'].map((text) => lastDay(period(text)))).toEqual([
      '2024-02-29',
      '2023-02-28',
      '2022-06-30',
      '2022-12-31',
    ]);
  });

  it('can be issued on its last day and not before', () => {
    expect(isOver(period('2022-06'), '2022-06-30')).toBe(true);
    expect(isOver(period('2022-06'), '2022-06-29')).toBe(false);
    expect(isOver(period('2022'), '2022-06-30')).toBe(false);
  });

  it('begins with its first day', () => {
    expect(hasBegun(period('2022-07'), '2022-06-30')).toBe(false);
    expect(hasBegun(period('2022-07'), '2022-07-01')).toBe(true);
    expect(hasBegun(period('2023'), '2022-12-31')).toBe(false);
    expect(hasBegun(period('2022'), '')).toBe(false);
  });

  it('has twelve months, and a paper at an address', () => {
    expect(monthsOf(2022)).toHaveLength(12);
    expect(monthsOf(2022)[8]).toBe('2022-09');
    expect(paperPath('320400', period('2022-05'))).toBe('/bulletins/320400/2022-05');
    expect(paperPath('320400', period('2022'))).toBe('/summaries/320400/2022');
  });
});

describe('the rows of a paper', () => {
  const standing = {
    targets: 4,
    reported: 4,
    unreported: 0,
    lights: { 'on-track': 2, achieved: 1, behind: 1 },
  };

  it('count what keeps its pace, and nothing of nothing', () => {
    expect(kept(standing)).toBe(0.75);
    expect(kept({ ...standing, targets: 0, lights: {} })).toBeUndefined();
    expect(kept(undefined)).toBeUndefined();
  });

  it('say by how much a count differs', () => {
    expect([difference(3, 1), difference(1, 3), difference(2, 2), difference(2, undefined)]).toEqual([
      '(+2)',
      '(−2)',
      '',
      '',
    ]);
  });

  it('stay in order within their groups', () => {
    expect(grouped(['b1', 'a1', 'b2'], (row) => row.slice(0, 1))).toEqual([
      ['b', ['b1', 'b2']],
      ['a', ['a1']],
    ]);
  });

  it('say what was promised and reached', () => {
    expect(promisedWords({ kind: 'deadline', promised: 1 })).toBe('期限');
    expect(promisedWords({ kind: 'quantity', promised: 35, unit: '个' })).toBe('35 个');
    expect(reachedWords({ kind: 'ratio', reached: 56, unit: '%', numerator: 672, denominator: 1200 })).toBe(
      '56% (672/1,200)',
    );
    expect(reachedWords({ kind: 'quantity', unit: '个' })).toBe('—');
  });

  it('name the place in the ledger', () => {
    expect(placeWords({ trace: { ledger: 'progress/320412', seq: 255, events: 6 } })).toBe('320412#255');
    expect(placeWords({ trace: { ledger: 'progress/320412', seq: 255, events: 6 }, basis: [12, 255] })).toBe(
      '320412#12、255',
    );
    expect(placeWords({})).toBe('');
  });
});

describe('what changed since', () => {
  const row = (target: string, ...changed: string[]) => ({ target, change: changed }) as ChangedLine;

  it('is told once, by what matters most', () => {
    const groups = sorted([
      row('a', 'light', 'reached'),
      row('b', 'reached'),
      row('c', 'promised', 'reached'),
      row('d', 'added'),
      row('e', 'dropped'),
      row('f', 'unreported'),
    ]);
    expect(groups.map(({ word, rows }) => [word, rows.map(({ target }) => target)])).toEqual([
      ['sinceLights', ['a']],
      ['sincePromised', ['c']],
      ['sinceAdded', ['d']],
      ['sinceDropped', ['e']],
      ['sinceReached', ['b']],
      ['sinceOther', ['f']],
    ]);
  });
});

describe('a file', () => {
  it('has the Chinese name where there is one', () => {
    const both = `attachment; filename="bulletin.docx"; filename*=UTF-8''%E6%9C%88%E9%80%9A%E6%8A%A5.docx`;
    expect(fileName(both)).toBe('月通报.docx');
    expect(fileName('attachment; filename="bulletin.docx"')).toBe('bulletin.docx');
    expect(fileName(null)).toBeNull();
  });
});

describe('the day under a paper', () => {
  const heading = { asOf: '2022-05-31', knownAt: '2022-06-30T15:59:59.999Z' };
  const paper = { issuedAt: '2026-11-29T07:40:25Z', content: { heading } };

  it('is the day of what it knows, whenever its row was written', () => {
    expect(signedOn({ ...paper, state: 'issued' } as Paper)).toBe('2022-06-30');
  });

  it('of a draft is the day that it tells of', () => {
    expect(signedOn({ ...paper, state: 'draft' } as Paper)).toBe('2022-05-31');
  });
});
