/** The first so many items of an outline, with the sections that they stand in. */
export function beginning<S extends { items: unknown[] }>(sections: S[], items: number): S[] {
  const begun: S[] = [];
  let left = items;
  for (const section of sections) {
    if (left <= 0) break;
    begun.push(section.items.length <= left ? section : { ...section, items: section.items.slice(0, left) });
    left -= section.items.length;
  }
  return begun;
}
