// Accepts all proposals above a confidence at once, of one item or of all.

import { el, say } from '../dom.js';
import { number } from '../numbers.js';
import { t } from '../words.js';
import { open } from './dialog.js';
import { isUndecided } from './model.js';

const STEPS = [0.95, 0.9, 0.8, 0.7, 0.5, 0];
const MOST = 500; // more would be refused, and keep everybody else waiting

export function askBulk(desk, item) {
  const review = desk.review;
  const step = select(STEPS.map((one) => [one, one ? t('bulk.from', { share: number(one) }) : t('bulk.any')]));
  const range = select([['', t('bulk.everywhere')], ...[...review.items.values()].map((one) => [one.item, [one.no, one.title].filter(Boolean).join(' ')])]);
  range.value = item ?? '';
  step.value = '0.9';
  const sound = el('input', { type: 'checkbox', checked: true });
  const suggested = el('input', { type: 'checkbox' }); // a mapping that nobody has looked at is the exception
  const count = el('p', { class: 'tell', role: 'status' });
  const fault = el('p', { class: 'fault', role: 'alert' });
  const go = el('button', { type: 'submit', class: 'primary' }, t('bulk.go'));
  const chosen = () =>
    review.ordered.filter(
      (one) =>
        isUndecided(one) && one.confidence >= Number(step.value) && (!range.value || one.item === range.value) && !(sound.checked && one.doubts.length),
    );
  const recount = () => {
    const n = chosen().length;
    say(count, t('bulk.count', { n: number(n) }));
    go.disabled = n === 0;
  };
  const form = el(
    'form',
    { class: 'stack' },
    el('label', { class: 'row' }, t('bulk.confidence'), step),
    el('label', { class: 'row' }, t('bulk.where'), range),
    el('label', { class: 'tick' }, sound, t('bulk.noDoubts')),
    el('label', { class: 'tick' }, suggested, t('bulk.suggested')),
    count,
    fault,
    el('div', { class: 'acts' }, go),
  );
  form.addEventListener('change', recount);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    go.disabled = true;
    try {
      const { taken, left } = await acceptAll(desk, chosen(), suggested.checked);
      dialog.close();
      desk.tell(() => [t(left ? 'bulk.some' : 'bulk.done', { n: number(taken), left: number(left) })]);
    } catch (failure) {
      say(fault, desk.wordsOf(failure));
      recount();
    }
  });
  recount();
  const dialog = open(t('bulk.title'), form);
}

/** What the server refuses is left out and told at its card; the rest is sent again without it. */
async function acceptAll(desk, proposals, suggested) {
  let taken = 0;
  let left = 0;
  for (let from = 0; from < proposals.length; from += MOST) {
    let batch = proposals.slice(from, from + MOST);
    while (batch.length) {
      try {
        await desk.changes.decide(batch.map((one) => desk.acceptance(one, suggested)));
        taken += batch.length;
        break;
      } catch (failure) {
        const bad = refusedOf(failure, batch);
        if (!bad.size) throw failure;
        bad.forEach((words, one) => desk.refuse(one.proposal, words));
        left += bad.size;
        batch = batch.filter((one) => !bad.has(one));
      }
    }
  }
  return { taken, left };
}

export function refusedOf(failure, batch) {
  const bad = new Map();
  if (failure.status !== 422) return bad;
  for (const { pointer, detail } of failure.problem?.errors ?? []) {
    const one = batch[Number(/^\/decisions\/(\d+)/.exec(pointer)?.[1])];
    if (one) bad.set(one, bad.has(one) ? `${bad.get(one)} ${detail}` : detail);
  }
  return bad;
}

const select = (options) => el('select', {}, ...options.map(([value, words]) => el('option', { value }, words)));
