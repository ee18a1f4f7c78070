import { longMonth } from '../parts/figures';
import { i18n } from '../words';
import type { Period } from './period';

/** 2022年5月通报 and the like, for lists and questions; a paper itself has its own title. */
export function periodName({ kind, text, year }: Period): string {
  if (kind === 'summary') return i18n.global.t('paper.ofYear', { year });
  return i18n.global.t('paper.ofMonth', { month: longMonth(text) });
}
