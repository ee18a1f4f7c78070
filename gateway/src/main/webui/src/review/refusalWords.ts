import type { Refused } from '../api/refused';
import { i18n } from '../words';

/** Why a change was not kept: every fault once, or what else stood in its way. */
export function refusalWords(failure: Refused): string {
  const { t } = i18n.global;
  if (failure.status === 0) return t(navigator.onLine ? 'review.notice.noAnswer' : 'review.notice.offline');
  if (failure.status === 401) return t('review.notice.expired');
  if (failure.status === 412) return t('review.notice.conflict');
  const faults = failure.problem?.errors?.map(({ detail }) => detail) ?? [];
  return [...new Set(faults)].join(' ') || failure.message;
}
