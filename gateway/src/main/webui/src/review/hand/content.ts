// What is done to a draft by hand. Pure: the content before goes in, the content after comes out.

import type { PlanContent, Target, WorkItem } from '../../api/plans';
import { itemOf } from '../form/fields';

export interface Heading {
  no?: string;
  title: string;
  titleEn?: string;
}

/** A section by its place, an item by its key; neither is the plan itself. */
export interface Place {
  section?: number;
  item?: string;
}

type Section = PlanContent['sections'][number];

export const itemsOf = (content: PlanContent | undefined): WorkItem[] =>
  content?.sections.flatMap(({ items }) => items) ?? [];

export const targetsOf = (content: PlanContent | undefined): Target[] =>
  itemsOf(content).flatMap(({ targets }) => targets);

const mapSections = (content: PlanContent, map: (section: Section, at: number) => Section): PlanContent => ({
  ...content,
  sections: content.sections.map(map),
});
const mapItems = (content: PlanContent, map: (item: WorkItem) => WorkItem): PlanContent =>
  mapSections(content, (section) => ({ ...section, items: section.items.map(map) }));

/** In the place of the one that it was, at the end of its item if it is new there. */
export function withTarget(content: PlanContent, target: Target, before?: string): PlanContent {
  const home = itemOf(target.id);
  return mapItems(content, (item) => {
    const isHome = item.key === home;
    const targets = item.targets.flatMap((one) => (one.id !== before ? [one] : isHome ? [target] : []));
    return { ...item, targets: isHome && !targets.includes(target) ? [...targets, target] : targets };
  });
}

export const withoutTarget = (content: PlanContent, id: string): PlanContent =>
  mapItems(content, (item) => ({ ...item, targets: item.targets.filter((one) => one.id !== id) }));

export function retitled(content: PlanContent, { section, item }: Place, heading: Heading): PlanContent {
  if (item !== undefined)
    return mapItems(content, (one) => (one.key === item ? { ...one, ...heading } : one));
  if (section !== undefined)
    return mapSections(content, (one, at) => (at === section ? { ...one, ...heading } : one));
  const { title, titleEn } = heading;
  return { ...content, title, titleEn };
}

export const withSection = (content: PlanContent, heading: Heading): PlanContent => ({
  ...content,
  sections: [...content.sections, { ...heading, items: [] }],
});

export const withItem = (content: PlanContent, section: number, key: string, heading: Heading): PlanContent =>
  mapSections(content, (one, at) =>
    at === section ? { ...one, items: [...one.items, { key, ...heading, targets: [] }] } : one,
  );

/** Only what has nothing in it can be taken out. */
export const without = (content: PlanContent, { section, item }: Place): PlanContent => ({
  ...content,
  sections: content.sections
    .filter((one, at) => at !== section || one.items.length > 0)
    .map((one) => ({
      ...one,
      items: one.items.filter(({ key, targets }) => key !== item || targets.length),
    })),
});

/** A key that no item has had, in the draft or in what is published. */
export function nextKey(contents: (PlanContent | undefined)[]): string {
  const taken = contents.flatMap(itemsOf).map(({ key }) => Number(key.split('.')[0]));
  return String(Math.max(0, ...taken) + 1);
}

/** The id for one more target of an item, which nothing in the draft or in what is published has. */
export function nextTarget(plan: string, item: string, contents: (PlanContent | undefined)[]): string {
  const prefix = `${plan}.${item}.`;
  const taken = contents
    .flatMap(targetsOf)
    .filter(({ id }) => id.startsWith(prefix))
    .map(({ id }) => Number(id.slice(prefix.length)));
  return `${prefix}${Math.max(0, ...taken) + 1}`;
}

/** How a target of a draft stands to what is published. */
export function changeOf(target: Target, published: PlanContent | undefined): 'added' | 'changed' | null {
  if (!published) return null;
  const before = targetsOf(published).find(({ id }) => id === target.id);
  if (!before) return 'added';
  return JSON.stringify(before) === JSON.stringify(target) ? null : 'changed';
}

export const droppedFrom = (draft: PlanContent | undefined, published: PlanContent | undefined): Target[] => {
  const left = new Set(targetsOf(draft).map(({ id }) => id));
  return targetsOf(published).filter(({ id }) => !left.has(id));
};

/** What an amendment does to the targets that are published; nothing where nothing is yet. */
export function amendmentOf(draft: PlanContent | undefined, published: PlanContent | undefined): Amendment[] {
  if (!draft || !published) return [];
  const of = (wanted: 'added' | 'changed') =>
    targetsOf(draft).filter((target) => changeOf(target, published) === wanted);
  const all: Amendment[] = [
    { what: 'added', targets: of('added') },
    { what: 'changed', targets: of('changed') },
    { what: 'dropped', targets: droppedFrom(draft, published) },
  ];
  return all.filter(({ targets }) => targets.length > 0);
}

export interface Amendment {
  what: 'added' | 'changed' | 'dropped';
  targets: Target[];
}

/** Where a target lies, as the faults of a draft name it. */
export function pointerOf(content: PlanContent, id: string): string {
  for (const [s, { items }] of content.sections.entries())
    for (const [i, { targets }] of items.entries()) {
      const t = targets.findIndex((one) => one.id === id);
      if (t >= 0) return `/sections/${s}/items/${i}/targets/${t}`;
    }
  return '';
}
