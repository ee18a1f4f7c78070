/** The years to set side by side: those that have a plan, up to the one shown and a few before it. */
export function yearsToShow(planned: number[], shown: number, most = 5): number[] {
  const years = new Set([...planned.filter((year) => year <= shown), shown]);
  return [...years].sort((a, b) => a - b).slice(-most);
}
