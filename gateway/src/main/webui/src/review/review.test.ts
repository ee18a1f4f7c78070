import { describe, expect, it } from 'vitest';
import type { Proposal, ReviewSection, ReviewView } from '../api/review';
import { Refused } from '../api/refused';
import { acceptAll, chosenFor } from './desk/bulk';
import { differencesOf } from './desk/differences';
import { faultsOf } from './desk/faults';
import { actOf } from './desk/keys';
import { beside, byItem, inOrder, isLow, standOf } from './model';
import { cut } from './paper/cut';
import { paragraphsOf } from './paper/layout';
import { located, trimmed } from './paper/marked';
import { turns } from './turns';

const proposal = (number: number, more: Partial<Proposal> = {}): Proposal => ({
  proposal: number,
  item: '1',
  role: 'target',
  origin: 'read',
  state: 'proposed',
  span: { start: number * 10, end: number * 10 + 5 },
  quote: '',
  target: { id: `p.1.${number}`, title: `目标${number}`, kind: 'quantity' },
  confidence: 0.95,
  doubts: [],
  ...more,
});
const sections = [
  { section: 0, path: '一', items: [{ item: '2' }, { item: '1' }] },
] as unknown as ReviewSection[];

describe('the order of proposals', () => {
  const all = [
    proposal(3),
    proposal(1, { state: 'accepted' }),
    proposal(2),
    proposal(9, { item: '2', state: 'rejected' }),
  ];
  const ordered = inOrder(all, sections);

  it('is the outline’s, and the text’s within an item', () => {
    expect(ordered.map((one) => one.proposal)).toEqual([9, 1, 2, 3]);
    expect([...byItem(ordered).keys()]).toEqual(['2', '1']);
  });

  it('leads to the next undecided one, and round at the ends', () => {
    expect(beside(ordered, null, 1)?.proposal).toBe(2);
    expect(beside(ordered, 2, 1)?.proposal).toBe(3);
    expect(beside(ordered, 3, 1)?.proposal).toBe(2);
    expect(beside(ordered, 2, -1)?.proposal).toBe(3);
    expect(beside(ordered, null, -1)?.proposal).toBe(3);
  });

  it('leads nowhere when nothing waits', () => {
    expect(beside([proposal(1, { state: 'accepted' })], 1, 1)).toBeUndefined();
  });
});

describe('a result of a year that has passed', () => {
  it('waits for nobody, however unsure it is', () => {
    const result = proposal(1, { role: 'result', confidence: 0.1 });
    expect(standOf(result)).toBe('result');
    expect(isLow(result)).toBe(false);
  });
});

describe('the document', () => {
  it('is cut where spans begin and end, overlapping ones too', () => {
    const spans = [{ span: { start: 2, end: 6 } }, { span: { start: 4, end: 8 } }];
    expect(cut(0, 10, spans).map(({ start, end, of }) => [start, end, of.length])).toEqual([
      [0, 2, 0],
      [2, 4, 1],
      [4, 6, 2],
      [6, 8, 1],
      [8, 10, 0],
    ]);
  });

  it('is drawn once, a paragraph within another with it, and headings are known', () => {
    const view = {
      text: '一、学校建设。新增学位500个。',
      sections: [{ heading: { start: 0, end: 7 }, items: [] }],
      paragraphs: [
        { span: { start: 0, end: 7 }, node: '一' },
        { span: { start: 7, end: 16 }, node: '一/1' },
        { span: { start: 9, end: 11 }, node: 'back' },
      ],
      doubts: [{ quote: '500个', span: { start: 11, end: 15 }, why: { zh: '', en: '' } }],
    } as unknown as ReviewView;
    const paragraphs = paragraphsOf(view, [proposal(1, { span: { start: 7, end: 15 } })]);

    expect(paragraphs.map(({ kind }) => kind)).toEqual(['heading', 'body']);
    expect(paragraphs[1]?.of).toEqual([1]);
    expect(paragraphs[1]?.marks.map(({ words }) => words).join('')).toBe('新增学位500个。'.slice(0, 9));
    expect(paragraphs[1]?.marks.map(({ of, doubts }) => [of.length, doubts.length])).toEqual([
      [1, 0],
      [1, 1],
      [0, 0],
    ]);
  });
});

describe('marked words', () => {
  const text = '第一句。\n新增学位。第三句。新增学位。';

  it('lose the space around them', () => {
    expect(trimmed(text, 4, 10)).toEqual({ start: 5, end: 10, quote: '新增学位。' });
    expect(trimmed(text, 4, 5)).toBeNull();
  });

  it('keep their own place while they are the same', () => {
    const marked = { start: 14, end: 19, quote: '新增学位。' };
    expect(located(text, '新增学位。', marked, null)?.start).toBe(14);
    expect(located(text, '新增', marked, null)?.start).toBe(5);
  });

  it('have to lie within the item they are added to', () => {
    expect(located(text, '新增学位', null, [{ start: 10, end: 19 }])?.start).toBe(14);
    expect(located(text, '第一句', null, [{ start: 10, end: 19 }])).toBeNull();
    expect(located(text, '', null, null)).toBeNull();
  });
});

describe('a key', () => {
  const current = proposal(1);

  it('does nothing that a viewer may not do', () => {
    expect(['a', 'r', 'e', 'u', 'm', 'n'].map((key) => actOf(key, { mayWrite: false, current }))).toEqual(
      Array(6).fill(null),
    );
    expect(actOf('j', { mayWrite: false, current })).toEqual({ do: 'next' });
  });

  it('accepts what waits and not what is decided', () => {
    expect(actOf('a', { mayWrite: true, current })).toEqual({ do: 'accept', one: current });
    expect(actOf('a', { mayWrite: true, current: proposal(1, { state: 'edited' }) })).toBeNull();
    expect(actOf('a', { mayWrite: true, current: proposal(1, { role: 'result' }) })).toBeNull();
  });

  it('takes back what was read and decided, never what a person added', () => {
    const decided = proposal(2, { state: 'accepted' });
    expect(actOf('u', { mayWrite: true, current, undone: decided })).toEqual({ do: 'reopen', one: decided });
    const added = proposal(3, { state: 'accepted', origin: 'added' });
    expect(actOf('u', { mayWrite: true, current, undone: added })).toBeNull();
  });
});

describe('accepting many', () => {
  const doubtful = proposal(2, { doubts: [{ zh: '疑', en: 'doubt' }] });
  const all = [proposal(1), doubtful, proposal(3, { confidence: 0.6 }), proposal(4, { state: 'rejected' })];

  it('takes what waits, is sure enough and gives no doubt', () => {
    expect(chosenFor(all, { from: 0.9, onlySound: true }).map((one) => one.proposal)).toEqual([1]);
    expect(chosenFor(all, { from: 0, onlySound: false }).map((one) => one.proposal)).toEqual([1, 2, 3]);
    expect(chosenFor(all, { from: 0, onlySound: false, item: '2' })).toEqual([]);
  });

  it('leaves out what the server refuses, and sends the rest again', async () => {
    const sent: number[][] = [];
    const refused: string[] = [];
    const outcome = await acceptAll(all.slice(0, 3), {
      decisions: (some) => some.map((one) => ({ proposal: one.proposal, decision: 'accept' })),
      send: async (decisions) => {
        sent.push(decisions.map((one) => one.proposal));
        if (decisions.length === 3)
          throw new Refused(422, {
            errors: [{ pointer: '/decisions/1/target/value', detail: '缺数值。' }],
          });
      },
      refuse: (one, words) => refused.push(`${one.proposal} ${words}`),
    });

    expect(outcome).toEqual({ taken: 2, left: 1 });
    expect(sent).toEqual([
      [1, 2, 3],
      [1, 3],
    ]);
    expect(refused).toEqual(['2 缺数值。']);
  });

  it('gives up on a refusal that names none', async () => {
    const failure = new Refused(503);
    const sending = {
      decisions: () => [],
      send: () => Promise.reject(failure),
      refuse: () => undefined,
    };
    await expect(acceptAll(all, sending)).rejects.toBe(failure);
  });
});

describe('faults of a draft', () => {
  it('lead to the target or the item that they are about', () => {
    const target = { id: 'p.6.1', title: '新增学位', kind: 'quantity' };
    const draft = {
      district: '320412',
      year: 2023,
      title: '要点',
      sections: [{ items: [] }, { items: [{ key: '6', title: '学校建设', targets: [target] }] }],
    };
    const errors = ['/sections/1/items/0/targets/0/unit', '/sections/1/items/0/title', '/title'].map(
      (pointer) => ({ pointer, detail: '有误。' }),
    );

    expect(faultsOf({ errors }, draft)).toEqual([
      { detail: '有误。', item: '6', target: 'p.6.1', title: '新增学位' },
      { detail: '有误。', item: '6', title: '学校建设' },
      { detail: '有误。' },
    ]);
  });
});

describe('the history', () => {
  it('tells which fields of a target are other than before', () => {
    const before = { target: { id: 'x', title: '学位', kind: 'quantity', value: 5, unit: '个' } };
    const after = { target: { id: 'x', title: '学位', kind: 'quantity', value: 6 } };
    const entry = { seq: 1, action: 'edited', by: 'a', at: '', before, after };

    expect(differencesOf(entry)).toEqual([
      { field: 'value', before: 5, after: 6 },
      { field: 'unit', before: '个', after: undefined },
    ]);
  });
});

describe('changes', () => {
  it('go one after the other', async () => {
    const take = turns(async () => undefined);
    const said: string[] = [];
    const slow = take(() => new Promise((done) => setTimeout(() => done(said.push('first')), 5)));
    await Promise.all([slow, take(async () => said.push('second'))]);
    expect(said).toEqual(['first', 'second']);
  });

  it('that wait behind a conflict are not sent; later ones are', async () => {
    let conflicts = 0;
    const take = turns(async () => void conflicts++);
    const sent: string[] = [];
    const first = take(() => Promise.reject(new Refused(412)));
    const behind = take(async () => sent.push('behind'));

    await expect(first).rejects.toMatchObject({ status: 412 });
    await expect(behind).rejects.toMatchObject({ status: 412 });
    await take(async () => sent.push('later'));
    expect(sent).toEqual(['later']);
    expect(conflicts).toBe(1);
  });
});
