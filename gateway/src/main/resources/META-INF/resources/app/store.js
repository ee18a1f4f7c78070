// What the page knows: a snapshot, kept up to date by changes. No word of how it is shown.

const EVENTS_KEPT = 40;

/** From what needs attention most to what needs none. */
export const LIGHTS = ['overdue', 'behind', 'at-risk', 'on-track', 'not-due', 'achieved'];

export class Store {
  scope = '';
  year = 0;
  today = null;
  freshness = {};
  rollups = new Map();
  scopes = new Map();
  events = [];
  isLoaded = false;

  load(snapshot) {
    Object.assign(this, { scope: snapshot.scope, year: snapshot.year, today: snapshot.today, freshness: snapshot.freshness ?? {} });
    this.rollups = new Map((snapshot.rollups ?? []).map((row) => [`${row.scope}/${row.year}/${row.indicator}`, row]));
    this.scopes = new Map((snapshot.scopes ?? []).map((row) => [row.scope, row]));
    this.events = (snapshot.events ?? []).slice(0, EVENTS_KEPT);
    this.isLoaded = true;
  }

  /** Takes one change in; a row of null is gone. Kinds that the page does not show are passed over. */
  apply({ kind, key, row }) {
    if (kind === 'rollup') put(this.rollups, key, row);
    else if (kind === 'scope') this.#putScope(key, row);
    else if (kind === 'event' && row) this.#addEvent(row);
  }

  /** The indicators of the scope itself. */
  whole() {
    return [...this.rollups.values()].filter((row) => row.scope === this.scope);
  }

  /** The same indicator in the divisions below. */
  parts(indicator) {
    return [...this.rollups.values()]
      .filter((row) => row.indicator === indicator && row.scope !== this.scope)
      .sort((a, b) => a.scope.localeCompare(b.scope));
  }

  own() {
    return this.scopes.get(this.scope);
  }

  #putScope(key, row) {
    // A division without targets stays on the page: it is told to be silent.
    const known = this.scopes.get(key);
    if (row) this.scopes.set(key, row);
    else if (known) this.scopes.set(key, { ...known, targets: 0, reported: 0, unreported: 0, lights: {}, light: null });
  }

  #addEvent(row) {
    this.events = [row, ...this.events.filter((one) => one.ledger !== row.ledger || one.seq !== row.seq)].slice(0, EVENTS_KEPT);
    if (row.refers) {
      this.events = this.events.map((one) => (one.ledger === row.ledger && one.id === row.refers && row.type === 'event.voided' ? { ...one, voided: true } : one));
    }
    const upTo = this.freshness.recordedUpTo;
    if (!upTo || row.recordedAt > upTo) this.freshness = { ...this.freshness, recordedUpTo: row.recordedAt };
  }
}

function put(map, key, row) {
  if (row) map.set(key, row);
  else map.delete(key);
}
