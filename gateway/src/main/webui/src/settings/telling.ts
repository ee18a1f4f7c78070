// Settings in words: a value, and what it comes to.

import { longDay, number, percent, shortDay } from '../parts/figures';
import { dayAfter, type Field, isShare, type Settings } from './form';

type Translate = (key: string, values?: Record<string, unknown>) => string;

const pad = (part: number) => String(part).padStart(2, '0');
const dayOfYear = ({ month, date }: { month: number; date: number }) =>
  shortDay(`2022-${pad(month)}-${pad(date)}`);

export function valueOf(t: Translate, field: Field, value: Settings[Field]): string {
  if (typeof value === 'boolean') return t(value ? 'settings.yes' : 'settings.no');
  if (Array.isArray(value))
    return value.map((one) => (field === 'termStarts' ? shortDay(`2022-${one}`) : one)).join(t('comma'));
  if (isShare(field)) return percent(value);
  const unit = t(`settings.unit.${unitOf(field)}`);
  return unit ? `${number(value, 4)} ${unit}` : number(value, 4);
}

export function unitOf(field: Field): 'percent' | 'times' | 'day' | 'days' {
  if (isShare(field)) return 'percent';
  if (field === 'explainAbove') return 'times';
  return field === 'reportDueDay' ? 'day' : 'days';
}

/** One example of what the setting does, with its figures worked out. */
export function effectOf(t: Translate, field: Field, set: Settings): string {
  const say = (word: string, values: Record<string, unknown> = {}) => t(`settings.effect.${word}`, values);
  switch (field) {
    case 'onTrackFrom':
    case 'atRiskFrom':
      return say(field, { green: percent(0.5 * set.onTrackFrom), yellow: percent(0.5 * set.atRiskFrom) });
    case 'tolerance':
      return say(field, { n: number(Math.ceil(Number((500 * (1 - set.tolerance)).toFixed(6)))) });
    case 'disputedCounts':
      return say(set.disputedCounts ? 'disputedCountsYes' : 'disputedCountsNo');
    case 'explainBelow':
      return set.explainBelow > 0
        ? say(field, { share: percent(0.5 * set.explainBelow) })
        : say('explainBelowNever');
    case 'explainAbove':
      return say(field, { n: number(100 * set.explainAbove) });
    case 'reportDueDay':
      return say(field, { day: set.reportDueDay });
    case 'remindDays':
      return set.remindDays
        ? say(field, { day: dayOfYear(dayAfter(12, 31, -set.remindDays)) })
        : say('remindDaysNever');
    case 'rectifyDays': {
      const { month, date } = dayAfter(6, 1, set.rectifyDays);
      const year = month < 6 || (month === 6 && set.rectifyDays > 300) ? 2023 : 2022;
      return say(field, {
        day: year === 2023 ? longDay(`2023-${pad(month)}-${pad(date)}`) : dayOfYear({ month, date }),
      });
    }
    case 'termStarts':
      return say(field, {
        n: set.termStarts.length,
        days: set.termStarts.map((day) => shortDay(`2022-${day}`)).join(t('comma')),
      });
    case 'doneStages':
      return say(field, { n: set.doneStages.length, words: set.doneStages.join(t('comma')) });
  }
}
