// Which divisions a visitor may look over, and which one a page is looked over from.

import type { District } from '../api/catalogue';

/** Whether a right over `holder` reaches `code`: itself, a city its districts, a province all in it. */
export function covers(holder: string, code: string): boolean {
  if (holder.endsWith('0000')) return code.startsWith(holder.slice(0, 2));
  return holder.endsWith('00') ? code.startsWith(holder.slice(0, 4)) : holder === code;
}

export const isCity = (code: string) => code.endsWith('00');

/** The scope that a visitor begins with: a province has no plans of its own, so its first city. */
export function homeOf(codes: string[], all: District[]): string {
  const first = [...codes].sort()[0] ?? '';
  if (!first.endsWith('0000')) return first;
  const city = all.find((district) => district.parent === first);
  return city?.code ?? first;
}

/** A division to choose, and how deep it lies below what the visitor's right names. */
export interface Choice {
  code: string;
  depth: number;
}

/** All that a visitor may choose, each above what lies in it; what two rights reach stands once. */
export function choicesOf(codes: string[], all: District[]): Choice[] {
  const own = [...codes].sort(); // a city's code comes before its districts', which then are in it already
  const below = (code: string, depth: number): Choice[] => [
    { code, depth },
    ...all
      .filter((district) => district.parent === code && own.some((right) => covers(right, district.code)))
      .map((district) => district.code)
      .sort()
      .flatMap((child) => below(child, depth + 1)),
  ];
  const choices = own.flatMap((code) => below(code, 0));
  return choices.filter(({ code }, at) => choices.findIndex((one) => one.code === code) === at);
}

/** The district whose own page it is. */
export const districtPage = (path: string): string | undefined => /^\/district\/(\d{6})/.exec(path)?.[1];

/** The district whose page it is: its code begins the ids of its plans and targets. */
export const districtOf = (path: string): string | undefined =>
  /^\/(?:district|plan|target)\/(\d{6})/.exec(path)?.[1];

/**
 * The scope that is followed: the one asked for, or the visitor's first. A page of a district that lies
 * outside it (a colleague's link, the second of two districts) is followed by that district itself, for
 * its changes are told to nobody else.
 */
export function scopeFor(wanted: string, path: string, codes: string[]): string {
  const district = districtOf(path);
  if (!district || covers(wanted, district)) return wanted;
  return codes.some((code) => covers(code, district)) ? district : wanted;
}

/** Where a newly chosen scope is looked at: on the same page where that page is about the scope. */
export function pathOf(scope: string, path: string): string {
  if (path === '/problems' || path.startsWith('/indicator/')) return path;
  return isCity(scope) ? '/' : `/district/${scope}`;
}
