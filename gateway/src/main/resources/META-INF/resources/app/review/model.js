// A review as the server last told it, in the order in which people go through it.

export const LOW = 0.7;

export class Review {
  constructor(view) {
    Object.assign(this, view);
    this.items = new Map();
    for (const section of this.sections) {
      for (const item of section.items) this.items.set(item.item, { ...item, section });
    }
    this.byNumber = new Map(this.proposals.map((one) => [one.proposal, one]));
    this.#arrange();
  }

  /** Takes in what a change has done; tells the numbers of the proposals that are other than before. */
  apply({ etag, tally, proposals, next }) {
    Object.assign(this, { etag, tally });
    proposals.forEach((one) => this.byNumber.set(one.proposal, one));
    Object.entries(next).forEach(([key, id]) => {
      if (this.items.has(key)) this.items.get(key).next = id;
    });
    this.#arrange();
    return proposals.map((one) => one.proposal);
  }

  of(item) {
    return this.ordered.filter((one) => one.item === item);
  }

  /** The nearest undecided one after a proposal, or before it; goes round at the ends. */
  beside(number, step) {
    const waiting = this.ordered.filter(isUndecided);
    if (!waiting.length) return null;
    const place = (one) => this.ordered.indexOf(one);
    const here = this.ordered.findIndex((one) => one.proposal === number);
    if (step > 0) return waiting.find((one) => place(one) > here) ?? waiting[0];
    return waiting.findLast((one) => place(one) < here) ?? waiting.at(-1);
  }

  #arrange() {
    const order = new Map([...this.items.keys()].map((key, at) => [key, at]));
    const rank = (one) => order.get(one.item) ?? order.size;
    this.ordered = [...this.byNumber.values()].sort(
      (a, b) => rank(a) - rank(b) || a.span.start - b.span.start || a.proposal - b.proposal,
    );
  }
}

export const isUndecided = (one) => one.role === 'target' && one.state === 'proposed';

/** proposed, accepted, edited, rejected; or result, which waits for nobody. */
export const standOf = (one) => (one.role === 'result' && one.state === 'proposed' ? 'result' : one.state);

export const isLow = (one) => isUndecided(one) && one.confidence < LOW;
