// The indicators, each with its districts side by side below it when it is opened.

import { arrange, byId, el, glow, say, shape } from './dom.js';
import { figure, moment, number, percent } from './numbers.js';
import { LIGHTS } from './store.js';
import { locale, nameOf, named, t } from './words.js';

const COLUMNS = ['indicator', 'promised', 'reachedColumn', 'shareColumn', 'lightColumn', 'reportsColumn', 'lastColumn'];

const urgency = (row) => (row.light ? LIGHTS.indexOf(row.light) : LIGHTS.length);
const byName = (a, b) => nameOf(a).localeCompare(nameOf(b), locale());
const byShare = (a, b) => (a.share ?? 2) - (b.share ?? 2) || byName(a, b);
const ORDERS = {
  byConcern: (a, b) => urgency(a) - urgency(b) || byShare(a, b),
  byName,
  byShare,
};

export class Table {
  #groups = new Map();
  #open = new Set();
  #light = null;
  #search = '';
  #order = 'byConcern';
  #chips = new Map();
  #sequence = [];
  #store = null;

  constructor() {
    byId('find').addEventListener('input', (event) => {
      this.#search = event.target.value.trim().toLowerCase();
      this.#arrange();
    });
    byId('order').addEventListener('change', (event) => {
      this.#order = event.target.value;
      this.#sort();
      this.#arrange();
    });
    byId('all').addEventListener('click', () => this.#openAll());
  }

  /** Builds everything anew, in the language and for the snapshot shown now. */
  rebuild(store) {
    this.#store = store;
    this.#groups.forEach((group) => group.element.remove());
    this.#groups.clear();
    this.#head();
    this.#sort();
    this.update(store, new Set());
  }

  /** Rows keep their places while figures move: only a person's wish or a snapshot sorts anew. */
  update(store, changed) {
    this.#store = store;
    const rows = store.whole();
    if (rows.some((row) => !this.#sequence.includes(row.indicator))) this.#sort();
    const present = new Set(rows.map((row) => row.indicator));
    for (const [indicator, group] of this.#groups) {
      if (!present.has(indicator)) {
        group.element.remove();
        this.#groups.delete(indicator);
      }
    }
    rows.forEach((row) => this.#group(row).fill(row, store.parts(row.indicator), changed));
    this.#countChips(rows);
    this.#arrange();
  }

  #head() {
    byId('columns').replaceChildren(...COLUMNS.map((column) => el('th', { scope: 'col', class: column }, t(column))));
    byId('columns').setAttribute('role', 'row');
    [...byId('columns').children].forEach((cell) => cell.setAttribute('role', 'columnheader'));
    const own = this.#store.own();
    say(byId('caption'), t('caption', { scope: own ? nameOf(own) : this.#store.scope, year: this.#store.year }));
    say(byId('legend'), t('legend'));
    byId('find').placeholder = t('find');
    byId('order').replaceChildren(...Object.keys(ORDERS).map((order) => el('option', { value: order, selected: order === this.#order }, t(order))));
    this.#chips = new Map([null, ...LIGHTS].map((light) => [light, this.#chip(light)]));
    byId('filters').setAttribute('aria-label', t('lightColumn'));
    byId('filters').replaceChildren(...[...this.#chips.values()].map((chip) => chip.element));
  }

  #chip(light) {
    const count = el('b');
    const element = el('button', { type: 'button', 'data-light': light, on: { click: () => this.#filter(light) } }, light ? shape(light) : null, el('span', {}, light ? named('light', light) : t('all')), count);
    return { element, count };
  }

  #filter(light) {
    this.#light = this.#light === light ? null : light;
    this.#arrange();
  }

  #countChips(rows) {
    this.#chips.forEach((chip, light) => {
      const count = light ? rows.filter((row) => row.light === light).length : rows.length;
      say(chip.count, number(count));
      chip.element.hidden = count === 0 && light !== this.#light;
    });
  }

  #sort() {
    this.#sequence = this.#store.whole().sort(ORDERS[this.#order]).map((row) => row.indicator);
  }

  #arrange() {
    const rows = new Map(this.#store.whole().map((row) => [row.indicator, row]));
    const shown = this.#sequence.filter((indicator) => rows.has(indicator) && this.#isWanted(rows.get(indicator)));
    arrange(byId('rollups'), [byId('caption'), byId('columns').parentElement, ...shown.map((indicator) => this.#groups.get(indicator).element)]);
    this.#chips.forEach((chip, light) => chip.element.setAttribute('aria-pressed', String(light === this.#light)));
    byId('controls').hidden = rows.size === 0;
    byId('legend').hidden = rows.size === 0;
    byId('none').hidden = shown.length > 0;
    say(byId('none'), rows.size ? t('none') : t('nothing', { year: this.#store.year }));
    byId('all').hidden = ![...this.#groups.values()].some((group) => group.canOpen());
    say(byId('all'), t(this.#isAllOpen() ? 'collapseAll' : 'expandAll'));
  }

  #isWanted(row) {
    const words = `${row.name} ${row.nameEn} ${row.indicator}`.toLowerCase();
    return (!this.#light || row.light === this.#light) && words.includes(this.#search);
  }

  #isAllOpen() {
    const groups = [...this.#groups.values()].filter((group) => group.canOpen());
    return groups.length > 0 && groups.every((group) => group.isOpen());
  }

  #openAll() {
    const open = !this.#isAllOpen();
    this.#groups.forEach((group) => group.canOpen() && group.open(open));
    this.#arrange();
  }

  #group(row) {
    if (!this.#groups.has(row.indicator)) {
      const group = newGroup(row, this.#open.has(row.indicator), (open) => {
        if (open) this.#open.add(row.indicator);
        else this.#open.delete(row.indicator);
        say(byId('all'), t(this.#isAllOpen() ? 'collapseAll' : 'expandAll'));
      });
      this.#groups.set(row.indicator, group);
    }
    return this.#groups.get(row.indicator);
  }
}

function newGroup(first, startsOpen, opened) {
  const element = el('tbody', { role: 'rowgroup' });
  const toggle = el('button', { type: 'button', class: 'toggle', 'aria-expanded': 'false' }, el('span', { class: 'chevron', 'aria-hidden': 'true' }), el('span', { class: 'name' }));
  const whole = newRow(toggle, 'whole');
  const parts = new Map();
  let isOpen = false;
  const open = (now) => {
    isOpen = now;
    toggle.setAttribute('aria-expanded', String(now));
    parts.forEach((part) => { part.element.hidden = !now; });
    opened(now);
  };
  toggle.addEventListener('click', () => open(!isOpen));
  return {
    element,
    open,
    isOpen: () => isOpen,
    canOpen: () => parts.size > 0,
    fill(row, districts, changed) {
      whole.fill(row, nameOf(row), changed.has(`rollup/${row.scope}/${row.year}/${row.indicator}`));
      const rows = districts.map((district) => {
        if (!parts.has(district.scope)) parts.set(district.scope, newRow(el('span', { class: 'name' }), 'part'));
        const part = parts.get(district.scope);
        part.fill(district, nameOf(district, 'scopeName'), changed.has(`rollup/${district.scope}/${district.year}/${district.indicator}`));
        return part;
      });
      for (const [scope, part] of parts) if (!rows.includes(part)) parts.delete(scope);
      toggle.disabled = parts.size === 0;
      toggle.title = parts.size ? t('expand', { name: nameOf(row) }) : '';
      arrange(element, [whole.element, ...rows.map((part) => part.element)]);
      if (startsOpen) {
        startsOpen = false;
        open(true);
      }
      parts.forEach((part) => { part.element.hidden = !isOpen; });
    },
  };
}

function newRow(name, kind) {
  const cell = (column, ...children) => el('td', { role: 'cell', class: column, 'data-label': t(column) }, ...children);
  const promised = cell('promised');
  const reached = cell('reachedColumn');
  const share = el('span', { class: 'percent' });
  const fill = el('span', { class: 'fill' });
  const pace = el('span', { class: 'pace' });
  const bar = el('span', { class: 'bar', role: 'img' }, fill, pace);
  const light = cell('lightColumn');
  const reports = cell('reportsColumn');
  const last = cell('lastColumn');
  const element = el('tr', { role: 'row', class: kind }, el('th', { role: 'rowheader', scope: 'row' }, name), promised, reached, cell('shareColumn', share, bar), light, reports, last);
  return {
    element,
    fill(row, called, isChanged) {
      say(name.classList.contains('name') ? name : name.querySelector('.name'), called);
      say(promised, figure(row.promised, row.unit));
      say(reached, figure(row.reached, row.unit));
      promised.title = row.promised == null ? '' : String(row.promised);
      reached.title = row.reached == null ? '' : String(row.reached);
      say(share, percent(row.share));
      fillBar(row);
      showLight(row.light);
      say(reports, t('of', { a: number(row.reported), b: number(row.targets) }));
      reports.classList.toggle('attention', row.unreported > 0);
      reports.title = row.unreported > 0 ? t('unreported', { n: number(row.unreported) }) : '';
      say(last, row.reportedAt ? moment(row.reportedAt) : t('dash'));
      if (isChanged) glow(element);
    },
  };

  function fillBar(row) {
    bar.hidden = row.share == null;
    fill.style.width = `${Math.max(0, Math.min(1, row.share ?? 0)) * 100}%`;
    pace.hidden = row.pace == null;
    pace.style.left = `${Math.max(0, Math.min(1, row.pace ?? 0)) * 100}%`;
    element.dataset.light = row.light ?? '';
    const values = { share: percent(row.share), pace: percent(row.pace) };
    const words = t(row.pace == null ? 'barNoPace' : 'bar', values);
    bar.setAttribute('aria-label', words);
    bar.title = words;
  }

  function showLight(word) {
    if (light.dataset.shown === (word ?? '')) return;
    light.dataset.shown = word ?? '';
    light.replaceChildren(...(word ? [el('span', { class: 'light', 'data-light': word }, shape(word), el('span', {}, named('light', word)))] : [t('dash')]));
  }
}
