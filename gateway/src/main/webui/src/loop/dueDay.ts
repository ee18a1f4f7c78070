import { addDays } from '../parts/figures';

const DAY_MILLIS = 86_400_000;

/** The due day that is suggested when a problem is reopened: as many days ahead as it had at first. */
export function laterDue(due: string, opened: string, today: string): string {
  const days = Math.round((Date.parse(due) - Date.parse(opened)) / DAY_MILLIS);
  return addDays(today, Math.max(1, days));
}
