// Figures and times as people of each language write them.

import { locale, t } from './words.js';

const ZONE = 'Asia/Shanghai';
const made = new Map();

function format(kind, options) {
  const key = `${locale()} ${kind} ${JSON.stringify(options)}`;
  if (!made.has(key)) {
    made.set(key, kind === 'number' ? new Intl.NumberFormat(locale(), options) : new Intl.DateTimeFormat(locale(), options));
  }
  return made.get(key);
}

export const number = (value, digits = 2) => format('number', { maximumFractionDigits: digits }).format(value);

/** A share of 0..1 as a percentage. */
export const percent = (share) => (share == null ? t('dash') : format('number', { style: 'percent', maximumFractionDigits: 1 }).format(share));

/** A business day such as 2022-06-30, in full. */
export const day = (iso) => format('date', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' }).format(new Date(`${iso}T00:00:00Z`));

const dateOf = (instant) => format('date', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);

/** A moment: the time of day if it is today's, else the date and the time. */
export function moment(iso) {
  const instant = new Date(iso);
  const today = dateOf(instant) === dateOf(new Date());
  const options = { timeZone: ZONE, hour: '2-digit', minute: '2-digit', second: today ? '2-digit' : undefined, hourCycle: 'h23' };
  return format('date', today ? options : { ...options, month: 'short', day: 'numeric' }).format(instant);
}
