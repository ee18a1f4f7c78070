// Puts the page together: session, stream, store, views.

import { Cards } from './cards.js';
import { byId, el, say } from './dom.js';
import { Events } from './events.js';
import { day, moment } from './numbers.js';
import { askForToken, session, signIn, signOut, tokenFromAddress } from './signin.js';
import { Store } from './store.js';
import { Stream } from './stream.js';
import { Table } from './table.js';
import { current, nameOf, named, speak, t } from './words.js';

const CITY = '320400';
const PLANNERS = ['city-admin', 'district-planner'];
const HIDDEN_FOR = 120_000; // a browser has six connections to an address; an unseen page keeps none
const TODAY_EVERY = 3_000;

const store = new Store();
const views = [new Cards(), new Table(), new Events()];
const asked = new URLSearchParams(location.search);

let visitor = null;
let state = ['connecting', {}];
let notice = null;
let pending = [];
let todayAskedAt = 0;
let hiddenTimer = 0;

const stream = new Stream({ event: received, state: showState, failed, refused });

function received(name, data) {
  if (name === 'snapshot') {
    pending = [];
    store.load(data);
    tell(null);
    show('board');
    rebuild();
  } else if (name === 'change') {
    if (!pending.length) soon(flush);
    pending.push(data);
  }
}

/** Many changes become one repaint. */
function soon(work) {
  if (document.hidden) setTimeout(work, 250);
  else requestAnimationFrame(work);
}

function flush() {
  const changed = new Set();
  for (const change of pending) {
    store.apply(change);
    changed.add(`${change.kind}/${change.key}`);
  }
  pending = [];
  views.forEach((view) => view.update(store, changed));
  showAsOf();
  if ([...changed].some((key) => key.startsWith('rollup/'))) askToday();
}

/** Lights that move may mean that the day has turned. */
function askToday() {
  const wait = todayAskedAt + TODAY_EVERY - Date.now();
  if (wait > 0) return;
  todayAskedAt = Date.now();
  setTimeout(async () => {
    const response = await fetch('/api/v1/today', { cache: 'no-store' }).catch(() => null);
    if (!response?.ok) return;
    store.today = (await response.json()).today;
    showAsOf();
  }, TODAY_EVERY / 2);
}

function showState(word, values = {}) {
  state = [word, values];
  const element = byId('state');
  element.dataset.state = word;
  say(element.querySelector('.word'), t(`state.${word}`, values));
  if (word === 'live') tell(null);
}

function failed() {
  if (!store.isLoaded) show(null);
  const words = navigator.onLine ? (store.isLoaded ? 'unreachable' : 'firstFailed') : 'offline';
  tell(() => [t(`notice.${words}`)]);
}

/** One of the page's three faces, or none of them when a notice says it all. */
function show(face) {
  for (const id of ['loading', 'signin', 'board']) byId(id).hidden = id !== face;
}

function ask(reason) {
  show('signin');
  askForToken(reason, entered);
}

function refused(failure) {
  if (failure.status === 401) {
    forgetVisitor();
    tell(null);
    ask(t('notice.expired'));
  } else if (failure.status === 403) {
    show(null);
    tell(forbidden);
  } else {
    tell(() => [failure.message]);
  }
}

function forbidden() {
  const own = visitor?.districts ?? [];
  const links = own.flatMap((code) => [' ', el('a', { href: `?scope=${code}` }, code)]);
  return [t('notice.forbidden', { scope: scope() }), ...(links.length ? [' ', t('notice.forbiddenOwn'), ...links] : [])];
}

/** A notice is kept as what makes it, so that it can be said again in the other language. */
function tell(words) {
  notice = words;
  byId('notice').hidden = !words;
  byId('notice').replaceChildren(...(words ? words() : []));
}

function rebuild() {
  document.documentElement.lang = t('htmlLang');
  document.querySelectorAll('[data-word]').forEach((element) => say(element, t(element.dataset.word)));
  document.querySelectorAll('[data-lang]').forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.lang === current())));
  const own = store.own();
  const title = own ? t('title', { scope: nameOf(own) }) : t('product');
  say(byId('title'), title);
  say(byId('subtitle'), store.isLoaded ? t('subtitle', { year: store.year }) : '');
  document.title = title;
  showState(...state);
  showWho();
  tell(notice);
  if (store.isLoaded) {
    views.forEach((view) => view.rebuild(store));
    showAsOf();
  }
}

function showAsOf() {
  const { recordedUpTo, lagMillis, late } = store.freshness;
  const parts = [
    store.today && el('strong', {}, t('asOf', { day: day(store.today) })),
    el('span', {}, recordedUpTo ? t('recordedUpTo', { time: moment(recordedUpTo) }) : t('nothingRecorded')),
    recordedUpTo && lagMillis != null ? el('span', {}, t('lag', { millis: lagMillis })) : null,
    late ? el('span', { class: 'attention' }, t('late')) : null,
  ];
  byId('asof').replaceChildren(...parts.filter(Boolean));
}

function showWho() {
  byId('who').hidden = !visitor;
  byId('plans').hidden = !visitor?.roles.some((role) => PLANNERS.includes(role));
  if (!visitor) return;
  const roles = visitor.roles.map((role) => named('roles', role)).join(' ');
  say(byId('subject'), visitor.subject);
  byId('subject').title = `${t('signedInAs', { subject: visitor.subject })} · ${roles} · ${visitor.districts.join(' ')}`;
}

/** The city, or the visitor's own district where the city is not theirs to see. */
function scope() {
  const codes = visitor?.districts ?? [];
  const seesCity = codes.some((code) => code === CITY || code === `${CITY.slice(0, 2)}0000`);
  return asked.get('scope') ?? (seesCity || !codes.length ? CITY : codes[0]);
}

function address() {
  const query = new URLSearchParams({ scope: scope() });
  if (asked.get('year')) query.set('year', asked.get('year'));
  return `/api/v1/live?${query}`;
}

function entered(signedIn) {
  visitor = signedIn;
  tell(null);
  show('loading');
  showWho();
  stream.open(address());
}

function forgetVisitor() {
  stream.close();
  visitor = null;
  store.isLoaded = false;
  showWho();
  showState('closed');
}

async function begin() {
  const token = tokenFromAddress();
  try {
    const signedIn = token ? await signIn(token) : await session();
    if (signedIn) {
      entered(signedIn);
      return;
    }
    showState('closed');
    ask(null);
  } catch (failure) {
    showState('closed');
    if (token && failure.status) {
      ask(t('signin.failed'));
      return;
    }
    tell(() => [t('notice.firstFailed')]);
    setTimeout(begin, 3_000);
  }
}

document.querySelectorAll('[data-lang]').forEach((button) =>
  button.addEventListener('click', () => {
    speak(button.dataset.lang);
    rebuild();
    if (!byId('signin').hidden) ask(null);
    button.focus();
  }),
);

byId('leave').addEventListener('click', async () => {
  await signOut().catch(() => {});
  forgetVisitor();
  tell(null);
  ask(null);
});

document.addEventListener('visibilitychange', () => {
  clearTimeout(hiddenTimer);
  if (!visitor) return;
  if (document.hidden) {
    hiddenTimer = setTimeout(() => {
      stream.close();
      showState('paused');
    }, HIDDEN_FOR);
  } else if (state[0] === 'paused') {
    stream.resume(address());
  } else {
    stream.hurry();
  }
});
addEventListener('online', () => stream.hurry());
addEventListener('offline', () => failed());

rebuild();
begin();
