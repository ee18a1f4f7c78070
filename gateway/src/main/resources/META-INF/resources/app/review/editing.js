// Another wording for a target, a target that nobody proposed, and a reason for rejecting one.

import { byId, el } from '../dom.js';
import { t } from '../words.js';
import { call } from './api.js';
import { sureness, figureOf } from './figures.js';
import { targetForm } from './form.js';

export function editTarget(desk, proposal, typed = proposal.target) {
  desk.choose(proposal.proposal, { from: 'card' });
  const card = desk.draft.card(proposal.proposal);
  if (card.querySelector('.targetform')) return;
  const form = targetForm({
    target: typed,
    items: desk.review.items,
    catalogue: desk.catalogue,
    suggested: proposal.suggestion?.indicator,
    saveWord: t('act.save'),
    gone: () => close(form, card),
    save: async (target) => {
      const decisions = [{ proposal: proposal.proposal, decision: 'edit', target }];
      await keep(desk, form, () => desk.changes.decide(decisions), '/decisions/0/target', () => {
        const fresh = desk.review.byNumber.get(proposal.proposal);
        if (fresh) editTarget(desk, fresh, target);
      });
    },
  });
  card.append(form);
  card.classList.add('editing');
  form.begin();
}

/** Opens the form for one more target, of words that were marked or of an item. */
export async function addTarget(desk, { marked = null, item = null }) {
  if (!marked && !item) {
    desk.tell(() => [t('markFirst')]);
    return;
  }
  const known = item && desk.review.items.get(item);
  const guess = marked ? await guessed(desk, marked) : null;
  const key = item ?? guess?.item ?? null;
  const next = desk.review.items.get(key)?.next;
  showAddForm(desk, { marked, within: known?.paragraphs ?? null, key, next, guesses: guess?.targets ?? [] });
}

/** What the words may promise; without an answer the form is simply empty. */
async function guessed(desk, { start, end }) {
  try {
    await desk.unlock();
    return await call('GET', `/plans/${desk.review.plan}/review/reading?start=${start}&end=${end}`);
  } catch (failure) {
    if (!failure.wasCancelled) desk.tell(() => [desk.wordsOf(failure)]);
    return null;
  }
}

function showAddForm(desk, { marked, within, key, next, guesses, chosen = 0, typed = null }) {
  document.querySelectorAll('.adding').forEach((one) => one.remove());
  const guess = guesses[chosen];
  const target = typed ?? { ...(guess?.target ?? { title: '', kind: 'quantity' }), id: next ?? guess?.target.id };
  const quote = el('textarea', { id: 'addQuote', rows: '2' });
  quote.value = marked?.quote ?? '';
  const again = (n) => showAddForm(desk, { marked, within, key, next, guesses, chosen: n });
  const before = el(
    'div',
    {},
    el('h4', {}, t('addTitle')),
    el('div', { class: 'field wide' }, el('label', { for: 'addQuote' }, t('quote')), quote, el('small', {}, t('quoteHint'))),
    guesses.length > 1
      ? el('div', { class: 'guesses', role: 'group', 'aria-label': t('guesses') }, ...guesses.map((one, n) => guessButton(one, n === chosen, () => again(n))))
      : null,
    marked && !guesses.length ? el('p', { class: 'facts' }, t('noGuess')) : null,
  );
  const host = el('article', { class: 'target adding editing' });
  const form = targetForm({
    target,
    items: desk.review.items,
    catalogue: desk.catalogue,
    suggested: guess?.suggestion?.indicator,
    before,
    saveWord: t('act.add'),
    gone: () => host.remove(),
    save: async (wanted) => {
      const place = locate(desk.review.text, quote.value.trim(), marked, within);
      if (!place) {
        form.refuse({ detail: t('quoteUnknown') });
        quote.focus();
        return;
      }
      await keep(
        desk,
        form,
        async () => {
          const change = await desk.changes.send('POST', '/proposals', { ...place, target: wanted });
          host.remove();
          desk.choose(change.proposals[0].proposal, { focus: true });
        },
        '/target',
        () => showAddForm(desk, { marked: { ...place }, within, key, next, guesses, chosen, typed: wanted }),
      );
    },
  });
  host.append(form);
  const list = desk.draft.place(key);
  if (key) list.append(host);
  else list.prepend(host);
  byId('desk').dataset.pane = 'draft';
  host.scrollIntoView({ block: 'center' });
  (marked ? form : { begin: () => quote.focus() }).begin();
}

const guessButton = ({ target, confidence }, pressed, click) =>
  el('button', { type: 'button', 'aria-pressed': String(pressed), on: { click } }, `${target.title} ${figureOf(target)} · ${sureness(confidence)}`);

/** The marked words' own place while they are the same; else the first such words of the item. */
function locate(text, quote, marked, within) {
  if (!quote) return null;
  if (marked && marked.quote === quote) return { start: marked.start, end: marked.end, quote };
  const spans = within ?? [{ start: 0, end: text.length }];
  for (const span of spans) {
    const start = text.indexOf(quote, span.start);
    if (start >= 0 && start + quote.length <= span.end) return { start, end: start + quote.length, quote };
  }
  return null;
}

/** A small form for a reason, which may stay empty. */
export function rejectTarget(desk, proposal) {
  desk.choose(proposal.proposal, { from: 'card' });
  const card = desk.draft.card(proposal.proposal);
  if (card.querySelector('.rejectform')) return;
  const id = `reason${proposal.proposal}`;
  const input = el('input', { id, type: 'text', maxlength: '1000', autocomplete: 'off', list: 'reasons' });
  const form = el(
    'form',
    { class: 'rejectform' },
    el('label', { for: id }, t('rejectReason')),
    input,
    el('button', { type: 'submit' }, t('act.reject')),
    el('button', { type: 'button', on: { click: () => close(form, card) } }, t('cancel')),
  );
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close(form, card);
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const reason = input.value.trim();
    const kept = await desk.decide({ proposal: proposal.proposal, decision: 'reject', ...(reason ? { reason } : {}) });
    if (kept) desk.draft.show(proposal.proposal, { scroll: false, focus: true });
  });
  card.append(form);
  input.focus();
}

function close(form, card) {
  form.remove();
  card.classList.remove('editing');
  card.focus({ preventScroll: true });
}

/** After a conflict the page has been drawn anew, so that the form is opened again as it was. */
async function keep(desk, form, send, prefix, again) {
  try {
    await send();
  } catch (failure) {
    if (failure.wasCancelled) return;
    if (failure.status === 412) again();
    else form.refuse(failure.problem ?? { detail: desk.wordsOf(failure) }, prefix);
  }
}
