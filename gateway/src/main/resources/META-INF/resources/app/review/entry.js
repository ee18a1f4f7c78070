// The way in: a document to be handed in, and the plans that are there already.

import { byId, el, say } from '../dom.js';
import { number, percent } from '../numbers.js';
import { nameOf, named, t } from '../words.js';
import { all, call, upload } from './api.js';

const MOST_BYTES = 20 * 1024 * 1024;
const TYPES = '.txt,.html,.htm,.docx,.doc,.pdf';

export class Entry {
  #page;
  #visitor = null;
  #districts = [];
  #plans = [];
  #file = null;

  /** page: unlock(), wordsOf(failure), imported(view) */
  constructor(page) {
    this.#page = page;
  }

  async open(visitor) {
    this.#visitor = visitor;
    this.draw();
    const [{ districts }, plans] = await Promise.all([call('GET', '/districts'), all('/plans?limit=200', 'plans')]);
    const seen = new Map(districts.map((one) => [one.code, one]));
    this.#districts = [...seen.values()].filter((one) => visitor.districts.some((own) => covers(own, one.code)));
    this.#plans = plans;
    this.draw();
  }

  draw() {
    byId('entry').replaceChildren(...[this.#visitor.mayWrite ? this.#form() : null, this.#list()].filter(Boolean));
  }

  #form() {
    const parts = { fault: el('p', { class: 'fault', role: 'alert' }), bar: el('progress', { max: '1', value: '0', hidden: true, 'aria-label': t('entry.sending') }) };
    parts.word = el('p', { class: 'facts', role: 'status' });
    parts.district = el('select', { id: 'district', required: true }, ...this.#options());
    parts.year = el('input', { id: 'year', type: 'number', min: '2000', max: '2100', required: true, value: String(new Date().getFullYear()) });
    parts.file = el('input', { id: 'upload', type: 'file', accept: TYPES, class: 'hidden' });
    parts.name = el('span', { class: 'chosen' }, this.#file ? told(this.#file) : t('entry.noFile'));
    parts.replace = el('input', { type: 'checkbox' });
    parts.again = el('label', { class: 'tick', hidden: true }, parts.replace, t('entry.replace'));
    parts.go = el('button', { type: 'submit', class: 'primary' }, t('entry.go'));
    const form = el(
      'form',
      { class: 'panel stack importform', novalidate: true },
      el('h2', {}, t('entry.title')),
      el('p', {}, t('entry.lead')),
      this.#dropZone(parts),
      el('div', { class: 'grid' }, el('div', { class: 'field' }, el('label', { for: 'district' }, t('entry.district')), parts.district), el('div', { class: 'field' }, el('label', { for: 'year' }, t('entry.year')), parts.year)),
      parts.again,
      parts.fault,
      parts.bar,
      parts.word,
      el('div', { class: 'acts' }, parts.go),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send(parts);
    });
    return form;
  }

  #options() {
    const own = this.#districts.filter((one) => one.level === 'district' || this.#districts.length === 1);
    return (own.length ? own : this.#districts).map((one) => el('option', { value: one.code }, `${nameOf(one)} ${one.code}`));
  }

  #dropZone(parts) {
    const take = (file) => {
      if (!file) return;
      this.#file = file;
      say(parts.name, told(file));
      say(parts.fault, file.size > MOST_BYTES ? t('entry.tooLong', { mib: number(file.size / 1048576, 1) }) : '');
      const year = /20\d\d/.exec(file.name)?.[0];
      if (year) parts.year.value = year;
    };
    const zone = el('div', { class: 'drop' }, parts.file, el('label', { for: 'upload', class: 'choose' }, t('entry.choose')), el('span', {}, t('entry.drop')), parts.name);
    parts.file.addEventListener('change', () => take(parts.file.files[0]));
    zone.addEventListener('dragover', (event) => {
      event.preventDefault();
      zone.classList.add('over');
    });
    zone.addEventListener('dragleave', () => zone.classList.remove('over'));
    zone.addEventListener('drop', (event) => {
      event.preventDefault();
      zone.classList.remove('over');
      take(event.dataTransfer.files[0]);
    });
    return zone;
  }

  async #send(parts) {
    const fault = this.#file ? (this.#file.size > MOST_BYTES ? t('entry.tooLong', { mib: number(this.#file.size / 1048576, 1) }) : '') : t('entry.needed');
    say(parts.fault, fault);
    if (fault) {
      parts.file.focus();
      return;
    }
    const form = new FormData();
    form.set('district', parts.district.value);
    form.set('year', parts.year.value);
    form.set('file', this.#file);
    parts.go.disabled = true;
    try {
      await this.#page.unlock();
      parts.bar.hidden = false;
      const answer = await upload(`/plans/import${parts.replace.checked ? '?replace=true' : ''}`, form, (share) => progress(parts, share));
      this.#file = null;
      this.#page.imported(answer.review);
    } catch (failure) {
      if (!failure.wasCancelled) this.#refuse(parts, failure);
    } finally {
      parts.go.disabled = false;
      parts.bar.hidden = true;
      say(parts.word, '');
    }
  }

  #refuse(parts, failure) {
    const { problem } = failure;
    if (problem?.type?.endsWith('/draft-exists')) {
      parts.again.hidden = false;
      say(parts.fault, t('entry.exists'));
      return;
    }
    const words = [problem?.title, this.#page.wordsOf(failure), ...(problem?.errors ?? []).map((one) => one.detail)];
    say(parts.fault, [...new Set(words.filter(Boolean))].join(t('colon')));
  }

  #list() {
    const rows = this.#plans.map((one) =>
      el(
        'li',
        {},
        el('a', { href: `/review.html?plan=${encodeURIComponent(one.plan)}`, lang: 'zh-CN' }, one.title),
        el('span', { class: 'facts' }, el('span', {}, one.plan), el('span', {}, named('planState', one.state))),
      ),
    );
    return el('section', { class: 'panel stack planlist', 'aria-labelledby': 'plansTitle' }, el('h2', { id: 'plansTitle' }, t('entry.plans')), rows.length ? el('ul', {}, ...rows) : el('p', { class: 'facts' }, t('entry.none')));
  }
}

/** Once everything has been sent the reading begins, which nobody can tell the share of. */
function progress(parts, share) {
  if (share < 1) parts.bar.value = share;
  else parts.bar.removeAttribute('value');
  say(parts.word, share < 1 ? t('entry.sent', { share: percent(share) }) : t('entry.reading'));
}

const told = (file) => `${file.name} · ${number(Math.ceil(file.size / 1024), 0)} KB`;

/** As the services see it: a city covers its districts, a province all of its cities. */
const covers = (own, code) => code.startsWith(own.replace(/(00){1,2}$/, ''));
