// The indicators of a scope, each beside its parts in the divisions below.

import { LIGHTS, type DistrictPart, type Light, type RollupRow } from '../api/rows';
import type { RollupsReport } from '../api/reports';
import { named } from '../words';

/** What one division promised and reached of an indicator. */
export type Part = Pick<RollupRow, 'promised' | 'reached' | 'share' | 'pace' | 'light' | 'unreported'>;

export interface Line {
  indicator: string;
  row: RollupRow;
  parts: Map<string, Part>;
}

export type Order = 'concern' | 'name' | 'share';

/** From the rows of the live stream: the scope's own, and those of the divisions below by their scope. */
export function linesOfRows(rows: Iterable<RollupRow>, scope: string): Line[] {
  const lines = new Map<string, Line>();
  const below: RollupRow[] = [];
  for (const row of rows) {
    if (row.scope === scope) lines.set(row.indicator, { indicator: row.indicator, row, parts: new Map() });
    else below.push(row);
  }
  below.forEach((row) => lines.get(row.indicator)?.parts.set(row.scope, row));
  return [...lines.values()];
}

/** From the report, which lists the divisions inside each row. */
export const linesOfReport = (report: RollupsReport): Line[] =>
  report.rows.map((row) => ({
    indicator: row.indicator,
    row,
    parts: new Map(row.districts.map((part: DistrictPart) => [part.district, part])),
  }));

const concern = (light: Light | undefined) => (light ? LIGHTS.indexOf(light) : LIGHTS.length);
const gap = (row: RollupRow) => (row.share ?? 1) - (row.pace ?? 0);
const byName = (a: Line, b: Line) =>
  named(a.row.name, a.row.nameEn).localeCompare(named(b.row.name, b.row.nameEn), 'zh-CN');

const ORDERS: Record<Order, (a: Line, b: Line) => number> = {
  concern: (a, b) => concern(a.row.light) - concern(b.row.light) || gap(a.row) - gap(b.row) || byName(a, b),
  name: byName,
  share: (a, b) => (a.row.share ?? 2) - (b.row.share ?? 2) || byName(a, b),
};

/**
 * The indicators in an order that stays while figures move: a row that jumped away from under somebody's
 * eyes at each report would be no help. Those that are new come at the end.
 */
export function inOrder(lines: Line[], order: Order, before: string[] = []): string[] {
  const sorted = [...lines].sort(ORDERS[order]).map((line) => line.indicator);
  if (!before.length) return sorted;
  const there = new Set(sorted);
  const known = new Set(before);
  return [...before.filter((key) => there.has(key)), ...sorted.filter((key) => !known.has(key))];
}

export function matches(line: Line, words: string, light: Light | null): boolean {
  const wanted = words.trim().toLowerCase();
  const said = `${line.row.name} ${line.row.nameEn ?? ''} ${line.indicator}`.toLowerCase();
  return (!light || line.row.light === light) && said.includes(wanted);
}
