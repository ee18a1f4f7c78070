import type { DisciplineReport } from '../api/discipline';

/** The share of the reports due in the running month that came in time, over all districts of a division. */
export function rateWithin(
  report: Pick<DisciplineReport, 'months'> | null,
  scope: string,
  isWithin: (district: string, scope: string) => boolean,
): number | undefined {
  const own = report?.months[0]?.districts.filter(({ district }) => isWithin(district, scope)) ?? [];
  const due = own.reduce((sum, one) => sum + one.due, 0);
  return due ? own.reduce((sum, one) => sum + one.onTime, 0) / due : undefined;
}
