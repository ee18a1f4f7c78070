// The live stream. It is read with fetch and not with EventSource, which tells neither why it was
// refused nor that only heartbeats are coming.

import { Refused, refusal } from '../api/refused';
import { Blocks } from './blocks';

/** What the page may say of its connection. */
export type Link =
  'connecting' | 'live' | 'reconnecting' | 'waiting' | 'stale' | 'offline' | 'paused' | 'closed';

export interface Listener {
  event(name: string, data: unknown): void;
  link(word: Link, seconds?: number): void;
  failed(): void;
  refused(failure: Refused): void;
}

const SILENT = 25_000; // the server speaks every 15 s; later than this the figures may be old
const LOST = 45_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

export class Stream {
  #abort: AbortController | null = null;
  #run = 0;
  #lastId: string | null = null;
  #wake: (() => void) | null = null;

  constructor(private readonly listener: Listener) {}

  open(url: string): void {
    this.close();
    this.#lastId = null;
    void this.#keep(url, ++this.#run);
  }

  close(): void {
    this.#run++;
    this.#abort?.abort();
    this.#wake?.();
  }

  /** Goes on where it was left: the server sends what was missed. */
  resume(url: string): void {
    this.close();
    void this.#keep(url, ++this.#run);
  }

  /** Ends a wait, because there is reason to think that it would work now. */
  hurry(): void {
    this.#wake?.();
  }

  async #keep(url: string, run: number): Promise<void> {
    let wait = FIRST_WAIT;
    for (let first = true; run === this.#run; first = false) {
      this.listener.link(first ? 'connecting' : 'reconnecting');
      let asked = 0;
      try {
        await this.#read(url, run, () => (wait = FIRST_WAIT));
      } catch (failure) {
        if (run !== this.#run) return;
        if (failure instanceof Refused && failure.isFinal) {
          this.listener.link('closed');
          this.listener.refused(failure);
          return;
        }
        asked = failure instanceof Refused ? failure.retryAfterMillis : 0;
        this.listener.failed();
      }
      if (run !== this.#run) return;
      await this.#pause(Math.max(asked, wait * (0.75 + Math.random() / 2)), run);
      wait = Math.min(LONGEST_WAIT, wait * 2);
    }
  }

  async #read(url: string, run: number, heard: () => void): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    const silence = this.#watch(abort);
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream' };
      if (this.#lastId !== null) headers['Last-Event-ID'] = this.#lastId;
      const response = await fetch(url, { headers, signal: abort.signal, cache: 'no-store' });
      if (!response.ok || !response.body) throw await refusal(response);
      this.listener.link('live');
      await this.#drain(response.body, run, () => {
        silence.broken();
        heard();
      });
    } finally {
      silence.over();
      abort.abort();
    }
  }

  async #drain(body: ReadableStream<BufferSource>, run: number, heard: () => void): Promise<void> {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    const blocks = new Blocks();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (run !== this.#run) return;
      heard();
      for (const block of blocks.take(piece.value)) {
        if (block.id !== undefined) this.#lastId = block.id;
        if (block.data !== undefined) this.listener.event(block.event, JSON.parse(block.data));
      }
    }
  }

  #watch(abort: AbortController): { broken(): void; over(): void } {
    let last = Date.now();
    let stale = false;
    const timer = setInterval(() => {
      const silent = Date.now() - last;
      if (silent > LOST) abort.abort();
      else if (silent > SILENT && !stale) {
        stale = true;
        this.listener.link('stale');
      }
    }, 1_000);
    return {
      broken: () => {
        last = Date.now();
        if (stale) this.listener.link('live');
        stale = false;
      },
      over: () => clearInterval(timer),
    };
  }

  async #pause(millis: number, run: number): Promise<void> {
    const until = Date.now() + millis;
    let woken = false;
    while (!woken && run === this.#run && Date.now() < until) {
      const left = until - Date.now();
      this.listener.link(navigator.onLine ? 'waiting' : 'offline', Math.ceil(left / 1000));
      woken = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), Math.min(1_000, left));
        this.#wake = () => {
          clearTimeout(timer);
          resolve(true);
        };
      });
    }
    this.#wake = null;
  }
}
