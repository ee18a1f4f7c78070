// Which slide is shown, and for how long.

export const SLIDES = ['districts', 'indicators', 'supervision', 'today'] as const;
export type Slide = (typeof SLIDES)[number];

/** ?slides=2 stands on the second, 1,3 turns between two; all of them where none is named that there is. */
export function slidesOf(asked: unknown): readonly Slide[] {
  const named = typeof asked === 'string' ? asked.split(',').map(Number) : [];
  const shown = SLIDES.filter((_, at) => named.includes(at + 1));
  return shown.length ? shown : SLIDES;
}

const DEFAULT_SECONDS = 20;
const SHORTEST = 5;
const LONGEST = 3_600;

/** ?seconds= as somebody may have typed it. */
export function secondsOf(asked: unknown): number {
  const seconds = typeof asked === 'string' && asked.trim() !== '' ? Number(asked) : NaN;
  if (!Number.isFinite(seconds)) return DEFAULT_SECONDS;
  return Math.min(LONGEST, Math.max(SHORTEST, Math.round(seconds)));
}

export const turned = (at: number, by: number, of: number): number => (((at + by) % of) + of) % of;

/** A long list is shown a page at a time: each time its slide comes, the next page, and then from the first. */
export function pageOf<T>(rows: T[], page: number, size: number): { from: number; rows: T[] } {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const from = turned(page, 0, pages) * size;
  return { from, rows: rows.slice(from, from + size) };
}

/** What a key does; nothing where a key is meant for the browser. */
export type Act = 'pause' | 'back' | 'on' | 'full' | 'leave';

export function actOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): Act | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case ' ':
      return 'pause';
    case 'ArrowLeft':
      return 'back';
    case 'ArrowRight':
      return 'on';
    case 'f':
    case 'F':
      return 'full';
    case 'Escape':
      return 'leave';
    default:
      return null;
  }
}
