// A button beside words that were just marked: make a target of them.

import { byId } from '../dom.js';

export function watchSelection(desk) {
  const button = byId('addMarked');
  const hide = () => {
    button.hidden = true;
  };
  document.addEventListener('selectionchange', () => {
    const marked = desk.mayWrite && desk.review ? desk.paper.selection() : null;
    if (!marked) {
      hide();
      return;
    }
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    button.hidden = false;
    button.style.left = `${Math.max(8, Math.min(box.left, innerWidth - button.offsetWidth - 8))}px`;
    button.style.top = `${Math.max(8, Math.min(box.bottom + 6, innerHeight - button.offsetHeight - 8))}px`;
  });
  // The press would take the selection away before the click.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    desk.addSelected();
    hide();
  });
  byId('paper').addEventListener('scroll', hide, { passive: true });
}
