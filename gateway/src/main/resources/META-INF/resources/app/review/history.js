// What was done in this review and by whom, the newest first.

import { el } from '../dom.js';
import { moment } from '../numbers.js';
import { named, t } from '../words.js';
import { all, call } from './api.js';
import { open } from './dialog.js';
import { figureOf } from './figures.js';

export async function showHistory(desk) {
  const list = el('ol', { class: 'entries' }, el('li', {}, t('loading')));
  const files = el('ul', { class: 'files' });
  const window = open(t('history'), el('div', {}, files, list), { kind: 'drawer' });
  const path = `/plans/${desk.review.plan}/review/history?limit=500`;
  try {
    const [{ imports }, entries] = await Promise.all([call('GET', `${path}&after=999999999`), all(path, 'entries')]);
    files.replaceChildren(...imports.map((one) => file(desk.review.plan, one)));
    const shown = entries.reverse().map((one) => entry(desk, one, window));
    list.replaceChildren(...shown);
  } catch (failure) {
    list.replaceChildren(el('li', { class: 'fault' }, desk.wordsOf(failure)));
  }
}

function file(plan, { review, file: name, importedBy, importedAt, current }) {
  return el(
    'li',
    {},
    el('a', { href: `/api/v1/plans/${plan}/review/original?review=${review}`, download: name }, name),
    ` · ${importedBy} · ${moment(importedAt)}`,
    current ? el('span', { class: 'tag' }, t('currentFile')) : null,
  );
}

function entry(desk, { proposal, action, before, after, reason, by, at }, window) {
  const title = after?.target?.title ?? before?.target?.title;
  const go = () => {
    window.close();
    desk.choose(proposal, { focus: true });
  };
  return el(
    'li',
    {},
    el('p', { class: 'when' }, el('time', { datetime: at }, moment(at)), ` · ${by} · `, el('b', {}, named('action', action))),
    title ? el('button', { type: 'button', class: 'plain', on: { click: go } }, title) : null,
    typeof after === 'string' ? el('p', {}, after) : null,
    ...differences(desk, before?.target, after?.target),
    ...(action === 'titled' ? retitled(before, after) : []),
    reason ? el('p', { class: 'facts' }, t('because', { reason })) : null,
  );
}

const retitled = (before, after) =>
  titlesOf(after).map((title, at) => el('p', { class: 'facts' }, t('changedFrom', { field: t('titling.title'), before: titlesOf(before)[at] ?? t('nothingThere'), after: title })));

const titlesOf = (titles) => [titles?.title, ...(titles?.sections ?? []).map((one) => one.title), ...(titles?.items ?? []).map((one) => one.title)].filter(Boolean);

function differences(desk, before, after) {
  if (!before || !after) return [];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => el('p', { class: 'facts' }, t('changedFrom', { field: t(`field.${name}`), before: words(desk, name, before), after: words(desk, name, after) })));
}

function words(desk, name, target) {
  const value = target[name];
  if (value == null) return t('nothingThere');
  if (name === 'indicator') return desk.catalogue.name(value);
  if (name === 'value') return figureOf(target);
  return typeof value === 'object' ? JSON.stringify(value) : named(name, value);
}
