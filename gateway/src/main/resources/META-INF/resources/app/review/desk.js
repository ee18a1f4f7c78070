// The reviewer's desk: the document on one side, the draft on the other, and what is done to both.

import { byId, el, say } from '../dom.js';
import { number } from '../numbers.js';
import { t } from '../words.js';
import { call } from './api.js';
import { askBulk } from './bulk.js';
import { Changes } from './changes.js';
import { Comparison } from './comparison.js';
import { Draft } from './draft.js';
import { addTarget, editTarget, rejectTarget } from './editing.js';
import { showHistory } from './history.js';
import { Catalogue } from './indicator.js';
import { Review, isUndecided } from './model.js';
import { Paper } from './paper.js';
import { showPublishing } from './publishing.js';

export class Desk {
  review = null;
  current = null;
  last = null; // the one decided last, which a slip of the finger wants back
  catalogue = new Catalogue();
  declined = new Set(); // proposals whose suggested indicator somebody does not want
  mayWrite = false;
  mayPublish = false;
  isPublished = false; // and not changed since
  #page;

  /** page: tell(words), unlock(), wordsOf(failure), titles() when the plan's title may be another */
  constructor(page) {
    this.#page = page;
    this.paper = new Paper(byId('paper'), (one) => this.choose(one, { from: 'paper' }));
    this.draft = new Draft(this);
    this.comparison = new Comparison(this);
    this.changes = new Changes({
      unlock: () => page.unlock(),
      review: () => this.review,
      changed: (numbers) => this.#changed(numbers),
      conflict: () => this.#conflict(),
    });
  }

  tell = (words) => this.#page.tell(words);
  wordsOf = (failure) => this.#page.wordsOf(failure);
  unlock = () => this.#page.unlock();

  /** plan: as the plans' list shows it; state "closed" lets nobody change anything. */
  open(view, plan, visitor) {
    this.review = new Review(view);
    this.current = null;
    this.last = null;
    this.declined.clear();
    this.mayWrite = visitor.mayWrite && plan.state !== 'closed';
    this.isPublished = plan.state !== 'draft' && !plan.draft;
    this.mayPublish = visitor.mayPublish;
    this.draw();
  }

  /** Everything anew, in the language shown now. */
  draw() {
    this.paper.draw(this.review);
    this.draft.draw(this.review);
    this.#tally();
    if (!byId('comparison').hidden) this.comparison.draw();
    if (this.current !== null) this.choose(this.current, { from: 'nowhere' });
  }

  async reload() {
    const view = await call('GET', `/plans/${this.review.plan}/review`);
    this.review = new Review(view);
    this.draw();
    this.#page.titles();
  }

  /** Makes a proposal the current one on both sides; the side it was chosen on does not move. */
  choose(number, { from = '', focus = false } = {}) {
    this.current = number;
    if (from === 'paper') byId('desk').dataset.pane = 'draft';
    this.paper.show(number, from !== 'paper' && from !== 'nowhere');
    this.draft.show(number, { scroll: from !== 'card' && from !== 'nowhere', focus: focus || from === 'paper' });
  }

  step(by) {
    const next = this.review.beside(this.current, by);
    if (next) this.choose(next.proposal, { focus: true });
    else this.tell(() => [t('nothingWaits')]);
  }

  now() {
    return this.current === null ? null : this.review.byNumber.get(this.current);
  }

  showNode = (path) => {
    byId('desk').dataset.pane = 'paper';
    this.paper.showNode(path);
  };

  /** For narrow pages, which show one side only. */
  showWords = ({ proposal }) => {
    byId('desk').dataset.pane = 'paper';
    this.paper.show(proposal);
  };

  bulk = (item) => askBulk(this, item);
  history = () => showHistory(this);
  edit = (proposal) => editTarget(this, proposal);
  reject = (proposal) => rejectTarget(this, proposal);
  add = (item) => addTarget(this, { item });
  addSelected = () => addTarget(this, { marked: this.paper.selection() });
  accept = (proposal) => this.decide(this.acceptance(proposal, true));
  reopen = (proposal) => this.decide({ proposal: proposal.proposal, decision: 'reopen' });

  acceptance(proposal, suggested) {
    const takes = suggested && proposal.suggestion && !proposal.target.indicator && !this.declined.has(proposal.proposal);
    return { proposal: proposal.proposal, decision: 'accept', ...(takes ? { suggested: true } : {}) };
  }

  /** An empty choice beside a suggestion that nobody has taken changes nothing at the server yet. */
  map = (proposal, indicator) => {
    if (indicator) this.declined.delete(proposal.proposal);
    else this.declined.add(proposal.proposal);
    if (!indicator && !proposal.target.indicator) return this.draft.refresh(this.review, [proposal.proposal]);
    return this.decide({ proposal: proposal.proposal, decision: 'map', ...(indicator ? { indicator } : {}) });
  };

  /** Whether it was kept; what was refused is said at the proposal's card. */
  async decide(decision) {
    const element = this.draft.card(decision.proposal);
    element?.setAttribute('aria-busy', 'true');
    this.refuse(decision.proposal, null);
    try {
      await this.changes.decide([decision]);
      this.last = decision.decision === 'reopen' ? null : decision.proposal;
      return true;
    } catch (failure) {
      const faults = failure.status === 422 ? failure.problem?.errors?.map((one) => one.detail) : null;
      if (!failure.wasCancelled && failure.status !== 412) this.refuse(decision.proposal, faults?.join(' ') || this.wordsOf(failure));
      return false;
    } finally {
      element?.removeAttribute('aria-busy');
    }
  }

  refuse(number, words) {
    this.draft.card(number)?.refuse(words);
  }

  #changed(numbers) {
    this.isPublished = false;
    this.paper.refresh(numbers);
    this.draft.refresh(this.review, numbers);
    if (numbers.includes(this.current)) this.choose(this.current, { from: 'nowhere' });
    this.#tally();
  }

  async #conflict() {
    await this.reload().catch(() => {});
    this.tell(() => [t('notice.conflict')]);
  }

  #tally() {
    const { tally } = this.review;
    const waiting = [...this.review.byNumber.values()].filter(isUndecided).length;
    byId('tally').replaceChildren(
      ...['undecided', 'accepted', 'edited', 'rejected', 'results']
        .filter((one) => one !== 'results' || tally.results)
        .map((one) => el('li', { 'data-tally': one }, el('b', {}, number(tally[one])), ` ${t(`tally.${one}`)}`)),
    );
    const done = this.review.byNumber.size - waiting;
    byId('progress').max = Math.max(1, this.review.byNumber.size);
    byId('progress').value = done;
    say(byId('file'), t('source', { file: this.review.source.file, by: this.review.source.importedBy }));
    const said = Number(/20\d\d/.exec(this.review.head.title ?? '')?.[0]);
    byId('otherYear').hidden = !said || said === this.review.year;
    say(byId('otherYear'), t('otherYear', { said, year: this.review.year }));
    byId('original').href = `/api/v1/plans/${this.review.plan}/review/original`;
    byId('retitle').hidden = !this.mayWrite;
    byId('acceptMany').hidden = !this.mayWrite || waiting === 0;
    showPublishing(this);
  }
}
