import type { PlanReport } from '../api/reports';
import { LIGHTS, type Light, type LightCounts, type TargetRow } from '../api/rows';

/** The plan with these targets as they stand now; items keep their place, and counts follow. */
export function applyTargets(plan: PlanReport, rows: TargetRow[]): PlanReport {
  const changed = new Map(rows.filter((row) => row.plan === plan.plan).map((row) => [row.target, row]));
  if (!changed.size) return plan;
  const sections = plan.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => {
      if (!item.targets.some(({ target }) => changed.has(target))) return item;
      const targets = item.targets.map((row) => changed.get(row.target) ?? row);
      return { ...item, targets, ...countsOf(targets) };
    }),
  }));
  const all = sections.flatMap((section) => section.items.flatMap((item) => item.targets));
  return { ...plan, sections, ...countsOf(all) };
}

/** An item's and a plan's light is the worst of its targets'. */
function countsOf(targets: TargetRow[]): {
  light?: Light;
  lights: LightCounts;
  reported: number;
  unreported: number;
} {
  const lights: LightCounts = {};
  targets.forEach(({ light }) => (lights[light] = (lights[light] ?? 0) + 1));
  return {
    light: LIGHTS.find((light) => lights[light]),
    lights,
    reported: targets.filter(({ reportedOn, reportedAt }) => reportedOn ?? reportedAt).length,
    unreported: targets.filter(({ unreported }) => unreported).length,
  };
}
