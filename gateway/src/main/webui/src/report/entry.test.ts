import { describe, expect, it } from 'vitest';
import { encoded } from '../record/record';
import { type Entry, emptyEntry, eventsOf, faultsIn, fieldAt, type Form } from './entry';

const TODAY = '2022-06-30';
const form = (kind: Form['kind'], more: Partial<Form> = {}): Form => ({
  target: '320412-2022.6.1', item: '320412-2022.6', kind, promised: 10, parts: [], definition: {}, ...more,
}); // prettier-ignore
const entry = (typed: Partial<Entry>): Entry => ({
  ...emptyEntry(TODAY),
  id: 'e-1',
  voidId: 'v-1',
  ...typed,
});
const sent = (typed: Partial<Entry>, of: Form, corrects?: string) =>
  eventsOf(entry(typed), of, corrects).map((event) => JSON.parse(encoded(event)) as unknown);

describe('the event that a form becomes', () => {
  it('of a quantity is a total or an addition', () => {
    expect(sent({ value: '3,200', note: ' 两校 ' }, form('quantity'))).toEqual([
      {
        id: 'e-1',
        type: 'progress.reported',
        target: '320412-2022.6.1',
        note: '两校',
        asOf: TODAY,
        value: 3200,
      },
    ]);
    expect(sent({ how: 'added', amount: '5', value: '99' }, form('money'))).toEqual([
      { id: 'e-1', type: 'progress.added', target: '320412-2022.6.1', on: TODAY, amount: 5 },
    ]);
  });

  it('of a share is its numerator and denominator', () => {
    expect(sent({ numerator: '40', denominator: '80', part: 'primary' }, form('ratio'))).toEqual([
      { id: 'e-1', type: 'progress.reported', target: '320412-2022.6.1', part: 'primary', asOf: TODAY, numerator: 40, denominator: 80 },
    ]); // prettier-ignore
  });

  it('of a frequency is always an addition', () => {
    expect(sent({ amount: '1', how: 'total' }, form('frequency'))[0]).toMatchObject({
      type: 'progress.added',
      amount: 1,
    });
  });

  it('of a project is a step of the named one', () => {
    const schools = form('project', { definition: { projects: ['牛塘', '星河'] } });
    expect(sent({ project: '牛塘', milestone: 'started' }, schools)[0]).toEqual({
      id: 'e-1', type: 'milestone.reached', target: '320412-2022.6.1', on: TODAY, project: '牛塘', milestone: 'started',
    }); // prettier-ignore
    const single = form('project', { promised: 1 });
    expect(sent({ project: '多余', milestone: 'started' }, single)[0]).not.toHaveProperty('project');
  });

  it('of a deadline is 1 or 0', () => {
    expect(sent({ value: '0' }, form('deadline'))[0]).toMatchObject({ type: 'progress.reported', value: 0 });
  });

  it('in words goes to the work item', () => {
    expect(
      sent({ stage: '推进中', percent: '60', text: '已备案', note: '不在此处' }, form('narrative')),
    ).toEqual([
      {
        id: 'e-1',
        type: 'item.noted',
        item: '320412-2022.6',
        on: TODAY,
        stage: '推进中',
        percent: 60,
        text: '已备案',
      },
    ]);
  });

  it('that corrects is the void and the right one together', () => {
    expect(sent({ value: '5', reason: '误填' }, form('quantity'), 'old')).toEqual([
      { id: 'v-1', type: 'event.voided', event: 'old', reason: '误填' },
      { id: 'e-1', type: 'progress.reported', target: '320412-2022.6.1', asOf: TODAY, value: 5 },
    ]);
  });

  it('links its evidence by the hash', () => {
    const evidence = [{ hash: 'sha256:ab', name: 'a.pdf', size: 3 }];
    expect(sent({ value: '5', evidence }, form('quantity'))[0]).toHaveProperty('evidence', ['sha256:ab']);
  });

  it('is the same over every attempt', () => {
    const typed = entry({ value: '5' });
    expect(eventsOf(typed, form('quantity'))).toEqual(eventsOf(typed, form('quantity')));
  });
});

describe('what is wrong is told at its field', () => {
  const words = (typed: Partial<Entry>, of: Form, isCorrection = false) =>
    Object.fromEntries(
      Object.entries(faultsIn(entry(typed), of, TODAY, isCorrection)).map(([field, { word }]) => [
        field,
        word.split('.').at(-1),
      ]),
    );

  it.each<[string, Partial<Entry>, Form, Record<string, string>]>([
    ['nothing', { value: '5' }, form('quantity'), {}],
    ['no figure', {}, form('quantity'), { value: 'none' }],
    ['the figure that is asked for', { how: 'added', value: '5' }, form('money'), { amount: 'none' }],
    ['a day to come', { value: '5', day: '2022-07-01' }, form('quantity'), { day: 'future' }],
    ['no such day', { value: '5', day: '2022-02-30' }, form('quantity'), { day: 'day' }],
    ['a part above the whole', { numerator: '81', denominator: '80' }, form('ratio'), { numerator: 'above' }],
    ['large figures, by their last digit', { numerator: '900000000000000.12', denominator: '900000000000000.11' }, form('ratio'), { numerator: 'above' }],
    ['all of them', { numerator: '80', denominator: '80.0' }, form('coverage'), {}],
    ['a share of none', { numerator: '0', denominator: '0' }, form('coverage'), { denominator: 'zero' }],
    ['a deadline that is not chosen', {}, form('deadline'), { value: 'choose' }],
    ['a project and its step', {}, form('project'), { project: 'choose', milestone: 'choose' }],
    ['a single project needs no name', { milestone: 'started' }, form('project', { promised: 1 }), {}],
    ['no words at all', {}, form('narrative'), { text: 'words' }],
    ['more than all', { percent: '101' }, form('narrative'), { percent: 'hundred' }],
    ['too many words', { value: '5', note: 'x'.repeat(2001) }, form('quantity'), { note: 'long' }],
  ])('%s', (_, typed, of, faults) => {
    expect(words(typed, of)).toEqual(faults);
  }); // prettier-ignore

  it('a correction says why', () => {
    expect(words({ value: '5' }, form('quantity'), true)).toEqual({ reason: 'needed' });
  });
});

describe("the service's pointer", () => {
  it.each<[string, boolean, Form['kind'], string | undefined]>([
    ['/asOf', false, 'quantity', 'day'],
    ['/on', false, 'frequency', 'day'],
    ['/1/value', true, 'quantity', 'value'],
    ['/evidence/2', false, 'quantity', 'evidence'],
    ['/0/event', true, 'quantity', 'reason'],
    ['/denominator', false, 'ratio', 'denominator'],
    ['/target', false, 'quantity', undefined],
    ['/type', false, 'ratio', undefined],
  ])('%s is a field of the form', (pointer, isCorrection, kind, field) => {
    expect(fieldAt(pointer, isCorrection, form(kind))).toBe(field);
  });
});
