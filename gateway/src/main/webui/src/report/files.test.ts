import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from '../api/ledger';
import { fileFault, sizeOf } from './evidence';
import { fromReport, sureDigits } from './prefill';
import { countsOf, rowsOf, sheetFault } from './sheet';

describe('a file of evidence', () => {
  it.each([
    ['a.PDF', 10, 0, null],
    ['现场.jpeg', 20 * 1024 * 1024, 0, null],
    ['现场.jpeg', 20 * 1024 * 1024 + 1, 0, 'large'],
    ['a.pdf', 0, 0, 'empty'],
    ['a.exe', 10, 0, 'kind'],
    ['a.docm', 10, 0, 'kind'],
    ['pdf', 10, 0, 'kind'],
    ['a.pdf', 10, 20, 'many'],
  ])('%s of %d bytes beside %d others: %s', (name, size, already, fault) => {
    expect(fileFault({ name, size }, already)).toBe(fault);
  });

  it('has a size that people read', () => {
    expect([sizeOf(26), sizeOf(2048), sizeOf(3 * 1024 * 1024)]).toEqual(['26 B', '2 kB', '3.0 MB']);
  });
});

describe('a table', () => {
  it.each([
    ['a.xlsx', 5 * 1024 * 1024, null],
    ['a.xlsx', 5 * 1024 * 1024 + 1, 'large'],
    ['a.csv', 6 * 1024 * 1024, null],
    ['a.xls', 10, 'kind'],
    ['a.csv', 0, 'empty'],
  ])('%s of %d bytes: %s', (name, size, fault) => {
    expect(sheetFault({ name, size })).toBe(fault);
  });

  it('is answered row by row; a line that is cut off tells nothing', () => {
    const rows = rowsOf(
      '{"line":3,"status":"appended","seq":8}\n\n{"line":5,"status":"rejected"}\n{"line":6,"sta',
    );
    expect(countsOf(rows)).toEqual({ appended: 1, duplicate: 0, rejected: 1 });
  });
});

describe('a correction', () => {
  it('begins with what was said', () => {
    const body = {
      target: 't',
      on: '2022-06-01',
      amount: 5.5,
      note: '误',
      evidence: ['sha256:ab', '文号 3'],
    };
    expect(fromReport({ type: 'progress.added', body } as unknown as LedgerEvent)).toMatchObject({
      how: 'added',
      day: '2022-06-01',
      amount: '5.5',
      value: '',
      note: '误',
      evidence: [{ hash: 'sha256:ab' }, { hash: '文号 3', name: '文号 3' }],
    });
  });

  it('of a record that was erased begins with nothing', () => {
    expect(fromReport({ type: 'progress.added', body: null } as unknown as LedgerEvent)).toEqual({});
  });

  it('repeats no figure that reading it may have changed', () => {
    expect([sureDigits(3200), sureDigits(0.1), sureDigits(1e21), sureDigits(999999999999999.1), sureDigits('5')]).toEqual([
      '3200', '0.1', '', '', '',
    ]); // prettier-ignore
  });
});
