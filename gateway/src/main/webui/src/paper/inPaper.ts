import { type InjectionKey, inject } from 'vue';
import type { RouteLocationRaw } from 'vue-router';
import type { Heading } from './papers';

export const HEADING: InjectionKey<() => Heading> = Symbol('heading');

/** Leads to a page as it was at the day and the moment that the paper tells of. */
export function useInPaper() {
  const heading = inject(HEADING);
  return (path: string): RouteLocationRaw => {
    if (!heading) return path;
    const { asOf, knownAt, period, scope } = heading();
    const wide = scope.endsWith('00') ? { scope } : {};
    return { path, query: { ...wide, year: period.slice(0, 4), asOf, knownAt } };
  };
}
