/** A scope, a year, a day and a moment of knowledge; what is left out is the visitor's own, and now. */
export interface Viewpoint {
  scope?: string;
  year?: number;
  asOf?: string;
  knownAt?: string;
}

type Asked = Record<string, string | null | (string | null)[] | undefined>;

/** Reads an address that people may have typed: what makes no sense is left out, never passed on. */
export function fromAddress(query: Asked): Viewpoint {
  const year = Number(one(query.year));
  return {
    scope: matching(one(query.scope), /^\d{6}$/),
    year: Number.isInteger(year) && year >= 1949 && year <= 2999 ? year : undefined,
    asOf: isDay(one(query.asOf)) ? one(query.asOf) : undefined,
    knownAt: isMoment(one(query.knownAt)) ? one(query.knownAt) : undefined,
  };
}

/** What an address says and nobody can read: it is taken out of it, and told. */
export function unreadable(query: Asked): string[] {
  const read = fromAddress(query);
  return (['scope', 'year', 'asOf', 'knownAt'] as const).filter(
    (name) => one(query[name]) && read[name] === undefined,
  );
}

const one = (value: Asked[string]): string | undefined =>
  (Array.isArray(value) ? value[0] : value) ?? undefined;

const matching = (value: string | undefined, pattern: RegExp) =>
  value !== undefined && pattern.test(value) ? value : undefined;

/** A day that there is: 2022-02-30 is none. */
export function isDay(value: string | undefined): boolean {
  if (!matching(value, /^\d{4}-\d{2}-\d{2}$/)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value ?? ' ');
}

const isMoment = (value: string | undefined): boolean =>
  /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value ?? '') && !Number.isNaN(Date.parse(value ?? ''));
