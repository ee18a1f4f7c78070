import { describe, expect, it } from 'vitest';
import type { Target } from '../../api/plans';
import { faultsAt, figure, hasSeldom, itemOf, targetOf, typedOf } from './fields';

const target: Target = {
  id: '320412-2023.二-6.1',
  title: '投入资金',
  kind: 'money',
  operator: '>=',
  value: 116000000,
  unit: '元',
  stated: { value: 1.16, unit: '亿元' },
  parts: [{ key: 'a', title: '甲' }],
  pace: [{ on: '2023-06-30', share: 0.5 }],
};
const edited = (change: Record<string, string | boolean>) =>
  JSON.parse(JSON.stringify(targetOf(target, { ...typedOf(target), ...change }))) as Target;

describe('a target’s form', () => {
  it('that nobody touched says what it said', () => {
    expect(edited({})).toEqual(target);
  });

  it('forgets the stated figure when another value is typed, unless that was typed too', () => {
    expect(edited({ value: '120,000,000' })).toMatchObject({ value: 120000000 });
    expect(edited({ value: '120000000' }).stated).toBeUndefined();
    expect(edited({ value: '120000000', 'stated.value': '1.2' }).stated).toEqual({
      value: 1.2,
      unit: '亿元',
    });
  });

  it('leaves out what was emptied and keeps what it does not show', () => {
    const after = edited({ operator: '', unit: ' ', pace: '' });
    expect(after).not.toHaveProperty('operator');
    expect(after).not.toHaveProperty('unit');
    expect(after).not.toHaveProperty('pace');
    expect(after.parts).toEqual(target.parts);
  });

  it('reads lines and pace points', () => {
    expect(edited({ projects: ' 甲小学 \n\n乙中学' }).projects).toEqual(['甲小学', '乙中学']);
    expect(edited({ pace: '2023-03-31 0.2\n2023-06-30' }).pace).toEqual([
      { on: '2023-03-31', share: 0.2 },
      { on: '2023-06-30', share: null },
    ]);
  });

  it('opens its seldom fields only where one is said', () => {
    expect(hasSeldom(target)).toBe(true);
    expect(hasSeldom({ id: 'x', title: '', kind: 'quantity', value: 1 })).toBe(false);
  });
});

describe('what was typed for a figure', () => {
  it('goes out as a number, and as it is where it is none', () => {
    expect(JSON.stringify([figure('1,200'), figure(' 007.50 '), figure('约5'), figure('')])).toMatch(
      /^\[1200,7\.50?,"约5",null\]$/,
    );
    expect(figure('')).toBeUndefined();
  });
});

describe('a target’s id', () => {
  it('names its item, whose key may have dots', () => {
    expect(itemOf('320412-2023.1.2.3')).toBe('1.2');
    expect(itemOf(undefined)).toBe('');
  });
});

describe('faults', () => {
  it('go to their fields, the others below the form', () => {
    const errors = [
      { pointer: '/decisions/0/target/stated/unit', detail: '缺单位。' },
      { pointer: '/decisions/0/target/value', detail: '应为正数。' },
      { pointer: '/decisions/0/target/pace/1/share', detail: '应在 0 与 1 之间。' },
      { pointer: '/decisions/0/reason', detail: '过长。' },
    ];
    expect(faultsAt({ errors }, '/decisions/0/target')).toEqual({
      fields: { 'stated.unit': '缺单位。', value: '应为正数。', pace: '应在 0 与 1 之间。' },
      rest: ['过长。'],
    });
  });
});
