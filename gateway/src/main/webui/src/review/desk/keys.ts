// The keys of whoever goes through hundreds of proposals.

import type { Proposal } from '../../api/review';
import { isAcceptable, isReopenable } from '../model';

export const KEYS = ['j', 'k', 'a', 'r', 'e', 'u', 'm', 'n', '?'] as const;

export type Act =
  | { do: 'next' | 'previous' | 'help' | 'addMarked' }
  | { do: 'accept' | 'reject' | 'edit' | 'reopen' | 'chooseIndicator'; one: Proposal };

/**
 * What a key means now; null if nothing.
 *
 * @param undone what "u" goes back on: the current one if it is decided, else the one decided last
 */
export function actOf(
  key: string,
  { mayWrite, current, undone }: { mayWrite: boolean; current?: Proposal; undone?: Proposal },
): Act | null {
  if (key === 'j') return { do: 'next' };
  if (key === 'k') return { do: 'previous' };
  if (key === '?') return { do: 'help' };
  if (!mayWrite) return null;
  if (key === 'n') return { do: 'addMarked' };
  if (key === 'u') return isReopenable(undone) ? { do: 'reopen', one: undone } : null;
  if (!current) return null;
  if (key === 'a') return isAcceptable(current) ? { do: 'accept', one: current } : null;
  if (key === 'r') return current.state === 'rejected' ? null : { do: 'reject', one: current };
  if (key === 'e') return { do: 'edit', one: current };
  if (key === 'm') return current.state === 'rejected' ? null : { do: 'chooseIndicator', one: current };
  return null;
}

/** Whether keys are meant for what has the focus, or with others for the browser. */
export const isForDesk = (event: KeyboardEvent): boolean =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.defaultPrevented &&
  !document.querySelector('dialog[open]') &&
  !(event.target as Element | null)?.closest?.('input, textarea, select, [contenteditable]');
