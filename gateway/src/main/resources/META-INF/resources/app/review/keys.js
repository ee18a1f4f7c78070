// The keys of whoever goes through hundreds of proposals, and the window that tells them.

import { el } from '../dom.js';
import { t } from '../words.js';
import { isOpen, open } from './dialog.js';

const KEYS = ['j', 'k', 'a', 'r', 'e', 'u', 'm', 'n', '?'];

export function listen(desk, isShown) {
  document.addEventListener('keydown', (event) => {
    if (!isShown() || event.ctrlKey || event.metaKey || event.altKey || isOpen()) return;
    if (event.target.closest('input, textarea, select, [contenteditable]')) return;
    const act = actOf(event.key, desk);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actOf(key, desk) {
  if (key === 'j') return () => desk.step(1);
  if (key === 'k') return () => desk.step(-1);
  if (key === '?') return showHelp;
  if (!desk.mayWrite) return null;
  if (key === 'n') return () => desk.addSelected();
  const proposal = desk.now();
  if (!proposal) return null;
  const { state, role } = proposal;
  if (key === 'a' && state !== 'accepted' && state !== 'edited' && role === 'target') return () => acceptAndGoOn(desk, proposal);
  if (key === 'r' && state !== 'rejected') return () => desk.reject(proposal);
  if (key === 'e') return () => desk.edit(proposal);
  if (key === 'u') return undo(desk, proposal);
  if (key === 'm') return () => desk.draft.card(proposal.proposal).querySelector('.mapping select')?.focus();
  return null;
}

/** After accepting the page has gone on, so that the one meant is the one decided last. */
function undo(desk, proposal) {
  const meant = proposal.state === 'proposed' ? desk.review.byNumber.get(desk.last) : proposal;
  if (!meant || meant.state === 'proposed' || meant.origin !== 'read') return null;
  return () => {
    desk.choose(meant.proposal, { focus: true });
    desk.reopen(meant);
  };
}

async function acceptAndGoOn(desk, proposal) {
  const kept = await desk.accept(proposal);
  if (kept && desk.current === proposal.proposal && desk.review.tally.undecided > 0) desk.step(1);
}

export function showHelp() {
  const rows = KEYS.map((key) => el('tr', {}, el('th', { scope: 'row' }, el('kbd', {}, key)), el('td', {}, t(`keys.${key}`))));
  const legend = ['proposed', 'low', 'accepted', 'edited', 'rejected', 'doubt'].map((one) =>
    el('li', {}, el('mark', { 'data-state': one === 'low' ? 'proposed' : one, class: one === 'low' ? 'low' : one === 'doubt' ? 'doubtful' : '' }, t(`legend.${one}`))),
  );
  open(t('help'), el('div', { class: 'stack' }, el('p', {}, t('helpLead')), el('table', { class: 'keys' }, el('tbody', {}, ...rows)), el('h3', {}, t('legendTitle')), el('ul', { class: 'legendlist paper' }, ...legend)));
}
