import { named } from '../../words';

/** A section's or an item's number and title, in the language shown. */
export const headingOf = (part: { no?: string; title?: string; titleEn?: string }): string =>
  [part.no, named(part.title, part.titleEn)].filter(Boolean).join(' ');
