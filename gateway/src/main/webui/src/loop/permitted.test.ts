import { describe, expect, it } from 'vitest';
import type { ItemState } from '../api/supervision';
import { NOBODY, reaches, type Who } from '../record/useRights';
import { itemActs, problemActs, reportActs } from './permitted';

const bureau: Who = { isBureau: true, isDistrict: false, subject: 'officer' };
const district: Who = { isBureau: false, isDistrict: true, subject: 'clerk' };

describe('a work item', () => {
  it.each<[ItemState, string[], string[]]>([
    ['assigned', ['accepted', 'completed'], ['reminded', 'urged']],
    ['accepted', ['completed'], ['reminded', 'urged']],
    ['completed', [], ['confirmed', 'returned']],
    ['returned', ['completed'], ['reminded', 'urged']],
    ['confirmed', [], []],
  ])('that is %s goes on only as the loop says', (state, byDistrict, byBureau) => {
    expect(itemActs(state, district, false)).toEqual(byDistrict);
    expect(itemActs(state, bureau, false)).toEqual(byBureau);
    expect(itemActs(state, NOBODY, false)).toEqual([]);
  });

  it('of a closed plan is not taken on or reported done, but is answered', () => {
    expect(itemActs('accepted', district, true)).toEqual([]);
    expect(itemActs('completed', bureau, true)).toEqual(['confirmed', 'returned']);
  });
});

describe('a problem', () => {
  it('is rectified by its district, and checked by the bureau alone', () => {
    expect(problemActs('open', district)).toEqual(['rectified']);
    expect(problemActs('open', bureau)).toEqual([]);
    expect(problemActs('rectified', bureau)).toEqual(['verified', 'reopened']);
    expect(problemActs('rectified', district)).toEqual([]);
    expect(problemActs('closed', bureau)).toEqual(['reopened']);
  });
});

describe('a report', () => {
  const row = { type: 'progress.reported', voided: false, by: 'clerk' };

  it('is checked by the bureau, and explained and taken back by its district', () => {
    expect(reportActs(row, undefined, bureau, false)).toEqual(['verified', 'disputed']);
    expect(reportActs(row, 'verified', bureau, false)).toEqual(['disputed']);
    expect(reportActs(row, undefined, district, false)).toEqual(['explained', 'corrected', 'voided']);
    expect(reportActs(row, undefined, NOBODY, false)).toEqual([]);
  });

  it('that was voided, or is none, is left alone', () => {
    expect(reportActs({ ...row, voided: true }, undefined, bureau, false)).toEqual([]);
    expect(reportActs({ ...row, type: 'problem.opened' }, undefined, bureau, false)).toEqual([]);
  });

  it('of a closed plan is explained but not taken back', () => {
    expect(reportActs(row, undefined, district, true)).toEqual(['explained']);
  });

  it('of the bureau itself is taken back by who reported it', () => {
    const own = { ...row, by: 'officer' };
    expect(reportActs(own, 'disputed', bureau, false)).toEqual([
      'verified',
      'explained',
      'corrected',
      'voided',
    ]);
  });
});

describe('a code', () => {
  it.each([
    ['320412', '320412', true],
    ['320400', '320412', true],
    ['320000', '320412', true],
    ['320481', '320412', false],
    ['320400', '320501', false],
    ['330000', '320412', false],
  ])('%s reaches %s: %s', (code, district, reached) => {
    expect(reaches(code, district)).toBe(reached);
  });
});
