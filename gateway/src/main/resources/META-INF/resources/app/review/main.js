// Puts the page together: who is there, which plan, and which of its faces is shown.

import { byId, el, say } from '../dom.js';
import { askForToken, session, signIn, signOut, tokenFromAddress } from '../signin.js';
import { current, named, speak, t } from '../words.js';
import { all, call, holdToken, holdsToken } from './api.js';
import { Desk } from './desk.js';
import { open } from './dialog.js';
import { Entry } from './entry.js';
import { listen, showHelp } from './keys.js';
import { askPublishing } from './publishing.js';
import { watchSelection } from './selecting.js';
import { titlePlan } from './titling.js';
import './words.js';

const FACES = ['loading', 'signin', 'entry', 'desk'];

let visitor = null;
let face = 'loading';
let notice = null;

const desk = new Desk({ tell, unlock, wordsOf, titles });
const entry = new Entry({ unlock, wordsOf, imported });

const plan = () => new URLSearchParams(location.search).get('plan');

function show(wanted) {
  face = wanted;
  FACES.forEach((id) => {
    byId(id).hidden = id !== wanted;
  });
  document.body.classList.toggle('atdesk', wanted === 'desk');
}

/** A notice is kept as what makes it, so that it can be said again in the other language. */
function tell(words) {
  notice = words;
  byId('notice').hidden = !words;
  byId('noticeWords').replaceChildren(...(words ? words() : []));
}

function wordsOf(failure) {
  if (failure.status === 0) return t(navigator.onLine ? 'notice.noAnswer' : 'notice.offlineNow');
  if (failure.status === 401) return t('notice.expired');
  if (failure.status === 412) return t('notice.conflict');
  return failure.problem?.detail ?? failure.message ?? t('notice.broken');
}

/** Reading needs the cookie only; a change needs the token, which is asked for once. */
function unlock() {
  if (holdsToken()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const host = el('div', { id: 'unlock' });
    const window = open(t('unlock.title'), el('div', { class: 'stack' }, el('p', {}, t('unlock.lead')), host), {
      closed: () => (holdsToken() ? resolve() : reject(Object.assign(new Error(t('cancel')), { wasCancelled: true }))),
    });
    askForToken(null, (signedIn, token) => {
      enter(signedIn, token);
      window.close();
    }, host);
  });
}

function enter(signedIn, token) {
  const has = (role) => signedIn.roles.includes(role);
  visitor = { ...signedIn, mayWrite: has('city-admin') || has('district-planner'), mayPublish: has('city-admin') };
  if (token) holdToken(token);
  showWho();
}

async function openPlan() {
  tell(null);
  show('loading');
  try {
    if (!plan()) {
      show('entry');
      titles();
      await entry.open(visitor);
      return;
    }
    const path = `/plans/${encodeURIComponent(plan())}`;
    const [view, standing, indicators] = await Promise.all([call('GET', `${path}/review`), call('GET', path), all('/indicators?limit=1000', 'indicators')]);
    desk.catalogue.load(indicators);
    openDesk(view, standing);
  } catch (failure) {
    failed(failure);
  }
}

function openDesk(view, standing) {
  show('desk');
  desk.open(view, standing, visitor);
  chooseTab('checking');
  titles();
}

async function imported(view) {
  history.pushState(null, '', `?plan=${encodeURIComponent(view.plan)}`);
  desk.catalogue.load(await all('/indicators?limit=1000', 'indicators').catch(() => []));
  tell(null);
  openDesk(view, { state: 'draft' });
}

function failed(failure) {
  if (failure.status === 401) {
    ask(t('notice.expired'));
    return;
  }
  show(null);
  const more = failure.status === 404 ? t('notice.noReview', { plan: plan() }) : failure.status === 403 ? t('notice.forbiddenPlan', { plan: plan() ?? '' }) : null;
  tell(() => [more ?? wordsOf(failure), ' ', el('a', { href: '/review.html' }, t('entry.back')), ' ', failure.status && failure.status < 500 ? '' : el('button', { type: 'button', on: { click: openPlan } }, t('again'))]);
}

function ask(reason) {
  show('signin');
  askForToken(reason, (signedIn, token) => {
    enter(signedIn, token);
    openPlan();
  });
}

function chooseTab(name) {
  for (const tab of document.querySelectorAll('[role=tab]')) {
    const isChosen = tab.id === `${name}Tab`;
    tab.setAttribute('aria-selected', String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    byId(tab.getAttribute('aria-controls')).hidden = !isChosen;
  }
  if (name === 'comparison') desk.comparison.load();
}

function titles() {
  const title = face === 'desk' ? desk.review.title : t('product');
  say(byId('title'), title);
  say(byId('subtitle'), face === 'desk' ? t('reviewOf', { plan: desk.review.plan }) : t('entry.subtitle'));
  document.title = `${title} · ${t('reviewing')}`;
}

function showWho() {
  byId('who').hidden = !visitor;
  if (!visitor) return;
  say(byId('subject'), visitor.subject);
  byId('subject').title = `${visitor.roles.map((role) => named('roles', role)).join(' ')} · ${visitor.districts.join(' ')}`;
}

function speakAll() {
  document.documentElement.lang = t('htmlLang');
  document.querySelectorAll('[data-word]').forEach((element) => say(element, t(element.dataset.word)));
  document.querySelectorAll('[data-label]').forEach((element) => element.setAttribute('aria-label', t(element.dataset.label)));
  document.querySelectorAll('[data-lang]').forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.lang === current())));
  byId('reasons').replaceChildren(...['one', 'two', 'three', 'four'].map((key) => el('option', { value: t(`reasons.${key}`) })));
  titles();
  showWho();
  tell(notice);
  if (face === 'desk') desk.draw();
  if (face === 'entry') entry.draw();
  if (face === 'signin') ask(null);
}

async function begin() {
  const token = tokenFromAddress();
  try {
    const signedIn = token ? await signIn(token) : await session();
    if (!signedIn) {
      ask(null);
      return;
    }
    enter(signedIn, token);
    await openPlan();
  } catch (failure) {
    if (token && failure.status) ask(t('signin.failed'));
    else failed(Object.assign(failure, { status: failure.status ?? 0 }));
  }
}

function on(id, event, act) {
  byId(id).addEventListener(event, act);
}

document.querySelectorAll('[data-lang]').forEach((button) =>
  button.addEventListener('click', () => {
    speak(button.dataset.lang);
    speakAll();
    button.focus();
  }),
);
on('leave', 'click', async () => {
  await signOut().catch(() => {});
  holdToken(null);
  visitor = null;
  showWho();
  ask(null);
});
// Within these pages nobody leaves the page, which holds the token for saving.
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/review.html"]');
  if (!link || !visitor || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  openPlan();
});
on('closeNotice', 'click', () => tell(null));
on('acceptMany', 'click', () => desk.bulk(null));
on('showHistory', 'click', () => desk.history());
on('showHelp', 'click', showHelp);
on('publish', 'click', () => askPublishing(desk));
on('retitle', 'click', () => titlePlan(desk));
on('withUndecided', 'change', () => desk.comparison.load());
for (const tab of document.querySelectorAll('[role=tab]')) {
  tab.addEventListener('click', () => chooseTab(tab.id.replace('Tab', '')));
  tab.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = document.querySelector('[role=tab][aria-selected=false]');
    chooseTab(other.id.replace('Tab', ''));
    other.focus();
  });
}
for (const button of document.querySelectorAll('[data-show]')) {
  button.addEventListener('click', () => {
    byId('desk').dataset.pane = button.dataset.show;
  });
}
listen(desk, () => face === 'desk' && !byId('checking').hidden);
watchSelection(desk);
addEventListener('popstate', openPlan);
addEventListener('offline', () => tell(() => [t('notice.offlineNow')]));
addEventListener('online', () => tell(null));

speakAll();
begin();
