// The live stream. It is read with fetch and not with EventSource, which tells neither why it was
// refused nor that only heartbeats are coming.

const SILENT = 25_000; // the server speaks every 15 s; later than this the figures may be old
const LOST = 45_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** The server's refusal. */
export class Refused extends Error {
  constructor(status, problem, retryAfter) {
    super(problem?.detail ?? `HTTP ${status}`);
    Object.assign(this, { status, problem, retryAfter });
  }

  /** Trying again changes nothing until the person does something. */
  get isFinal() {
    return this.status >= 400 && this.status < 500 && this.status !== 408 && this.status !== 429;
  }
}

export async function refusal(response) {
  const problem = await response.json().catch(() => null);
  return new Refused(response.status, problem, Number(response.headers.get('Retry-After')) * 1000 || 0);
}

export class Stream {
  #handlers;
  #abort = null;
  #running = 0;
  #lastId = null;
  #wake = null;

  /** handlers: event(name, data), state(word, values), failed(error), refused(Refused) */
  constructor(handlers) {
    this.#handlers = handlers;
  }

  open(url) {
    this.close();
    this.#lastId = null;
    this.#run(url, ++this.#running);
  }

  close() {
    this.#running++;
    this.#abort?.abort();
    this.#wake?.();
  }

  /** Lets go of the connection but not of the place in the stream. */
  resume(url) {
    this.close();
    this.#run(url, ++this.#running);
  }

  /** Ends a wait, because there is reason to think that it would work now. */
  hurry() {
    this.#wake?.();
  }

  async #run(url, run) {
    let wait = FIRST_WAIT;
    for (let first = true; run === this.#running; first = false) {
      this.#handlers.state(first ? 'connecting' : 'reconnecting');
      let asked = 0;
      try {
        await this.#read(url, run, () => { wait = FIRST_WAIT; });
      } catch (failure) {
        if (run !== this.#running) return;
        if (failure instanceof Refused && failure.isFinal) {
          this.#handlers.state('closed');
          this.#handlers.refused(failure);
          return;
        }
        asked = failure.retryAfter ?? 0;
        this.#handlers.failed(failure);
      }
      if (run !== this.#running) return;
      await this.#pause(Math.max(asked, wait * (0.75 + Math.random() / 2)), run);
      wait = Math.min(LONGEST_WAIT, wait * 2);
    }
  }

  async #read(url, run, heard) {
    const abort = new AbortController();
    this.#abort = abort;
    const silence = this.#watch(abort);
    try {
      const headers = { Accept: 'text/event-stream' };
      if (this.#lastId != null) headers['Last-Event-ID'] = this.#lastId;
      const response = await fetch(url, { headers, signal: abort.signal, cache: 'no-store' });
      if (!response.ok) throw await refusal(response);
      this.#handlers.state('live');
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = '';
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        if (run !== this.#running) return;
        silence.broken();
        heard();
        const blocks = (rest + piece.value).split(/\r?\n\r?\n/);
        rest = blocks.pop();
        blocks.forEach((block) => this.#take(block));
      }
    } finally {
      silence.over();
      abort.abort();
    }
  }

  #take(block) {
    let name = 'message';
    const data = [];
    for (const line of block.split(/\r?\n/)) {
      const colon = line.indexOf(':');
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
      if (field === 'event') name = value;
      else if (field === 'data') data.push(value);
      else if (field === 'id') this.#lastId = value;
    }
    if (data.length) this.#handlers.event(name, JSON.parse(data.join('\n')));
  }

  #watch(abort) {
    let last = Date.now();
    let stale = false;
    const timer = setInterval(() => {
      const silent = Date.now() - last;
      if (silent > LOST) abort.abort();
      else if (silent > SILENT && !stale) {
        stale = true;
        this.#handlers.state('stale');
      }
    }, 1_000);
    return {
      broken: () => {
        last = Date.now();
        if (stale) this.#handlers.state('live');
        stale = false;
      },
      over: () => clearInterval(timer),
    };
  }

  async #pause(millis, run) {
    const until = Date.now() + millis;
    let woken = false;
    while (!woken && run === this.#running && Date.now() < until) {
      const left = Math.ceil((until - Date.now()) / 1000);
      this.#handlers.state(navigator.onLine ? 'waiting' : 'offline', { seconds: left });
      woken = await new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), Math.min(1_000, until - Date.now()));
        this.#wake = () => { clearTimeout(timer); resolve(true); };
      });
    }
    this.#wake = null;
  }
}
