// The time that a paper tells of: a month (2022-05) has a bulletin, a year (2022) a summary.

export interface Period {
  kind: 'bulletin' | 'summary';
  text: string;
  year: number;
  /** 1 to 12; a year has none. */
  month?: number;
}

/** Reads the address; null when it is neither a month nor a year. */
export function periodOf(text: string): Period | null {
  const [, year, , month] = /^(\d{4})(-(\d{2}))?$/.exec(text) ?? [];
  if (!year) return null;
  if (!month) return { kind: 'summary', text, year: Number(year) };
  const no = Number(month);
  return no >= 1 && no <= 12 ? { kind: 'bulletin', text, year: Number(year), month: no } : null;
}

export const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`);

export function lastDay({ year, month = 12 }: Period): string {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${days}`;
}

/** On its last day a month counts as over, and can be issued. */
export const isOver = (period: Period, today: string): boolean => lastDay(period) <= today;

export const hasBegun = ({ text }: Period, today: string): boolean => today !== '' && text <= today;

/** Where its paper is under /api/v1. */
export const paperPath = (scope: string, { kind, text }: Period): string =>
  `/${kind === 'bulletin' ? 'bulletins' : 'summaries'}/${scope}/${text}`;
