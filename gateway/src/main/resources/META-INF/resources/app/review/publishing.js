// The last step: what was decided becomes the plan that everybody sees.

import { byId, el, say } from '../dom.js';
import { t } from '../words.js';
import { call } from './api.js';
import { open } from './dialog.js';

/** The button, or why there is none. */
export function showPublishing(desk) {
  const waits = desk.review.tally.undecided > 0;
  byId('publish').hidden = !desk.mayPublish;
  byId('publish').disabled = waits || desk.isPublished;
  const words = desk.isPublished ? t('publish.isDone') : waits ? t('publish.waits', { n: desk.review.tally.undecided }) : desk.mayPublish ? '' : desk.mayWrite ? t('publish.byCity') : '';
  say(byId('publishHint'), words);
}

export function askPublishing(desk) {
  const reason = el('textarea', { id: 'publishReason', rows: '2', maxlength: '1000' });
  const fault = el('p', { class: 'fault', role: 'alert' });
  const go = el('button', { type: 'submit', class: 'primary' }, t('publish.go'));
  const form = el(
    'form',
    { class: 'stack' },
    el('p', {}, t('publish.lead', { title: desk.review.title, n: desk.review.tally.accepted + desk.review.tally.edited })),
    el('label', { for: 'publishReason' }, t('publish.reason')),
    reason,
    fault,
    el('div', { class: 'acts' }, go),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    go.disabled = true;
    try {
      await desk.unlock();
      const body = reason.value.trim() ? { reason: reason.value.trim() } : {};
      await call('POST', `/plans/${desk.review.plan}/publish`, { body, etag: desk.review.etag });
      window.close();
      desk.isPublished = true;
      await desk.reload();
      desk.tell(() => [t('publish.done'), ' ', link(desk.review)]);
    } catch (failure) {
      const faults = failure.problem?.errors?.map((one) => one.detail) ?? [];
      say(fault, [desk.wordsOf(failure), ...faults].join(' '));
      if (failure.status === 412) await desk.reload().catch(() => {});
    } finally {
      go.disabled = false;
    }
  });
  const window = open(t('publish.title'), form);
}

const link = ({ district, year }) => el('a', { href: `/?scope=${district}&year=${year}` }, t('publish.look'));
