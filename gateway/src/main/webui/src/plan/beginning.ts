import type { PlanSection } from '../api/reports';

/** The first so many items of an outline, with the sections that they stand in. */
export function beginning(sections: PlanSection[], items: number): PlanSection[] {
  const begun: PlanSection[] = [];
  let left = items;
  for (const section of sections) {
    if (left <= 0) break;
    begun.push(section.items.length <= left ? section : { ...section, items: section.items.slice(0, left) });
    left -= section.items.length;
  }
  return begun;
}
