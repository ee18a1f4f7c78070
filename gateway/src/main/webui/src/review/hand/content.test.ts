import { describe, expect, it } from 'vitest';
import type { PlanContent, Target } from '../../api/plans';
import {
  amendmentOf, changeOf, droppedFrom, nextKey, nextTarget, pointerOf, retitled, targetsOf, withItem, without, withoutTarget,
  withSection, withTarget,
} from './content'; // prettier-ignore

const target = (id: string, more: Partial<Target> = {}): Target => ({
  id: `p.${id}`,
  title: id,
  kind: 'quantity',
  ...more,
});
const published: PlanContent = {
  district: '320404',
  year: 2022,
  title: 'Plan',
  sections: [
    { title: 'One', items: [{ key: '1', title: 'Schools', targets: [target('1.1'), target('1.2')] }] },
    { title: 'Two', items: [{ key: '2', title: 'Teachers', targets: [target('2.1')] }] },
  ],
};
const ids = (content: PlanContent) => targetsOf(content).map(({ id }) => id);

describe('an amendment', () => {
  it('is what it adds, changes and drops', () => {
    const draft = withoutTarget(withTarget(published, target('1.1', { value: 9 }), 'p.1.1'), 'p.2.1');
    expect(
      amendmentOf(draft, published).map(({ what, targets }) => [what, targets.map(({ id }) => id)]),
    ).toEqual([
      ['changed', ['p.1.1']],
      ['dropped', ['p.2.1']],
    ]);
    expect(amendmentOf(draft, undefined)).toEqual([]);
  });
});

describe('a target', () => {
  it('is changed in its place, and says so beside what is published', () => {
    const after = withTarget(published, target('1.1', { value: 9 }), 'p.1.1');
    expect(ids(after)).toEqual(['p.1.1', 'p.1.2', 'p.2.1']);
    expect(targetsOf(after).map((one) => changeOf(one, published))).toEqual(['changed', null, null]);
  });

  it('is added at the end of its item', () => {
    const after = withTarget(published, target('1.3'));
    expect(ids(after)).toEqual(['p.1.1', 'p.1.2', 'p.1.3', 'p.2.1']);
    expect(changeOf(target('1.3'), published)).toBe('added');
    expect(pointerOf(after, 'p.1.3')).toBe('/sections/0/items/0/targets/2');
  });

  it('goes into another item under that one’s id', () => {
    expect(ids(withTarget(published, target('2.2'), 'p.1.1'))).toEqual(['p.1.2', 'p.2.1', 'p.2.2']);
  });

  it('is dropped, and taken back', () => {
    const draft = withoutTarget(published, 'p.1.2');
    expect(droppedFrom(draft, published).map(({ id }) => id)).toEqual(['p.1.2']);
    expect(ids(withTarget(draft, target('1.2')))).toEqual(ids(published));
  });

  it('never gets the id of one that is only dropped in the draft', () => {
    const draft = withoutTarget(published, 'p.1.2');
    expect(nextTarget('p', '1', [draft, published])).toBe('p.1.3');
    expect(nextTarget('p', '9', [draft, published])).toBe('p.9.1');
  });
});

describe('headings', () => {
  it('are changed where they stand', () => {
    expect(retitled(published, {}, { title: 'Other' }).title).toBe('Other');
    expect(retitled(published, { section: 1 }, { title: 'Other' }).sections[1]?.title).toBe('Other');
    expect(retitled(published, { item: '2' }, { title: 'Other' }).sections[1]?.items[0]?.title).toBe('Other');
  });

  it('are added, and taken out only with nothing in them', () => {
    const key = nextKey([published]);
    const after = withItem(withSection(published, { title: 'Three' }), 2, key, { title: 'Campus' });
    expect(after.sections[2]?.items).toEqual([{ key: '3', title: 'Campus', targets: [] }]);
    expect(without(after, { section: 2 })).toEqual(after);
    expect(without(after, { item: '1' })).toEqual(after);
    expect(without(without(after, { item: '3' }), { section: 2 })).toEqual(published);
  });
});
