// The settings as they stand in fields: what is wrong with them, what they become, what they do. Pure.

export interface Settings {
  revision: number;
  onTrackFrom: number;
  atRiskFrom: number;
  tolerance: number;
  disputedCounts: boolean;
  explainBelow: number;
  explainAbove: number;
  reportDueDay: number;
  remindDays: number;
  rectifyDays: number;
  termStarts: string[];
  doneStages: string[];
}

export type Field = Exclude<keyof Settings, 'revision'>;

/** Shares are written as percentages, lists a line each. */
export type Form = Record<Exclude<Field, 'disputedCounts'>, string> & { disputedCounts: boolean };

export const GROUPS: [string, Field[]][] = [
  ['lights', ['onTrackFrom', 'atRiskFrom', 'tolerance', 'disputedCounts']],
  ['explain', ['explainBelow', 'explainAbove']],
  ['days', ['reportDueDay', 'remindDays', 'rectifyDays']],
  ['terms', ['termStarts', 'doneStages']],
];
export const FIELDS = GROUPS.flatMap(([, fields]) => fields);
export const SHARES = ['onTrackFrom', 'atRiskFrom', 'tolerance', 'explainBelow'] as const;
export const LISTS = ['termStarts', 'doneStages'] as const;

type Share = (typeof SHARES)[number];
export const isShare = (field: Field): field is Share => (SHARES as readonly string[]).includes(field);
export const isList = (field: Field): field is (typeof LISTS)[number] =>
  (LISTS as readonly string[]).includes(field);

/** A share such as 0.925 as 92.5: the point is moved, and nothing of binary fractions shows. */
const percentOf = (share: number) => String(Number((share * 100).toFixed(4)));
const shareOf = (percent: string) => Number((Number(percent) / 100).toFixed(6));

export function formOf(settings: Settings): Form {
  return {
    onTrackFrom: percentOf(settings.onTrackFrom),
    atRiskFrom: percentOf(settings.atRiskFrom),
    tolerance: percentOf(settings.tolerance),
    disputedCounts: settings.disputedCounts,
    explainBelow: percentOf(settings.explainBelow),
    explainAbove: String(settings.explainAbove),
    reportDueDay: String(settings.reportDueDay),
    remindDays: String(settings.remindDays),
    rectifyDays: String(settings.rectifyDays),
    termStarts: settings.termStarts.join('\n'),
    doneStages: settings.doneStages.join('\n'),
  };
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What is sent; only of a form without faults. */
export function settingsOf(form: Form, revision: number): Settings {
  return {
    revision,
    onTrackFrom: shareOf(form.onTrackFrom),
    atRiskFrom: shareOf(form.atRiskFrom),
    tolerance: shareOf(form.tolerance),
    disputedCounts: form.disputedCounts,
    explainBelow: shareOf(form.explainBelow),
    explainAbove: Number(form.explainAbove),
    reportDueDay: Number(form.reportDueDay),
    remindDays: Number(form.remindDays),
    rectifyDays: Number(form.rectifyDays),
    termStarts: linesOf(form.termStarts),
    doneStages: linesOf(form.doneStages),
  };
}

/** A fault's word, `settings.fault.<word>`, and what stands in it. */
export interface Fault {
  word: string;
  values?: Record<string, string | number>;
}

/** As the server judges (SettingsRules), sooner; what it finds beyond this is shown at the field as well. */
export function faultsOf(form: Form): Partial<Record<Field, Fault>> {
  const faults: Partial<Record<Field, Fault | undefined>> = {
    onTrackFrom: amount(form.onTrackFrom, 0, 100, { above: true }),
    atRiskFrom: amount(form.atRiskFrom, 0, 100, { above: true }),
    tolerance: amount(form.tolerance, 0, 99.9999),
    explainBelow: amount(form.explainBelow, 0, 100),
    explainAbove: amount(form.explainAbove, 1, 1_000),
    reportDueDay: amount(form.reportDueDay, 1, 28, { whole: true }),
    remindDays: amount(form.remindDays, 0, 60, { whole: true }),
    rectifyDays: amount(form.rectifyDays, 1, 365, { whole: true }),
    termStarts: terms(linesOf(form.termStarts)),
    doneStages: stages(linesOf(form.doneStages)),
  };
  if (!faults.onTrackFrom && !faults.atRiskFrom && Number(form.atRiskFrom) >= Number(form.onTrackFrom))
    faults.atRiskFrom = { word: 'atRiskAbove', values: { green: `${form.onTrackFrom}%` } };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault));
}

function amount(
  text: string,
  least: number,
  most: number,
  { whole = false, above = false } = {},
): Fault | undefined {
  const words = text.trim();
  if (!/^\d+(\.\d+)?$/.test(words)) return { word: 'number' };
  if (whole && words.includes('.')) return { word: 'whole' };
  if ((words.split('.')[1]?.length ?? 0) > 4) return { word: 'decimals' };
  const value = Number(words);
  return value < least || value > most || (above && value === least)
    ? { word: 'between', values: { least, most } }
    : undefined;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function terms(days: string[]): Fault | undefined {
  if (days.length < 1 || days.length > 4) return { word: 'terms' };
  for (const [at, day] of days.entries()) {
    const [, month, date] = /^(\d\d)-(\d\d)$/.exec(day) ?? [];
    if (!month || !date || Number(date) < 1 || Number(date) > (DAYS[Number(month) - 1] ?? 0))
      return { word: 'term', values: { day } };
    if (at && day <= (days[at - 1] ?? '')) return { word: 'order', values: { day } };
  }
  return undefined;
}

function stages(words: string[]): Fault | undefined {
  if (words.length < 1 || words.length > 20) return { word: 'stages' };
  const long = words.find((word) => word.length > 40);
  if (long) return { word: 'stage', values: { word: long } };
  const twice = words.find((word, at) => words.indexOf(word) < at);
  return twice ? { word: 'twice', values: { word: twice } } : undefined;
}

export const sameValue = (a: Settings[Field], b: Settings[Field]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export const changedFields = (before: Settings, after: Settings): Field[] =>
  FIELDS.filter((field) => !sameValue(before[field], after[field]));

/** The field that a pointer of the server's is about. */
export function fieldAt(pointer: string): Field | undefined {
  const name = pointer.split('/')[1];
  return FIELDS.find((field) => field === name);
}

/** The day so many days after another, or before it; of a year that is not leap. */
export function dayAfter(month: number, date: number, days: number): { month: number; date: number } {
  const moved = new Date(Date.UTC(2022, month - 1, date + days));
  return { month: moved.getUTCMonth() + 1, date: moved.getUTCDate() };
}
