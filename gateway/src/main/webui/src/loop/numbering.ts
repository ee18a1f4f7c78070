// The number of a district's next problem goes on from those it has.

/** `WJ-2022-02` is followed by `WJ-2022-03`; where there is none, the first is the district's of the year. */
export function nextNumber(known: string[], district: string, year: number): string {
  const series = known
    .map((number) => /^(.*?)(\d+)$/.exec(number))
    .filter((parts): parts is RegExpExecArray => parts !== null);
  const ofYear = series.filter(([, before]) => before?.includes(String(year)));
  const last = (ofYear.length ? ofYear : []).sort((a, b) => Number(a[2]) - Number(b[2])).at(-1);
  if (!last) return `${district}-${year}-01`;
  const digits = last[2] ?? '';
  return `${last[1] ?? ''}${String(Number(digits) + 1).padStart(digits.length, '0')}`;
}
