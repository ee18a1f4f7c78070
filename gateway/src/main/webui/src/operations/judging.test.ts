import { describe, expect, it } from 'vitest';
import { findings, lateLedgers, openLetters, placesOf } from './judging';
import type { Letter, Letters, Look, Operations, Said } from './reading';

const process = {
  service: 's',
  version: '1',
  startedAt: '',
  uptimeSeconds: 1,
  heapBytes: 1,
  heapMostBytes: 2,
};
const kafka = { answers: true, brokers: 1 };
const owner = (topic: string): Operations => ({
  process,
  databaseAnswers: true,
  kafka,
  relay: { topic, unsent: 0, ledgers: [] },
  held: [],
});
const well = (): Look => ({
  at: 0,
  services: {
    gateway: { data: { process } },
    plans: { data: owner('duban.plans') },
    progress: { data: owner('duban.progress') },
    reporting: { data: { process, databaseAnswers: true, kafka, serving: true, intake: [] } },
  },
  plans: { data: [{ ledger: 'plans/320412', seq: 2, hash: 'a' }] },
  progress: { data: [{ ledger: 'progress/320412', seq: 9, hash: 'b' }] },
  positions: { data: { 'plans/320412': 2, 'progress/320412': 9 } },
  rebuild: { data: null },
});
const letter = (state: Letter['state']): Letter => ({
  letter: 't-0-1',
  topic: 't',
  partition: 0,
  offset: 1,
  at: '',
  state,
  chars: 1,
  redriven: [],
});
const box = (...letters: Letter[]): Letters => ({
  progress: { data: { letters, older: false } },
  reporting: { data: { letters: [], older: false } },
});
const away = { status: 502, why: 'no answer' };
const said = <T>(one: Said<T>): T => {
  if (!('data' in one)) throw new Error('away');
  return one.data;
};
const words = (look: Look, before: Look | null = null, letters: Letters | null = null) =>
  findings(look, before, letters).map(({ word }) => word);

describe('what is found', () => {
  it('is nothing while all is well', () => {
    expect(words(well(), well(), box(letter('passed'), letter('redriven')))).toEqual([]);
  });

  it.each(['plans', 'progress', 'reporting'] as const)('names %s when it does not answer', (name) => {
    const look = well();
    look.services[name] = away;
    expect(words(look)).toEqual([`silent.${name}`]);
    expect(findings(look, null, null)[0]?.why).toBe('no answer');
  });

  it('blames the gateway alone when it is what does not answer', () => {
    const look = well();
    for (const name of ['gateway', 'plans', 'progress', 'reporting'] as const)
      look.services[name] = { status: 0, why: '' };
    expect(words(look)).toEqual(['silent.gateway']);
  });

  it('says once that Kafka is away, and nothing of what follows from it', () => {
    const look = well();
    for (const name of ['plans', 'progress', 'reporting'] as const)
      said(look.services[name]).kafka = { answers: false, brokers: 0, why: 'timed out' };
    said(look.services.plans).relay = {
      topic: 'duban.plans',
      unsent: 3,
      ledgers: [],
      trouble: { since: '', why: '' },
    };
    expect(words(look)).toEqual(['kafka']);
    said(look.services.plans).kafka = kafka;
    expect(words(look)).toEqual(['kafkaForSome']);
  });

  it('takes no offence at what is merely under way', () => {
    const look = well();
    said(look.services.progress).relay = { topic: 'duban.progress', unsent: 40, ledgers: [] };
    look.progress = { data: [{ ledger: 'progress/320412', seq: 49, hash: 'c' }] };
    expect(words(look, well())).toEqual([]);
  });

  it('tells of what was there at the look before and is in no report yet', () => {
    const before = well();
    before.progress = { data: [{ ledger: 'progress/320412', seq: 12, hash: 'c' }] };
    expect(lateLedgers(well(), before)).toEqual({ ledgers: ['progress/320412'], events: 3 });
    expect(words(well(), before)).toEqual(['late']);
  });

  it('tells why the intake is stuck rather than that it is late', () => {
    const before = well();
    before.progress = { data: [{ ledger: 'progress/320412', seq: 12, hash: 'c' }] };
    const look = well();
    said(look.services.reporting).intake = [
      { topic: 'duban.progress', trouble: { since: '2026-01-01T00:00:00Z', why: 'no owner' } },
    ];
    expect(words(look, before)).toEqual(['intake']);
  });

  it('has hints after troubles', () => {
    const look = well();
    said(look.services.plans).process = { ...process, version: '2' };
    said(look.services.progress).held = [{ ledger: 'plans/320412', since: '', why: '' }];
    expect(words(look, null, box(letter('open')))).toEqual(['held', 'letters', 'versions']);
  });

  it('knows how the last rebuild ended', () => {
    const look = well();
    const ended = { no: 1, version: 2, done: 9, of: 9, eventsPerSecond: 1, beganAt: '', endedAt: '' };
    look.rebuild = { data: { ...ended, phase: 'failed', failure: 'disk full' } };
    expect(words(look)).toEqual(['rebuildFailed']);
    look.rebuild = { data: { ...ended, phase: 'done', identical: false, different: ['target'] } };
    expect(words(look)).toEqual(['different']);
    look.rebuild = { data: { ...ended, phase: 'done', identical: true } };
    expect(words(look)).toEqual([]);
  });
});

describe('places', () => {
  it('say how far each ledger has come', () => {
    const look = well();
    said(look.services.progress).relay = {
      topic: 'duban.progress',
      unsent: 2,
      ledgers: [{ ledger: 'progress/320412', seq: 9, sent: 7 }],
    };
    look.positions = { data: { 'plans/320412': 2 } };
    expect(placesOf(look).map(({ ledger, seq, sent, applied }) => [ledger, seq, sent, applied])).toEqual([
      ['plans/320412', 2, 2, 2],
      ['progress/320412', 9, 7, 0],
    ]);
  });

  it('leave open what nobody could say', () => {
    const look = well();
    look.services.plans = away;
    look.positions = away;
    expect(placesOf(look)[0]).toMatchObject({ sent: null, applied: null });
  });
});

it('only open letters want something', () => {
  expect(openLetters(box(letter('open'), letter('passed'), letter('redriven')))).toHaveLength(1);
});
