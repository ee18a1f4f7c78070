// What is wrong with an entry before it is sent; the server holds the same rules and has the last word.

import { Refused } from '../api/refused';
import { i18n } from '../words';
import type { CatalogueIndicator, Place, Programme } from './catalogue';

export type Faults = Record<string, string>;

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST = { key: 64, name: 200, unit: 20, place: 100 };
const MOST_YEARS = 20;
const say = (word: string, more = {}) => i18n.global.t(`catalogue.fault.${word}`, more);

function text(faults: Faults, field: string, value: string | undefined, most: number): void {
  if (!value?.trim() || value.length > most) faults[field] = say('text', { most });
}

function key(faults: Faults, value: string, taken: string[]): void {
  if (value.length > LONGEST.key || !KEY.test(value)) faults.key = say('key');
  else if (taken.includes(value)) faults.key = say('taken');
}

/** `taken` are the keys that there are; none when one of them is edited. */
export function indicatorFaults(entry: CatalogueIndicator, taken: string[]): Faults {
  const faults: Faults = {};
  key(faults, entry.key, taken);
  text(faults, 'name', entry.name, LONGEST.name);
  text(faults, 'nameEn', entry.nameEn, LONGEST.name);
  text(faults, 'unit', entry.unit, LONGEST.unit);
  if (entry.aggregation === 'ratio' && entry.unit !== '%') faults.unit = say('ratio');
  const { tolerance } = entry;
  if (tolerance !== undefined && !(tolerance >= 0 && tolerance < 1)) faults.tolerance = say('tolerance');
  return faults;
}

export function programmeFaults(entry: Programme, taken: string[]): Faults {
  const faults: Faults = {};
  key(faults, entry.key, taken);
  text(faults, 'name', entry.name, LONGEST.name);
  if (!(entry.from >= 1949 && entry.from <= 2199)) faults.from = say('year');
  if (!(entry.to >= entry.from && entry.to - entry.from < MOST_YEARS)) faults.to = say('years');
  if (entry.promised !== undefined) {
    if (!(entry.promised > 0)) faults.promised = say('promised');
    else if (!entry.indicator) faults.promised = say('needsIndicator');
  }
  return faults;
}

/** `standing` are the codes of the day from which it is to hold. */
export function placeFaults(place: Place, isNew: boolean, standing: string[]): Faults {
  const faults: Faults = {};
  if (!/^\d{6}$/.test(place.code)) faults.code = say('code');
  else if (isNew && standing.includes(place.code)) faults.code = say('codeTaken');
  text(faults, 'name', place.name, LONGEST.place);
  text(faults, 'nameEn', place.nameEn, LONGEST.place);
  if (!place.from) faults.from = say('day');
  if (!place.parent && !place.code.endsWith('0000')) faults.parent = say('parent');
  if (place.ended && !place.into?.length) faults.into = say('into');
  return faults;
}

/** Refuses what has faults; each is told at its field, and the dialog only says that there are some. */
export function refuseIf(faults: Faults): void {
  if (Object.keys(faults).length) throw new Refused(400, { detail: say('several') });
}

/** What the server found, by field: "/into/0" belongs to `into`. What belongs to none stays in the dialog. */
export function faultsOf(failure: unknown): Faults {
  const faults: Faults = {};
  if (failure instanceof Refused)
    failure.problem?.errors?.forEach(({ pointer, detail }) => {
      const field = pointer.split('/')[1];
      if (field) faults[field] ??= detail;
    });
  return faults;
}

/** 5 (%) as the share 0.05, without binary dust; an empty field is nothing. */
export function shareOf(percent: number | string | undefined): number | undefined {
  if (percent === undefined || percent === '') return undefined;
  return Number((Number(percent) / 100).toFixed(8));
}

export const percentOf = (share: number | undefined): number | '' =>
  share === undefined ? '' : Number((share * 100).toFixed(6));
