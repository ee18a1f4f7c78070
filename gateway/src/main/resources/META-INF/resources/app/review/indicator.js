// The indicator that a target adds up under. A list holds the whole catalogue only once somebody
// opens it: five hundred lists of eighty entries each would make the page slow.

import { el } from '../dom.js';
import { nameOf, t, unit } from '../words.js';

export class Catalogue {
  #entries = new Map();

  load(indicators) {
    this.#entries = new Map(indicators.map((one) => [one.key, one]));
  }

  name(key) {
    const entry = this.#entries.get(key);
    return entry ? nameOf(entry) : key;
  }

  /** A list with the suggested indicator first, those of the target's unit next. */
  list({ id, chosen, suggested, ofUnit, disabled, on = {} }) {
    const select = el('select', { id, disabled, on });
    select.append(...[...new Set(['', suggested, chosen])].filter((key) => key != null).map((key) => this.#option(key, suggested)));
    select.value = chosen ?? '';
    const fill = () => this.#fill(select, suggested, ofUnit);
    ['pointerdown', 'focus', 'keydown'].forEach((event) => select.addEventListener(event, fill, { once: true }));
    return select;
  }

  #fill(select, suggested, ofUnit) {
    if (select.dataset.full) return;
    select.dataset.full = 'yes';
    const value = select.value;
    const keys = [...this.#entries.keys()].filter((key) => key !== suggested);
    const fits = keys.filter((key) => this.#entries.get(key).unit === ofUnit);
    const others = keys.filter((key) => !fits.includes(key));
    const first = suggested ? [this.#option('', null), this.#option(suggested, suggested)] : [this.#option('', null)];
    select.replaceChildren(
      ...first,
      el('optgroup', { label: t('sameUnit') }, ...fits.map((key) => this.#option(key, null))),
      el('optgroup', { label: t('otherUnit') }, ...others.map((key) => this.#option(key, null))),
    );
    select.value = value;
  }

  #option(key, suggested) {
    if (key === '') return el('option', { value: '' }, t('noIndicator'));
    const entry = this.#entries.get(key);
    const words = entry ? `${nameOf(entry)}${unit(entry.unit) ? ` (${unit(entry.unit)})` : ''}` : key;
    return el('option', { value: key }, key === suggested ? t('suggestedOption', { name: words }) : words);
  }
}

/** Why an indicator was suggested. */
export function reasonOf({ suggestion }) {
  if (!suggestion) return '';
  return suggestion.reason === 'learnt' && suggestion.learntFrom ? t('learntFrom', { target: suggestion.learntFrom }) : t('likeName');
}
