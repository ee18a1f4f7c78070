import type { PlanSection } from '../api/reports';

/** Where a section is found on its page: by its first item, for titles may repeat. */
export const anchorOf = (section: PlanSection): string => `part-${section.items[0]?.item ?? section.title}`;
