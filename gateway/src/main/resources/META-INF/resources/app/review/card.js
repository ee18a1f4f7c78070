// One proposal: what it says, how sure that is, and what can be done about it.

import { el, say } from '../dom.js';
import { t } from '../words.js';
import { exact, factsOf, figureOf, sureness } from './figures.js';
import { reasonOf } from './indicator.js';
import { isLow, isUndecided, standOf } from './model.js';

const SIGNS = { proposed: '○', accepted: '✓', edited: '✎', rejected: '✕', result: '▪' };

/** desk: what is done at the buttons, each told the proposal; the catalogue; whether one may write. */
export function card(proposal, desk) {
  const { target } = proposal;
  const stand = standOf(proposal);
  const title = `title${proposal.proposal}`;
  const fault = el('p', { class: 'fault', role: 'alert' });
  const element = el(
    'article',
    { class: `target${isLow(proposal) ? ' low' : ''}`, 'data-state': stand, 'data-proposal': proposal.proposal, tabindex: '-1', 'aria-labelledby': title },
    el(
      'div',
      { class: 'targethead' },
      el('span', { class: 'stand' }, el('span', { 'aria-hidden': 'true' }, `${SIGNS[stand]} `), t(`stand.${stand}`)),
      el('h4', { id: title, lang: 'zh-CN' }, target.title),
      el('b', { class: 'figure' }, figureOf(target)),
    ),
    el('p', { class: 'facts' }, ...factsOf(target).map((fact) => el('span', {}, fact)), el('span', { class: 'id' }, target.id)),
    target.projects?.length ? el('p', { class: 'facts' }, t(target.projectsComplete ? 'projectsAll' : 'projectsSome', { names: target.projects.join(t('comma')) })) : null,
    sure(proposal),
    proposal.decided?.reason ? el('p', { class: 'facts' }, t('because', { reason: proposal.decided.reason })) : null,
    mapping(proposal, desk),
    buttons(proposal, desk),
    fault,
  );
  element.addEventListener('click', (event) => {
    if (!event.target.closest('button, select, input, textarea, label, a, form')) desk.choose(proposal.proposal, { from: 'card' });
  });
  element.refuse = (words) => say(fault, words ?? '');
  return element;
}

function sure(proposal) {
  if (proposal.origin === 'added') return el('p', { class: 'sure' }, t('addedByHand'));
  const doubts = proposal.doubts.map((doubt) => el('li', {}, doubt[t('short')]));
  return el(
    'div',
    { class: 'sure' },
    el('span', { class: isLow(proposal) ? 'attention' : '' }, isLow(proposal) ? '⚠ ' : '', sureness(proposal.confidence)),
    doubts.length ? el('ul', { 'aria-label': t('doubts') }, ...doubts) : null,
  );
}

function mapping(proposal, desk) {
  if (proposal.state === 'rejected') return null;
  const { target, suggestion } = proposal;
  const id = `indicator${proposal.proposal}`;
  const waits = isUndecided(proposal) && suggestion && !target.indicator && !desk.declined.has(proposal.proposal);
  const select = desk.catalogue.list({
    id,
    chosen: waits ? suggestion.indicator : target.indicator,
    suggested: suggestion?.indicator,
    ofUnit: target.unit,
    disabled: !desk.mayWrite,
    on: { change: () => desk.map(proposal, select.value) },
  });
  const why = suggestion && select.value === suggestion.indicator ? `${reasonOf(proposal)} · ${t('likeness', { share: exact(suggestion.score) })}` : '';
  return el('div', { class: 'mapping' }, el('label', { for: id }, t('indicator')), select, el('small', {}, why));
}

function buttons(proposal, desk) {
  const { state, role, origin } = proposal;
  const button = (word, act, kind = '') =>
    el('button', { type: 'button', class: kind, 'data-act': word, on: { click: () => act(proposal) } }, t(`act.${word}`));
  const words = button('text', desk.showWords, 'narrow');
  if (!desk.mayWrite) return el('div', { class: 'acts' }, words);
  const decided = state !== 'proposed';
  return el(
    'div',
    { class: 'acts' },
    state !== 'accepted' && state !== 'edited' && role === 'target' ? button('accept', desk.accept, 'good') : null,
    button('edit', desk.edit),
    state !== 'rejected' ? button('reject', desk.reject) : null,
    decided && origin === 'read' ? button('reopen', desk.reopen) : null,
    words,
  );
}
