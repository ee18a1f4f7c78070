// Figures and times as people of each language write them.

import { i18n, language } from '../words';
import { singular } from '../words/singular';

const ZONE = 'Asia/Shanghai';
export const DASH = '—';

/** The catalogue's units are Chinese words; these are the ones that have an English one. */
const UNITS: Record<string, string> = {
  个: '', 所: 'schools', 名: 'people', 人: 'people', 人次: 'visits', 次: 'times', 元: 'yuan', 项: 'items',
  场: 'events', 间: 'rooms', 门: 'courses', 篇: 'papers', 节: 'lessons', 家: 'sites', 支: 'teams',
  轮: 'rounds', 天: 'days', 年: 'years', 届: 'sessions', 位: 'people',
}; // prettier-ignore

const DIVISIBLE = ['元', '天', '年'];

/** Whether the unit's things are counted one by one: there is no half of a school. */
export const isCountedWhole = (unit: string | null | undefined): boolean =>
  unit !== null && unit !== undefined && unit in UNITS && !DIVISIBLE.includes(unit);

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
const locale = () => (language() === 'en' ? 'en-GB' : 'zh-CN');

function kept<T extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => T): T {
  const whole = `${locale()} ${key}`;
  if (!made.has(whole)) made.set(whole, make());
  return made.get(whole) as T;
}

function date(instant: Date, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  return kept(key, () => new Intl.DateTimeFormat(locale(), options)).format(instant);
}

export function number(value: number, digits = 2): string {
  const options = { maximumFractionDigits: digits };
  return kept(`number ${digits}`, () => new Intl.NumberFormat(locale(), options)).format(value);
}

/** A share of 0..1 as a percentage. Never rounded up to 100 %: what is not reached must not read so. */
export function percent(share: number | null | undefined): string {
  if (share === null || share === undefined) return DASH;
  const options = { style: 'percent', maximumFractionDigits: 1, roundingMode: 'floor' } as const;
  return kept('percent', () => new Intl.NumberFormat(locale(), options)).format(share + 1e-12);
}

/** What a figure such as 2 次/学期 is counted by. */
const PERIODS: Record<string, string> = {
  周: 'week', 月: 'month', 季度: 'quarter', 季: 'quarter', 学期: 'term', 学年: 'school year', 年: 'year', 天: 'day', 日: 'day',
}; // prettier-ignore

export function unitWord(unit: string | null | undefined): string {
  if (!unit || language() !== 'en') return unit ?? '';
  const [things = '', period] = unit.split('/');
  const word = UNITS[things] ?? things;
  return period === undefined ? word : `${word} a ${PERIODS[period] ?? period}`.trimStart();
}

/** The unit where no figure stands before it: what has no word of its own in English is a number. */
export const unitName = (unit: string | null | undefined): string =>
  unitWord(unit) || (unit ? i18n.global.t('indicator.number') : '');

/** A figure with its unit; sums of money are too long to read to the last yuan. */
export function figure(value: number | null | undefined, unit?: string | null): string {
  if (value === null || value === undefined) return DASH;
  if (unit === '%') return `${number(value, 1)}%`;
  if (unit === '元' && Math.abs(value) >= 10_000) return money(value);
  return counted(number(value), unitWord(unit));
}

/** So many of what is called so. */
export function counted(many: string, things: string): string {
  const words = things ? `${many} ${things}` : many;
  return language() === 'en' ? singular(words) : words;
}

function money(yuan: number): string {
  if (language() === 'en') return `${number(yuan / 1e6)} m yuan`;
  return Math.abs(yuan) >= 1e8 ? `${number(yuan / 1e8)} 亿元` : `${number(yuan / 1e4)} 万元`;
}

const atNoon = (day: string) => new Date(`${day}T12:00:00Z`);

/** A business day such as 2022-06-30, in full. */
export const longDay = (day: string): string =>
  date(atNoon(day), { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' });

export const shortDay = (day: string): string =>
  date(atNoon(day), { timeZone: 'UTC', month: 'short', day: 'numeric' });

/** A month such as 2022-06, in full. */
export const longMonth = (month: string): string =>
  date(atNoon(`${month}-01`), { timeZone: 'UTC', year: 'numeric', month: 'long' });

/** A month such as 2022-06, as short as it can be said. */
export const shortMonth = (month: string): string =>
  date(atNoon(`${month}-01`), { timeZone: 'UTC', month: 'short' });

/** A moment: the time of day if it is today's, else the date and the time. */
export function moment(iso: string): string {
  const instant = new Date(iso);
  const [day, today] = [dayOf(instant), dayOf(new Date())];
  const time = { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  if (day === today) return date(instant, { ...time, second: '2-digit' });
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return date(instant, { ...time, year: isThisYear ? undefined : 'numeric', month: 'short', day: 'numeric' });
}

/** To the second and with its year: for proofs. */
export const exactMoment = (iso: string): string =>
  date(new Date(iso), { timeZone: ZONE, dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });

/** Swedish days are written as ISO 8601 has them. Making a format takes longer than a hundred dates. */
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

/** The day in Asia/Shanghai on which something happened. */
export const dayOf = (instant: Date): string => isoDay.format(instant);

/** The day before or after another. */
export function addDays(day: string, days: number): string {
  const instant = atNoon(day);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}
