import { describe, expect, it } from 'vitest';
import { i18n } from '../words';
import {
  changedFields,
  dayAfter,
  faultsOf,
  fieldAt,
  FIELDS,
  formOf,
  type Settings,
  settingsOf,
} from './form';
import { isAddress } from './hooks';
import { previewOf } from './preview';
import { effectOf, valueOf } from './telling';

const DEFAULTS: Settings = {
  revision: 3,
  onTrackFrom: 0.9,
  atRiskFrom: 0.7,
  tolerance: 0.05,
  disputedCounts: true,
  explainBelow: 0.5,
  explainAbove: 2,
  reportDueDay: 5,
  remindDays: 7,
  rectifyDays: 30,
  termStarts: ['01-01', '08-01'],
  doneStages: ['done', '完成'],
};
const form = (changed: object = {}) => ({ ...formOf(DEFAULTS), ...changed });

describe('the form', () => {
  it('gives back exactly what it was made of', () => {
    const odd = { ...DEFAULTS, onTrackFrom: 0.57, atRiskFrom: 0.07, tolerance: 0.0333, explainBelow: 0.14 };
    expect(settingsOf(formOf(odd), 3)).toEqual(odd);
    expect(formOf(odd).atRiskFrom).toBe('7');
    expect(formOf(odd).explainBelow).toBe('14');
    expect(formOf(odd).tolerance).toBe('3.33');
    expect(faultsOf(formOf(odd))).toEqual({});
  });

  it.each([
    ['onTrackFrom', '', 'number'],
    ['onTrackFrom', '1e2', 'number'],
    ['onTrackFrom', '-1', 'number'],
    ['onTrackFrom', '101', 'between'],
    ['onTrackFrom', '90.12345', 'decimals'],
    ['atRiskFrom', '0', 'between'],
    ['atRiskFrom', '90', 'atRiskAbove'],
    ['tolerance', '100', 'between'],
    ['explainAbove', '0.9', 'between'],
    ['reportDueDay', '29', 'between'],
    ['reportDueDay', '5.5', 'whole'],
    ['remindDays', '61', 'between'],
    ['rectifyDays', '0', 'between'],
    ['termStarts', '', 'terms'],
    ['termStarts', '02-29', 'term'],
    ['termStarts', '8-1', 'term'],
    ['termStarts', '13-01', 'term'],
    ['termStarts', '08-01\n01-01', 'order'],
    ['termStarts', '01-01\n02-01\n03-01\n04-01\n05-01', 'terms'],
    ['doneStages', ' \n ', 'stages'],
    ['doneStages', 'a\na', 'twice'],
    ['doneStages', 'x'.repeat(41), 'stage'],
  ])('refuses %s of %j', (field, value, word) => {
    expect(faultsOf(form({ [field]: value }))).toEqual({ [field]: expect.objectContaining({ word }) });
  });

  it('takes what the server takes at the edges', () => {
    const edges = {
      onTrackFrom: '100',
      tolerance: '0',
      explainBelow: '0',
      explainAbove: '1',
      remindDays: '0',
    };
    expect(faultsOf(form(edges))).toEqual({});
  });

  it('knows what has changed, and where the server points', () => {
    expect(changedFields(DEFAULTS, { ...DEFAULTS, revision: 9, doneStages: ['done'] })).toEqual([
      'doneStages',
    ]);
    expect(fieldAt('/termStarts/1')).toBe('termStarts');
    expect(fieldAt('/nothing')).toBeUndefined();
  });

  it('counts days over the months', () => {
    expect(dayAfter(12, 31, -7)).toEqual({ month: 12, date: 24 });
    expect(dayAfter(6, 1, 30)).toEqual({ month: 7, date: 1 });
  });
});

describe('the preview', () => {
  const rows = [
    { target: 'a', done: 0.46, pace: 0.5, light: 'on-track' },
    { target: 'b', done: 0.36, pace: 0.5, light: 'at-risk' },
    { target: 'c', done: 0.1, pace: 0.5, light: 'behind' },
    { target: 'd', done: 1, pace: 0.5, light: 'achieved' },
    { target: 'e', done: 0, pace: 0, light: 'not-due' },
    { target: 'f', done: 0.49, pace: 0.5, light: 'at-risk' }, // not by the lines alone
  ];

  it('counts what would turn, and leaves out what goes by other rules', () => {
    const stricter = { ...DEFAULTS, onTrackFrom: 0.95, atRiskFrom: 0.75 };
    expect(previewOf(rows, DEFAULTS, stricter)).toEqual({
      counted: 3,
      skipped: 1,
      moves: [
        { from: 'on-track', to: 'at-risk', n: 1 },
        { from: 'at-risk', to: 'behind', n: 1 },
      ],
    });
    expect(previewOf(rows, DEFAULTS, DEFAULTS).moves).toEqual([]);
  });

  it('does not let a binary fraction decide', () => {
    const row = { target: 'x', done: 0.09, pace: 0.1, light: 'on-track' }; // 0.1 * 0.9 > 0.09 in binary
    expect(previewOf([row], DEFAULTS, DEFAULTS)).toMatchObject({ counted: 1, skipped: 0 });
  });
});

describe.each(['zh', 'en'] as const)('in %s', (locale) => {
  const t = (key: string, values: Record<string, unknown> = {}) => i18n.global.t(key, values, { locale });

  it.each(FIELDS)('%s has words for its value and effect', (field) => {
    const never = { ...DEFAULTS, disputedCounts: false, explainBelow: 0, remindDays: 0, rectifyDays: 365 };
    for (const set of [DEFAULTS, never]) {
      expect(effectOf(t, field, set)).not.toMatch(/settings\.|\{|undefined|NaN/);
      expect(valueOf(t, field, set[field])).not.toMatch(/settings\.|\{|undefined|NaN/);
    }
  });
});

it('an address is whole or none', () => {
  expect(['https://a.cn/x', 'http://a.cn'].map((url) => isAddress(url))).toEqual([true, true]);
  expect(['', 'a.cn', 'ftp://a.cn', 'https://'].map((url) => isAddress(url))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
