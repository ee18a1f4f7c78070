// A window over the page, gone when it is closed.

import { el } from '../dom.js';
import { t } from '../words.js';

let number = 0;

/** Opens it; closed() is told when it has gone, however that came. */
export function open(title, content, { kind = '', closed = () => {} } = {}) {
  const id = `window${++number}`;
  const dialog = el(
    'dialog',
    { class: `window ${kind}`, 'aria-labelledby': id },
    el(
      'div',
      { class: 'windowhead' },
      el('h2', { id }, title),
      el('button', { type: 'button', class: 'plain', 'aria-label': t('close'), on: { click: () => dialog.close() } }, '✕'),
    ),
    content,
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    closed();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export const isOpen = () => document.querySelector('dialog[open]') !== null;
