// Plans as the bureau goes through them: by year, the newest first, in it by district.

import type { PlanBrief } from '../api/plans';
import type { District } from '../api/catalogue';

export interface YearOfPlans {
  year: number;
  plans: PlanBrief[];
  /** Districts that have no plan for the year. */
  without: District[];
}

/** The districts that a visitor's codes reach: a city covers its districts, a province those of all its cities. */
export function districtsWithin(codes: string[], all: District[]): District[] {
  const prefixes = codes.map((code) => code.replace(/(00){1,2}$/, ''));
  return all.filter(
    ({ code, level }) => level === 'district' && prefixes.some((prefix) => code.startsWith(prefix)),
  );
}

export function byYear(plans: PlanBrief[], districts: District[], thisYear: number): YearOfPlans[] {
  const years = new Set(plans.map(({ year }) => year));
  if (thisYear) years.add(thisYear);
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => {
      const own = plans.filter((plan) => plan.year === year);
      const having = new Set(own.map(({ district }) => district));
      // Who had none in a year that has passed is no news.
      const without = year >= thisYear ? districts.filter(({ code }) => !having.has(code)) : [];
      return { year, plans: own.sort((a, b) => a.plan.localeCompare(b.plan)), without };
    });
}
