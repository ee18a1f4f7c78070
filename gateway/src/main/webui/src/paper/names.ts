import { i18n, language } from '../words';
import type { Period } from './period';

const MONTH = { timeZone: 'UTC', year: 'numeric', month: 'long' } as const;

/** 2022年5月通报 and the like, for lists and questions; a paper itself has its own title. */
export function periodName({ kind, text, year }: Period): string {
  if (kind === 'summary') return i18n.global.t('paper.ofYear', { year });
  const month = new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : 'zh-CN', MONTH).format(
    new Date(`${text}-15T00:00:00Z`),
  );
  return i18n.global.t('paper.ofMonth', { month });
}
