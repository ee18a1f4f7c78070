// This year's promises beside last year's.

import { byId, el, say } from '../dom.js';
import { number, percent } from '../numbers.js';
import { named, t } from '../words.js';
import { call } from './api.js';
import { exact, figureOf } from './figures.js';

const KINDS = ['rose', 'fell', 'continued', 'new', 'vanished'];
const SIGNS = { rose: '▲', fell: '▼', continued: '＝', new: '＋', vanished: '－' };

export class Comparison {
  #desk;
  #found = null;
  #kind = null;

  constructor(desk) {
    this.#desk = desk;
  }

  async load() {
    const host = byId('compared');
    host.setAttribute('aria-busy', 'true');
    try {
      this.#found = await call('GET', `/plans/${this.#desk.review.plan}/comparison?undecided=${byId('withUndecided').checked}`);
      this.draw();
    } catch (failure) {
      this.#found = null;
      host.replaceChildren(el('p', { class: 'empty panel' }, failure.status === 404 ? t('compare.none', { year: this.#desk.review.year - 1 }) : this.#desk.wordsOf(failure)));
      byId('kinds').replaceChildren();
    } finally {
      host.removeAttribute('aria-busy');
    }
  }

  draw() {
    if (!this.#found) return;
    const { plan, with: other, tally, rows } = this.#found;
    say(byId('comparedWith'), t('compare.lead', { plan: plan.title, other: other.title, content: named('content', plan.content) }));
    byId('kinds').replaceChildren(...[null, ...KINDS].map((kind) => this.#filter(kind, kind ? tally[kind === 'new' ? 'added' : kind] : rows.length)));
    const shown = rows.filter((row) => !this.#kind || row.change === this.#kind);
    byId('compared').replaceChildren(
      el(
        'div',
        { class: 'scroll panel', tabindex: '0', role: 'region', 'aria-labelledby': 'comparedWith' },
        el(
          'table',
          {},
          el('caption', { class: 'hidden' }, t('compare.caption')),
          el('thead', {}, el('tr', {}, ...['change', 'before', 'after', 'difference'].map((one) => el('th', { scope: 'col' }, this.#head(one, plan, other))))),
          el('tbody', {}, ...shown.map((row) => this.#row(row))),
        ),
        shown.length ? null : el('p', { class: 'empty' }, t('compare.empty')),
      ),
    );
  }

  #head(column, plan, other) {
    if (column === 'before') return t('compare.year', { year: other.year });
    if (column === 'after') return t('compare.year', { year: plan.year });
    return t(`compare.${column}`);
  }

  #filter(kind, count) {
    const choose = () => {
      this.#kind = kind;
      this.draw();
      byId('kinds').querySelector('[aria-pressed=true]').focus();
    };
    return el(
      'button',
      { type: 'button', 'data-change': kind, 'aria-pressed': String(this.#kind === kind), on: { click: choose } },
      kind ? el('span', { 'aria-hidden': 'true' }, SIGNS[kind]) : null,
      ` ${kind ? named('change', kind) : t('all')} `,
      el('b', {}, number(count)),
    );
  }

  #row(row) {
    const why = row.by ? t(`compare.${row.by}`, { share: number(row.likeness ?? 0) }) : '';
    return el(
      'tr',
      {},
      el('td', { class: 'changeColumn', 'data-change': row.change, title: why }, el('span', { 'aria-hidden': 'true' }, SIGNS[row.change]), ` ${named('change', row.change)}`),
      el('td', {}, side(row.before)),
      el('td', {}, side(row.after)),
      el('td', { class: 'promised' }, difference(row)),
    );
  }
}

function side(target) {
  if (!target) return t('dash');
  return el('div', {}, el('b', { class: 'figure' }, figureOf(target)), el('span', {}, target.title), el('span', { class: 'id' }, target.id));
}

function difference({ difference: by, share }) {
  if (by == null || by === 0) return by === 0 ? '0' : '';
  const sign = by > 0 ? '+' : '−';
  return `${sign}${exact(Math.abs(by))}${share == null ? '' : ` (${sign}${percent(Math.abs(share))})`}`;
}
