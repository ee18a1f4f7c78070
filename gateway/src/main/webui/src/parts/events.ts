import { i18n } from '../words';
import type { EventRow } from '../api/rows';
import { figure, number, percent } from './figures';

/** Words for a milestone, the key itself where it is a plan's own. */
export function milestoneWord(key: string | undefined): string {
  if (!key) return '';
  const path = `milestone.${key}`;
  return i18n.global.te(path) ? i18n.global.t(path) : key;
}

/** What an event says, as short as it can be said. */
export function eventValue(row: EventRow): string {
  if (row.type === 'milestone.reached') {
    return [row.project, milestoneWord(row.milestone)].filter(Boolean).join(' ');
  }
  if (row.numerator !== undefined && row.denominator !== undefined) {
    const share = row.denominator === 0 ? '' : ` (${percent(row.numerator / row.denominator)})`;
    return `${number(row.numerator)} / ${number(row.denominator)}${share}`;
  }
  if (row.type === 'item.noted') {
    const percent = row.value === undefined ? '' : figure(row.value, '%');
    return [row.stage, percent].filter(Boolean).join(' ') || (row.note ?? '');
  }
  if (row.value !== undefined) {
    const said = figure(row.value, row.unit);
    return row.type === 'progress.added' ? `+${said}` : said;
  }
  return row.note ?? '';
}

/** Where an event's subject is shown: a target has a page, an item has a place in its plan. */
export function eventPath(row: Pick<EventRow, 'subject' | 'plan'>): string | null {
  if (!row.subject || !row.plan) return null;
  const isItem = row.subject.startsWith(`${row.plan}.`) && isItemOf(row);
  return isItem ? `/plan/${row.plan}` : `/target/${row.subject}`;
}

/** Only events of an item carry an item's id; they are told by their type, not by their shape. */
function isItemOf(row: Pick<EventRow, 'subject' | 'plan'> & { type?: string }): boolean {
  return /^(item|problem|appraisal)\./.test(row.type ?? '');
}
