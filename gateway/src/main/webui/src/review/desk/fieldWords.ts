// A field of a plan or a target, and what it says, in words.

import { i18n } from '../../words';
import { exact } from '../draft/targetWords';

const TABLES: Record<string, string> = {
  kind: 'kind', finalMilestone: 'milestone', measure: 'review.words.measure', period: 'review.words.period',
}; // prettier-ignore
const OPERATORS: Record<string, string> = {
  '>=': 'atLeast', '<=': 'atMost', '=': 'equal', about: 'about', range: 'range',
}; // prettier-ignore

const { t, te } = i18n.global;

/** A field without a word of its own is named as the API names it. */
export function fieldName(field: string): string {
  const key = `review.field.${field}`;
  return te(key, 'zh') ? t(key) : field;
}

export function fieldWords(
  field: string,
  value: unknown,
  nameOfIndicator: (key: string) => string = (key) => key,
): string {
  if (value === undefined || value === null) return t('review.nothingThere');
  if (typeof value === 'number') return exact(value);
  if (typeof value === 'boolean') return t(value ? 'review.yes' : 'review.no');
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(t('comma'));
  if (typeof value === 'object') return JSON.stringify(value);
  const word = String(value);
  if (field === 'indicator') return nameOfIndicator(word);
  if (field === 'operator') return t(`review.words.operator.${OPERATORS[word] ?? 'equal'}`);
  return TABLES[field] ? t(`${TABLES[field]}.${word}`) : word;
}
