import { useDistricts } from '../shell/useDistricts';
import { i18n } from '../words';

/** progress/320412 as people call it. */
export function ledgerName(ledger: string): string {
  const [sort = '', key = ''] = ledger.split('/');
  if (key === 'catalogue') return i18n.global.t('paper.ledgerName.catalogue');
  const path = `paper.ledgerName.${sort}`;
  return i18n.global.te(path) ? i18n.global.t(path, { district: useDistricts().nameOf(key) }) : ledger;
}
