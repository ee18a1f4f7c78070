// The chain of a ledger, recomputed: docs/ledger.md says how. It needs no word of the server but what
// the ledger itself says, so it proves what it proves to whoever looks at the page.

/** An event as it came, with its figures kept as they were written. */
export interface Link {
  seq: number;
  id: string;
  fullType: string;
  recordedAt: string;
  body: unknown;
  bodyDigest: string;
  hash: string;
}

export interface Page {
  events: Link[];
  next?: number;
}

const FIGURE = '\u0000'; // no text of a ledger holds it
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?/g;

/** Reads a page without letting its figures pass through binary floating point. */
export function parsePage(text: string): Page {
  const kept = text.replace(TOKEN, (token) => (token.startsWith('"') ? token : `"\\u0000${token}"`));
  const page = JSON.parse(kept) as { events: (Omit<Link, 'seq'> & { seq: string })[]; next?: string };
  const events = page.events.map((event) => ({ ...event, seq: Number(event.seq.slice(1)) }));
  return { events, next: page.next === undefined ? undefined : Number(page.next.slice(1)) };
}

/** RFC 8785, but figures as plain decimals: with no zero that says nothing. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
  }
  if (typeof value === 'string' && value.startsWith(FIGURE)) return plain(value.slice(1));
  return JSON.stringify(value);
}

function plain(figure: string): string {
  const short = figure.includes('.') ? figure.replace(/0+$/, '').replace(/\.$/, '') : figure;
  return short === '-0' ? '0' : short;
}

/** The hash that an event must have after the one before it, and whether its body was erased. */
export async function hashOf(
  previous: Uint8Array<ArrayBuffer>,
  event: Link,
): Promise<{ hash: Uint8Array<ArrayBuffer>; isErased: boolean }> {
  const isErased = event.body === null;
  const digest = isErased
    ? fromHex(event.bodyDigest)
    : await sha256(new TextEncoder().encode(canonical(event.body)));
  const parts = [
    previous,
    number(event.seq, 8),
    ...[event.id, event.fullType].flatMap((text) => {
      const bytes = new TextEncoder().encode(text);
      return [number(bytes.length, 4), bytes];
    }),
    number(Date.parse(event.recordedAt), 8),
    digest,
  ];
  return { hash: await sha256(joined(parts)), isErased };
}

export const START = new Uint8Array(32);

export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

function number(value: number, size: 4 | 8): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(size));
  if (size === 8) view.setBigInt64(0, BigInt(value));
  else view.setInt32(0, value);
  return new Uint8Array(view.buffer);
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
