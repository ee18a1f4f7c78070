// A card for the scope and for each division below it: how many targets stand how.

import { arrange, byId, el, glow, say, shape } from './dom.js';
import { number } from './numbers.js';
import { LIGHTS } from './store.js';
import { nameOf, named, t } from './words.js';

export class Cards {
  #cards = new Map();

  /** Builds everything anew, in the language shown now. */
  rebuild(store) {
    this.#cards.clear();
    this.update(store, new Set());
  }

  update(store, changed) {
    const rows = [...store.scopes.values()].filter((row) => row.targets > 0);
    const shown = rows.map((row) => {
      const card = this.#card(row, row.scope === store.scope);
      card.fill(row);
      if (changed.has(`scope/${row.scope}`)) glow(card.element);
      return card.element;
    });
    arrange(byId('scopes'), shown);
    const silent = [...store.scopes.values()].filter((row) => !row.targets && row.scope !== store.scope);
    const quiet = byId('quiet');
    quiet.hidden = silent.length === 0;
    byId('glance').hidden = rows.length === 0;
    say(quiet, t('quiet', { names: silent.map((row) => nameOf(row)).join(t('htmlLang') === 'en' ? ', ' : '、') }));
  }

  #card(row, isOwn) {
    if (!this.#cards.has(row.scope)) this.#cards.set(row.scope, newCard(row, isOwn));
    return this.#cards.get(row.scope);
  }
}

function newCard(row, isOwn) {
  const heading = isOwn
    ? el('h3', {}, nameOf(row))
    : el('h3', {}, el('a', { href: `?scope=${row.scope}&year=${row.year}`, 'aria-label': t('open', { name: nameOf(row) }) }, nameOf(row)));
  const total = el('p', { class: 'total' });
  const band = el('div', { class: 'band', 'aria-hidden': 'true' });
  const counts = el('ul', { class: 'counts' });
  const reported = el('p', { class: 'reported' });
  const parts = new Map(LIGHTS.map((light) => [light, newPart(light, band, counts)]));
  const element = el('article', { class: isOwn ? 'card own panel' : 'card panel' }, el('div', { class: 'cardhead' }, heading, total), band, counts, reported);
  return {
    element,
    fill(now) {
      say(total, t('targets', { n: number(now.targets) }));
      parts.forEach((part, light) => part(now.lights?.[light] ?? 0, now.targets));
      const silent = now.unreported > 0 ? ` · ${t('unreported', { n: number(now.unreported) })}` : '';
      say(reported, t('reported', { n: number(now.reported) }) + silent);
      reported.classList.toggle('attention', now.unreported > 0);
    },
  };
}

function newPart(light, band, counts) {
  const piece = el('span', { 'data-light': light });
  const figure = el('b');
  const entry = el('li', { 'data-light': light }, shape(light), el('span', {}, named('light', light)), figure);
  band.append(piece);
  counts.append(entry);
  return (count, whole) => {
    piece.style.flexGrow = String(count);
    piece.hidden = count === 0;
    entry.hidden = count === 0;
    piece.title = `${named('light', light)} ${count}/${whole}`;
    say(figure, number(count));
  };
}
