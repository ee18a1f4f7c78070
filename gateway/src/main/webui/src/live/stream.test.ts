// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Refused } from '../api/refused';
import { type Link, Stream } from './stream';

const told: { events: unknown[]; links: Link[]; failures: number; refused: Refused[] } = {
  events: [],
  links: [],
  failures: 0,
  refused: [],
};
const asked: (Headers | Record<string, string>)[] = [];

function answering(...answers: (() => Response)[]): void {
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    asked.push(init.headers as Record<string, string>);
    const answer = answers.shift();
    if (!answer) return new Promise(() => undefined);
    return answer();
  });
}

const speaking = (text: string) => () => new Response(text, { status: 200 });

function open(): Stream {
  const stream = new Stream({
    event: (name, data) => told.events.push([name, data]),
    link: (word) => told.links.push(word),
    failed: () => told.failures++,
    refused: (failure) => told.refused.push(failure),
  });
  stream.open('/api/v1/live');
  return stream;
}

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(told, { events: [], links: [], failures: 0, refused: [] });
  asked.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the stream', () => {
  it('takes up where it was cut off', async () => {
    answering(speaking('id:41\nevent:change\ndata:{"key":"a"}\n\nid:42\n\n'));
    const stream = open();
    await vi.advanceTimersByTimeAsync(3_000);

    expect(told.events).toEqual([['change', { key: 'a' }]]);
    expect(asked[0]).not.toHaveProperty('Last-Event-ID');
    expect(asked[1]).toHaveProperty('Last-Event-ID', '42');
    expect(told.links.slice(0, 2)).toEqual(['connecting', 'live']);
    stream.close();
  });

  it('does not ask again after a refusal that only a person can mend', async () => {
    answering(() => new Response('{"status":403}', { status: 403 }));
    open();
    await vi.advanceTimersByTimeAsync(120_000);

    expect(asked).toHaveLength(1);
    expect(told.refused[0]?.status).toBe(403);
    expect(told.links.at(-1)).toBe('closed');
  });

  it('waits as long as the server asks it to', async () => {
    answering(() => new Response('{}', { status: 503, headers: { 'Retry-After': '20' } }));
    const stream = open();
    await vi.advanceTimersByTimeAsync(19_000);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toHaveLength(2);
    expect(told.failures).toBe(1);
    stream.close();
  });

  it('hurries when there is reason to', async () => {
    answering(() => new Response('{}', { status: 503, headers: { 'Retry-After': '600' } }));
    const stream = open();
    await vi.advanceTimersByTimeAsync(100);
    stream.hurry();
    await vi.advanceTimersByTimeAsync(100);

    expect(asked).toHaveLength(2);
    stream.close();
  });
});
