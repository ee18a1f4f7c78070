import { describe, expect, it } from 'vitest';
import type { RollupRow } from '../api/rows';
import { inOrder, linesOfRows, matches } from './lines';
import { placesOf } from './tiles';

const row = (indicator: string, more: Partial<RollupRow> = {}) =>
  ({
    scope: '320400',
    year: 2022,
    indicator,
    name: indicator,
    unit: '个',
    share: 0.5,
    pace: 0.5,
    ...more,
  }) as RollupRow;

describe('the indicators', () => {
  const rows = [
    row('b', { light: 'on-track' }),
    row('a', { light: 'overdue' }),
    row('c', { light: 'behind', share: 0.1 }),
    row('d', { light: 'behind', share: 0.3 }),
    row('a', { scope: '320412', share: 0.2 }),
  ];
  const lines = linesOfRows(rows, '320400');

  it('stand beside their districts', () => {
    expect(lines.map(({ indicator }) => indicator)).toEqual(['b', 'a', 'c', 'd']);
    expect(lines[1]?.parts.get('320412')?.share).toBe(0.2);
  });

  it('begin with the most urgent, of one light the one furthest behind its pace', () => {
    expect(inOrder(lines, 'concern')).toEqual(['a', 'c', 'd', 'b']);
  });

  it('keep their places while figures move, and what is new comes last', () => {
    expect(inOrder(lines, 'concern', ['b', 'gone', 'd', 'a'])).toEqual(['b', 'd', 'a', 'c']);
  });

  it('are found by name, English name or key, and by light', () => {
    const line = linesOfRows(
      [row('new-seats', { name: '新增学位', nameEn: 'School places', light: 'behind' })],
      '320400',
    )[0];
    expect(line && ['学位', 'PLACES', 'new-'].every((words) => matches(line, words, null))).toBe(true);
    expect(line && matches(line, '', 'overdue')).toBe(false);
  });
});

describe('the tiles', () => {
  it('stand in their directions where all are known', () => {
    expect(placesOf(['320411', '320412'])?.get('320412')).toMatchObject({ row: 3, column: 2 });
  });

  it('stand in a row where one is not', () => {
    expect(placesOf(['320411', '320506'])).toBeNull();
    expect(placesOf([])).toBeNull();
  });

  it('never share a place', () => {
    const places = placesOf(['320411', '320413', '320404', '320402', '320481', '320412']);
    const cells = [...(places?.values() ?? [])].flatMap(({ row, column, width = 1 }) =>
      Array.from({ length: width }, (_, n) => `${row}/${column + n}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });
});
