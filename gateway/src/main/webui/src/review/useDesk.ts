// The reviewer's desk: the document, the draft, which proposal is the current one, and what is done to it.

import {
  computed,
  inject,
  type InjectionKey,
  provide,
  reactive,
  ref,
  shallowReactive,
  shallowRef,
} from 'vue';
import { Refused } from '../api/refused';
import type { Indicator } from '../api/catalogue';
import * as api from '../api/review';
import type { Decision, Proposal, ReviewChange, ReviewItem, ReviewView, Titles } from '../api/review';
import type { Target } from '../api/plans';
import { provideSurroundings } from './form/surroundings';
import { beside, byItem, inOrder, isUndecided } from './model';
import { type Marked } from './paper/marked';
import { refusalWords } from './refusalWords';
import { turns } from './turns';

export interface Rights {
  mayWrite: boolean;
  mayPublish: boolean;
}

/** From where a proposal was chosen: that side does not move. */
export type From = 'paper' | 'card' | 'keys' | 'nowhere';

/** What is being added: words that were marked, or a target of an item whose words are still to be given. */
export interface Adding {
  marked: Marked | null;
  item: string | null;
  guesses: api.Guess[];
}

const KEY: InjectionKey<ReturnType<typeof makeDesk>> = Symbol('desk');

export function provideDesk(view: ReviewView, indicators: Indicator[], rights: () => Rights) {
  const desk = makeDesk(view, indicators, rights);
  provide(KEY, desk);
  provideSurroundings({ items: desk.items, nextOf: (item) => desk.next.get(item), indicators });
  return desk;
}

export function useDesk() {
  const desk = inject(KEY);
  if (!desk) throw new Error('no desk around this part');
  return desk;
}

function makeDesk(first: ReviewView, indicators: Indicator[], rights: () => Rights) {
  const view = shallowRef(first);
  const proposals = shallowReactive(new Map<number, Proposal>());
  const next = shallowReactive(new Map<string, string>());
  const tally = shallowRef(first.tally);
  let etag = first.etag;
  take(first);

  const ordered = computed(() => inOrder(proposals.values(), view.value.sections));
  const groups = computed(() => byItem(ordered.value));
  const waiting = computed(() => byItem(ordered.value.filter(isUndecided)));
  const items = computed(
    () =>
      new Map<string, ReviewItem>(
        view.value.sections.flatMap((section) => section.items.map((item) => [item.item, item])),
      ),
  );

  const current = ref<number | null>(null);
  const shown = shallowRef<{ proposal: number; from: From; focus: boolean } | null>(null);
  const place = shallowRef<{ node: string; item?: string } | null>(null);
  const pane = ref<'paper' | 'draft'>('draft');
  const notice = ref<'' | 'conflict' | 'nothingWaits' | 'markFirst'>('');
  const isPublished = ref(false); // and not changed since
  const open = shallowReactive(new Map<number, 'edit' | 'reject'>());
  const faults = shallowReactive(new Map<number, string>());
  const busy = reactive(new Set<number>());
  const declined = reactive(new Set<number>()); // whose suggested indicator somebody does not want
  const adding = shallowRef<Adding | null>(null);
  const marked = shallowRef<Marked | null>(null); // words that somebody has just marked
  let last: number | null = null; // the one decided last, which a slip of the finger wants back

  /** All of it anew; what is open or current stays, for a form may hold what somebody has typed. */
  function take(fresh: ReviewView): void {
    view.value = fresh;
    etag = fresh.etag;
    tally.value = fresh.tally;
    const numbers = new Set(fresh.proposals.map(({ proposal }) => proposal));
    [...proposals.keys()]
      .filter((number) => !numbers.has(number))
      .forEach((number) => proposals.delete(number));
    fresh.proposals.forEach((one) => proposals.set(one.proposal, one));
    fresh.sections.forEach((section) => section.items.forEach((item) => next.set(item.item, item.next)));
  }

  async function reload(): Promise<void> {
    take(await api.reviewOf(view.value.plan));
  }

  const inTurn = turns(async () => {
    await reload().catch(() => undefined);
    notice.value = 'conflict';
  });

  const send = (act: (plan: string, etag: string) => Promise<ReviewChange>) =>
    inTurn(async () => {
      const change = await act(view.value.plan, etag);
      etag = change.etag;
      tally.value = change.tally;
      change.proposals.forEach((one) => proposals.set(one.proposal, one));
      Object.entries(change.next).forEach(([item, id]) => next.set(item, id));
      isPublished.value = false;
      if (notice.value === 'conflict') notice.value = '';
      return change;
    });

  /** Makes a proposal the current one on both sides. */
  function choose(proposal: number, { from = 'nowhere' as From, focus = false } = {}): void {
    current.value = proposal;
    if (from === 'paper') pane.value = 'draft';
    shown.value = { proposal, from, focus: focus || from === 'paper' };
  }

  function step(by: 1 | -1): void {
    const found = beside(ordered.value, current.value, by);
    if (found) choose(found.proposal, { from: 'keys', focus: true });
    else notice.value = 'nothingWaits';
  }

  /** A section or an item, on the side of the document; with its item's key on the other side too. */
  function showPlace(node: string, item?: string): void {
    if (item === undefined) pane.value = 'paper';
    place.value = { node, item };
  }

  function showWords({ proposal }: Proposal): void {
    pane.value = 'paper';
    current.value = proposal;
    shown.value = { proposal, from: 'card', focus: false };
  }

  const takesSuggestion = (one: Proposal) =>
    one.suggestion !== undefined && !one.target.indicator && !declined.has(one.proposal);

  const acceptance = (one: Proposal, suggested: boolean): Decision => ({
    proposal: one.proposal,
    decision: 'accept',
    ...(suggested && takesSuggestion(one) ? { suggested: true } : {}),
  });

  /** Whether it was kept; what was refused is said at the proposal's card. */
  async function decide(decision: Decision): Promise<boolean> {
    const { proposal } = decision;
    busy.add(proposal);
    faults.delete(proposal);
    try {
      await send((plan, seen) => api.decide(plan, seen, [decision]));
      last = decision.decision === 'reopen' ? null : proposal;
      return true;
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      if (failure.status !== 412) faults.set(proposal, refusalWords(failure));
      return false;
    } finally {
      busy.delete(proposal);
    }
  }

  const accept = (one: Proposal) => decide(acceptance(one, true));
  const reopen = ({ proposal }: Proposal) => decide({ proposal, decision: 'reopen' });
  const reject = ({ proposal }: Proposal, reason?: string) =>
    decide({ proposal, decision: 'reject', ...(reason ? { reason } : {}) });
  const decideMany = (decisions: Decision[]) => send((plan, seen) => api.decide(plan, seen, decisions));
  const edit = ({ proposal }: Proposal, target: Target) =>
    decideMany([{ proposal, decision: 'edit', target }]);

  /** An empty choice beside a suggestion that nobody has taken changes nothing at the server yet. */
  async function map({ proposal, target }: Proposal, indicator: string): Promise<void> {
    if (indicator) declined.delete(proposal);
    else declined.add(proposal);
    if (!indicator && !target.indicator) return;
    await decide({ proposal, decision: 'map', ...(indicator ? { indicator } : {}) });
  }

  async function acceptAndGoOn(one: Proposal): Promise<void> {
    const kept = await accept(one);
    if (kept && current.value === one.proposal && tally.value.undecided > 0) step(1);
  }

  /** After accepting the page has gone on, so that the one meant is the one decided last. */
  function undone(one: Proposal | undefined): Proposal | undefined {
    if (one && one.state !== 'proposed') return one;
    return last === null ? undefined : proposals.get(last);
  }

  function ask(one: Proposal, what: 'edit' | 'reject'): void {
    choose(one.proposal, { from: 'card' });
    pane.value = 'draft';
    open.set(one.proposal, what);
  }

  /** What the words may promise comes a moment later; without an answer the form is simply empty. */
  async function add(marked: Marked | null, item: string | null): Promise<void> {
    if (!marked && !item) {
      notice.value = 'markFirst';
      return;
    }
    pane.value = 'draft';
    const answer = marked && (await api.guessesAt(view.value.plan, marked).catch(() => null));
    adding.value = { marked, item: item ?? answer?.item ?? null, guesses: answer?.targets ?? [] };
  }

  async function mark(place: Marked, target: Target): Promise<void> {
    const change = await send((plan, seen) => api.mark(plan, seen, { ...place, target }));
    adding.value = null;
    const added = change.proposals[0];
    if (added) choose(added.proposal, { from: 'keys', focus: true });
  }

  async function retitle(titles: Titles): Promise<void> {
    await send((plan, seen) => api.retitle(plan, seen, titles));
    await reload();
  }

  return {
    view, proposals, next, tally, ordered, groups, waiting, items, indicators, rights,
    current, shown, place, pane, notice, isPublished, open, faults, busy, declined, adding, marked,
    etag: () => etag,
    choose, step, showPlace, showWords, takesSuggestion, acceptance, decide, decideMany, accept, acceptAndGoOn,
    reopen, reject, edit, map, undone, ask, add, mark, retitle, reload,
  }; // prettier-ignore
}
