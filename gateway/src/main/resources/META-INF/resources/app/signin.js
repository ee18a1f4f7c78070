// The session: a token from the address's fragment or from the form, exchanged for a cookie.

import { byId, el, say } from './dom.js';
import { Refused, refusal } from './refused.js';
import { current, t } from './words.js';

/** Takes a token out of #token=..., and out of the address bar and the history with it. */
export function tokenFromAddress() {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const token = fragment.get('token');
  if (token) history.replaceState(null, '', location.pathname + location.search);
  return token;
}

/** Who is signed in; null when nobody is. */
export async function session() {
  const response = await fetch('/session', { cache: 'no-store' });
  if (response.status === 204) return null;
  if (!response.ok) throw await refusal(response);
  return response.json();
}

export async function signIn(token) {
  const headers = { 'Content-Type': 'application/json', 'Accept-Language': current() };
  const response = await fetch('/session', { method: 'POST', headers, body: JSON.stringify({ token }) });
  if (!response.ok) throw await refusal(response);
  return response.json();
}

export async function signOut() {
  await fetch('/session', { method: 'DELETE' });
}

/** Shows the form until somebody has signed in; done(visitor, token) is told then. */
export function askForToken(reason, done, place = byId('signin')) {
  const field = el('textarea', { id: 'token', rows: '4', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', required: true, 'aria-describedby': 'hint tokenFault' });
  const fault = el('p', { id: 'tokenFault', class: 'fault', role: 'alert' }, reason ?? '');
  const button = el('button', { type: 'submit', class: 'primary' }, t('signin.button'));
  const submit = async (event) => {
    event.preventDefault();
    say(fault, '');
    const token = field.value.trim().replace(/^Bearer\s+/i, '');
    if (!token) {
      say(fault, t('signin.needed'));
      field.focus();
      return;
    }
    button.disabled = true;
    say(button, t('signin.busy'));
    try {
      const signedIn = await signIn(token);
      field.value = '';
      done(signedIn, token);
    } catch (failure) {
      say(fault, failure instanceof Refused && failure.isFinal ? reasonOf(failure) : t('signin.unreachable'));
      field.focus();
    } finally {
      button.disabled = false;
      say(button, t('signin.button'));
    }
  };
  const form = el(
    'form',
    { class: 'panel', on: { submit } },
    el('h2', {}, t('signin.title')),
    el('p', {}, t('signin.lead')),
    el('label', { for: 'token' }, t('signin.label')),
    field,
    el('p', { id: 'hint', class: 'hint' }, t('signin.hint'), el('code', {}, t('signin.command'))),
    fault,
    button,
    el('p', { class: 'hint' }, t('signin.note')),
  );
  place.replaceChildren(form);
  field.focus();
}

function reasonOf(failure) {
  return failure.status === 401 ? t('signin.failed') : failure.message;
}
