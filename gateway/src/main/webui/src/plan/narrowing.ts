import type { PlanSection } from '../api/reports';
import type { Light, TargetRow } from '../api/rows';

export interface Wanted {
  words: string;
  light: Light | null;
  onlyUnreported: boolean;
}

/** What is wanted of a plan's outline. While nothing is asked for, items without targets stay. */
export function narrowed(sections: PlanSection[], wanted: Wanted): PlanSection[] {
  const words = wanted.words.trim().toLowerCase();
  if (!words && !wanted.light && !wanted.onlyUnreported) return sections;
  const hasWords = (...said: (string | undefined)[]) => said.join(' ').toLowerCase().includes(words);
  const isWanted = (row: TargetRow) =>
    (!wanted.light || row.light === wanted.light) && (!wanted.onlyUnreported || row.unreported);
  return sections
    .map((section) => ({
      ...section,
      items: section.items
        .map((item) => ({
          ...item,
          // An item that is named itself is shown with all its targets.
          targets: item.targets.filter(
            (row) =>
              isWanted(row) &&
              (hasWords(item.title, item.titleEn) || hasWords(row.title, row.titleEn, row.target)),
          ),
        }))
        .filter((item) => item.targets.length > 0),
    }))
    .filter((section) => section.items.length > 0);
}
