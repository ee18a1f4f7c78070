import { describe, expect, it } from 'vitest';
import { type Asked, faultsOf, saidBy } from './asking';
import { Decimal } from './decimal';

const asked = (more: Partial<Asked>): Asked => ({
  type: 'problem.opened', district: '320412', about: '', key: '', said: { item: '320412-2022.6' }, fields: [], ...more,
}); // prettier-ignore

describe('what a dialog asks for', () => {
  it('is needed where it says so', () => {
    const reason = asked({ fields: [{ name: 'reason', isNeeded: true }, { name: 'text' }] });
    expect(faultsOf(reason, { reason: '  ' })).toEqual({ reason: { word: 'record.fault.needed' } });
    expect(faultsOf(reason, { reason: '合同台账不符' })).toEqual({});
  });

  it.each([
    ['due', '2022-02-30', 'record.fault.day'],
    ['problem', 'WJ 1', 'record.fault.key'],
    ['score', '九十', 'record.fault.malformed'],
    ['score', '100.5', 'record.fault.hundred'],
    ['severity', 'x'.repeat(41), 'record.fault.long'],
  ] as const)('%s is not %j', (name, typed, word) => {
    expect(faultsOf(asked({ fields: [{ name }] }), { [name]: typed })[name]?.word).toBe(word);
  });

  it('a due day is not before the day it is given on', () => {
    const due = asked({ fields: [{ name: 'due', earliest: '2022-06-30' }] });
    expect(faultsOf(due, { due: '2022-06-29' }).due?.word).toBe('record.fault.past');
    expect(faultsOf(due, { due: '2022-06-30' })).toEqual({});
    expect(faultsOf(due, { due: '' })).toEqual({});
  });

  it('an explanation is shorter than a note', () => {
    const text = { text: 'x'.repeat(2001) };
    expect(faultsOf(asked({ type: 'report.explained', fields: [{ name: 'text' }] }), text).text?.n).toBe(
      2000,
    );
    expect(faultsOf(asked({ fields: [{ name: 'text' }] }), text)).toEqual({});
  });

  it('an appraisal is a score or a grade', () => {
    const appraisal = asked({ fields: [{ name: 'score' }, { name: 'grade' }], oneOf: ['score', 'grade'] });
    expect(faultsOf(appraisal, {}).score?.word).toBe('record.fault.oneOf');
    expect(faultsOf(appraisal, { grade: '优秀' })).toEqual({});
  });

  it('is said with figures as figures, and nothing of what is empty', () => {
    const appraisal = asked({ fields: [{ name: 'score' }, { name: 'text' }], said: { plan: '320412-2022' } });
    expect(saidBy(appraisal, { score: ' 92.50 ', text: ' ' })).toEqual({
      plan: '320412-2022',
      score: new Decimal('92.5'),
      text: undefined,
    });
  });
});
