// Other titles for the plan, a section or an item: what was read of them is often too long.

import { el, say } from '../dom.js';
import { t } from '../words.js';
import { open } from './dialog.js';

/** wanted: {title, titleEn} as they stand, and body(title, titleEn) for what is to be sent. */
function ask(desk, wanted, hasEnglish, body) {
  const title = el('input', { id: 'newTitle', type: 'text', autocomplete: 'off', lang: 'zh-CN' });
  const english = el('input', { id: 'newTitleEn', type: 'text', autocomplete: 'off' });
  title.value = wanted.title ?? '';
  english.value = wanted.titleEn ?? '';
  const fault = el('p', { class: 'fault', role: 'alert' });
  const go = el('button', { type: 'submit', class: 'primary' }, t('act.save'));
  const form = el(
    'form',
    { class: 'stack' },
    el('div', { class: 'field' }, el('label', { for: 'newTitle' }, t('titling.title')), title),
    hasEnglish ? el('div', { class: 'field' }, el('label', { for: 'newTitleEn' }, t('titling.english')), english) : null,
    fault,
    el('div', { class: 'acts' }, go),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    go.disabled = true;
    try {
      await desk.changes.send('PUT', '/titles', body(title.value.trim(), english.value.trim() || undefined));
      window.close();
      await desk.reload();
    } catch (failure) {
      if (!failure.wasCancelled) say(fault, [...new Set((failure.problem?.errors ?? []).map((one) => one.detail))].join(' ') || desk.wordsOf(failure));
    } finally {
      go.disabled = false;
    }
  });
  const window = open(t('titling.change'), form);
  title.focus();
}

export const titlePlan = (desk) => ask(desk, desk.review, false, (title) => ({ title }));

export const titleSection = (desk, section) =>
  ask(desk, section, true, (title, titleEn) => ({ sections: [{ section: section.section, title, titleEn }] }));

export const titleItem = (desk, item) => ask(desk, item, true, (title, titleEn) => ({ items: [{ item: item.item, title, titleEn }] }));
