// The draft: sections, items and their proposals, with how many still wait.

import { byId, el, say } from '../dom.js';
import { number } from '../numbers.js';
import { nameOf, t } from '../words.js';
import { card } from './card.js';
import { isUndecided } from './model.js';
import { titleItem, titleSection } from './titling.js';

export class Draft {
  #desk;
  #cards = new Map();
  #items = new Map();

  constructor(desk) {
    this.#desk = desk;
  }

  draw(review) {
    this.#cards.clear();
    this.#items.clear();
    byId('draft').replaceChildren(...review.sections.map((section) => this.#section(review, section)));
    byId('outline').replaceChildren(...review.sections.map((section) => this.#entry(section)));
    this.#count(review);
  }

  /** Draws these proposals anew; whoever had the focus in one of them has it in the new one. */
  refresh(review, numbers) {
    for (const one of numbers.map((each) => review.byNumber.get(each))) {
      const old = this.#cards.get(one.proposal);
      const fresh = card(one, this.#desk);
      const home = this.#items.get(one.item)?.list;
      const act = old?.contains(document.activeElement) ? document.activeElement : null;
      if (old?.parentElement === home) old.replaceWith(fresh);
      else {
        old?.remove();
        home?.insertBefore(fresh, this.#follower(review, one));
      }
      fresh.classList.toggle('current', old?.classList.contains('current') ?? false);
      this.#cards.set(one.proposal, fresh);
      // From a list the focus goes to its card, where the keys for deciding work again.
      if (act) (fresh.querySelector(`[data-act="${act.dataset.act}"]`) ?? fresh).focus({ preventScroll: true });
    }
    this.#count(review);
  }

  card(number) {
    return this.#cards.get(number);
  }

  show(number, { scroll = true, focus = false } = {}) {
    document.querySelectorAll('#draft .target.current').forEach((one) => one.classList.remove('current'));
    const element = this.#cards.get(number);
    element?.classList.add('current');
    if (scroll) element?.scrollIntoView({ block: 'center' });
    if (focus) element?.focus({ preventScroll: true });
  }

  /** Where a form for one more target of an item goes; without one, above everything. */
  place(item) {
    return this.#items.get(item)?.list ?? byId('draft');
  }

  #follower(review, one) {
    const siblings = review.of(one.item);
    const next = siblings.slice(siblings.indexOf(one) + 1).find((each) => this.#cards.has(each.proposal));
    return next ? this.#cards.get(next.proposal) : null;
  }

  #section(review, section) {
    const id = `section${section.section}`;
    return el(
      'section',
      { id, class: 'part', 'aria-labelledby': `${id}head` },
      el(
        'div',
        { class: 'parthead' },
        el('h2', { id: `${id}head`, lang: 'zh-CN', class: heading(section) ? '' : 'hidden' }, heading(section) || t('noSection')),
        this.#desk.mayWrite && section.title ? pencil(section.title, () => titleSection(this.#desk, section)) : null,
      ),
      ...section.items.map((item) => this.#item(review, item)),
    );
  }

  #item(review, item) {
    const proposals = review.of(item.item);
    const list = el('div', { class: 'targets' }, ...proposals.map((one) => this.#card(one)));
    const waiting = el('span', { class: 'waiting' });
    const desk = this.#desk;
    const tools = desk.mayWrite
      ? [
          el('button', { type: 'button', class: 'plain acceptitem', on: { click: () => desk.bulk(item.item) } }, t('acceptHere')),
          pencil(item.title, () => titleItem(desk, item)),
          el('button', { type: 'button', class: 'plain more', title: t('addHere'), 'aria-label': t('addTo', { name: item.title }), on: { click: () => desk.add(item.item) } }, '+'),
        ]
      : [];
    this.#items.set(item.item, { list, waiting, bulk: tools[0] });
    return el(
      'section',
      { class: 'item', 'data-item': item.item },
      el(
        'div',
        { class: 'itemhead' },
        el('h3', { lang: 'zh-CN' }, el('button', { type: 'button', class: 'plain', title: t('showInText'), on: { click: () => desk.showNode(item.path) } }, heading(item))),
        waiting,
        ...tools,
      ),
      list,
    );
  }

  #card(one) {
    const element = card(one, this.#desk);
    this.#cards.set(one.proposal, element);
    return element;
  }

  #entry(section) {
    const go = (path, first) => () => {
      const { pane } = byId('desk').dataset;
      this.#desk.showNode(path);
      byId('desk').dataset.pane = pane;
      first?.scrollIntoView({ block: 'start' });
    };
    return el(
      'li',
      {},
      el('button', { type: 'button', class: 'plain', on: { click: () => go(section.path, byId(`section${section.section}`))() } }, heading(section) || t('noSection')),
      el(
        'ol',
        {},
        ...section.items.map((item) =>
          el(
            'li',
            { 'data-outline': item.item },
            el('button', { type: 'button', class: 'plain', on: { click: () => go(item.path, this.#items.get(item.item).list.parentElement)() } }, heading(item)),
            el('span', { class: 'count' }),
          ),
        ),
      ),
    );
  }

  #count(review) {
    const counts = new Map();
    review.ordered.filter(isUndecided).forEach((one) => counts.set(one.item, (counts.get(one.item) ?? 0) + 1));
    for (const [key, { waiting, bulk }] of this.#items) {
      const count = counts.get(key) ?? 0;
      say(waiting, count ? t('waiting', { n: number(count) }) : review.of(key).length ? t('allDecided') : '');
      waiting.classList.toggle('done', !count);
      if (bulk) bulk.hidden = !count;
    }
    document.querySelectorAll('[data-outline]').forEach((entry) => {
      const count = counts.get(entry.dataset.outline) ?? 0;
      const badge = entry.querySelector('.count');
      say(badge, count ? number(count) : '');
      badge.title = count ? t('waiting', { n: number(count) }) : '';
    });
  }
}

const pencil = (name, click) => el('button', { type: 'button', class: 'plain', title: t('titling.change'), 'aria-label': t('titling.of', { name }), on: { click } }, '✎');

const heading = (part) => [part.no, nameOf(part, 'title')].filter(Boolean).join(' ');
