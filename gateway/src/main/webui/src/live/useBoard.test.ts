import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EventRow, PlanRow, RollupRow, ScopeRow } from '../api/rows';
import { type Snapshot, useBoard } from './useBoard';

const scope = (code: string, targets = 3) =>
  ({
    scope: code,
    name: code,
    year: 2022,
    targets,
    reported: 1,
    unreported: 1,
    lights: { behind: targets },
  }) as ScopeRow;
const event = (seq: number, more: Partial<EventRow> = {}) =>
  ({
    ledger: 'progress/320412', seq, id: `e-${seq}`, type: 'progress.reported', district: '320412',
    recordedAt: `2022-06-30T04:00:0${seq}Z`, voided: false, ...more,
  }) as EventRow; // prettier-ignore
const snapshot = (): Snapshot => ({
  scope: '320400',
  year: 2022,
  today: '2022-06-30',
  freshness: { recordedUpTo: '2022-06-30T04:00:01Z', positions: {}, late: false },
  rollups: [{ scope: '320400', year: 2022, indicator: 'new-seats', reached: 1 } as RollupRow],
  scopes: [scope('320400'), scope('320412')],
  plans: [],
  events: [event(1)],
});

beforeEach(() => setActivePinia(createPinia()));

describe('the board', () => {
  it('shows what changed in a row', () => {
    const board = useBoard();
    board.load(snapshot());
    board.apply({ kind: 'rollup', key: '320400/2022/new-seats', row: { reached: 2 } });

    expect(board.rollups.get('320400/2022/new-seats')?.reached).toBe(2);
  });

  it('drops an indicator that is gone', () => {
    const board = useBoard();
    board.load(snapshot());
    board.apply({ kind: 'rollup', key: '320400/2022/new-seats', row: null });

    expect(board.rollups.size).toBe(0);
  });

  it('keeps a district that no longer has targets, silent', () => {
    const board = useBoard();
    board.load(snapshot());
    board.apply({ kind: 'scope', key: '320412', row: null });

    expect(board.scopes.get('320412')).toMatchObject({ targets: 0, lights: {} });
  });

  it('puts an event first, once, and moves the freshness', () => {
    const board = useBoard();
    board.load(snapshot());
    board.apply({ kind: 'event', key: 'progress/320412/2', row: event(2) });
    board.apply({ kind: 'event', key: 'progress/320412/2', row: event(2) });

    expect(board.events.map(({ seq }) => seq)).toEqual([2, 1]);
    expect(board.freshness.recordedUpTo).toBe('2022-06-30T04:00:02Z');
  });

  it('strikes out what a later event takes back', () => {
    const board = useBoard();
    board.load(snapshot());
    board.apply({ kind: 'event', key: 'x', row: event(2, { type: 'event.voided', refers: 'e-1' }) });

    expect(board.events.map(({ voided }) => voided)).toEqual([false, true]);
  });

  it('knows what a plan ledger has said from a row that a report has moved', () => {
    const board = useBoard();
    const plan = { plan: '320412-2022', revision: 1, state: 'published', reported: 3 };
    board.load({ ...snapshot(), plans: [plan as PlanRow] });
    const told = (row: object | null) => board.isPlanEvent({ kind: 'plan', key: '320412-2022', row });

    expect(told({ ...plan, reported: 4 })).toBe(false);
    expect(told({ ...plan, revision: 2 })).toBe(true);
    expect(told({ ...plan, state: 'closed' })).toBe(true);
    expect(board.isPlanEvent({ kind: 'plan', key: '320481-2022', row: plan })).toBe(true);
  });
});
