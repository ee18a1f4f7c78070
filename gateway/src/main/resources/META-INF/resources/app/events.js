// What the districts said last, the newest first.

import { arrange, byId, el, glow } from './dom.js';
import { figure, moment, number, percent, shortDay } from './numbers.js';
import { nameOf, named, t } from './words.js';

export class Events {
  #entries = new Map();

  rebuild(store) {
    this.#entries.clear();
    this.update(store, new Set());
  }

  update(store, changed) {
    const shown = store.events.map((row) => {
      const key = `${row.ledger}/${row.seq}`;
      const said = JSON.stringify(row);
      const known = this.#entries.get(key);
      if (known?.said === said) return known.element;
      const element = entry(row, store);
      this.#entries.set(key, { said, element });
      if (changed.has(`event/${key}`)) glow(element);
      return element;
    });
    if (!shown.length) shown.push(el('li', { class: 'empty' }, t('noEvents')));
    arrange(byId('events'), shown);
    const keys = new Set(store.events.map((row) => `${row.ledger}/${row.seq}`));
    for (const key of this.#entries.keys()) if (!keys.has(key)) this.#entries.delete(key);
  }
}

function entry(row, store) {
  const district = store.scopes.get(row.district);
  return el(
    'li',
    { class: row.voided ? 'event voided' : 'event' },
    el(
      'p',
      { class: 'when' },
      el('time', { datetime: row.day ?? row.recordedAt }, row.day ? shortDay(row.day) : moment(row.recordedAt)),
      el('span', { class: 'district' }, district ? nameOf(district) : row.district),
      row.voided ? el('span', { class: 'tag' }, t('voided')) : null,
      el('time', { class: 'recorded', datetime: row.recordedAt }, moment(row.recordedAt)),
    ),
    el('p', { class: 'what' }, nameOf(row, 'title') || row.subject || t('correction')),
    el('p', { class: 'value' }, el('span', {}, named('event', row.type)), ' ', el('b', {}, value(row))),
  );
}

function value(row) {
  if (row.type === 'milestone.reached') {
    const step = named('milestone', row.milestone);
    return row.project ? `${row.project} ${step}` : step;
  }
  if (row.numerator != null && row.denominator != null) {
    const share = Number(row.denominator) === 0 ? '' : ` (${percent(row.numerator / row.denominator)})`;
    return `${number(row.numerator)} / ${number(row.denominator)}${share}`;
  }
  if (row.value != null) {
    const said = figure(row.value, row.type === 'item.noted' ? '%' : row.unit);
    return row.type === 'progress.added' ? `+${said}` : said;
  }
  return row.stage ?? row.note ?? '';
}
