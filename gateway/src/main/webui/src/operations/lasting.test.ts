import { beforeEach, describe, expect, it } from 'vitest';
import { splitter } from '../api/lines';
import { i18n } from '../words';
import { lasting, remaining } from './lasting';
import { addressOf } from './verifying';

describe('times', () => {
  beforeEach(() => (i18n.global.locale.value = 'en'));

  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [61, '1 min 1 s'],
    [3_600, '1 h'],
    [90_061, '1 d 1 h'],
  ])('%d s are %s', (seconds, words) => expect(lasting(seconds)).toBe(words));

  it('that remain go by the pace so far', () => {
    expect(remaining(25, 100, 10)).toBe(30);
    expect(remaining(0, 100, 10)).toBeNull();
    expect(remaining(5, 0, 10)).toBeNull();
    expect(remaining(100, 100, 10)).toBe(0);
  });
});

it('lines are put together again wherever they were cut', () => {
  const split = splitter();
  expect(split('{"a":1}\n{"b"')).toEqual(['{"a":1}']);
  expect(split(':2}\n\n')).toEqual(['{"b":2}']);
  expect(split('{"c":3}')).toEqual([]);
  expect(split('\n')).toEqual(['{"c":3}']);
});

it('each kind of ledger is verified at its owner', () => {
  expect(addressOf('plans/catalogue')).toBe('/ledgers/plans/catalogue/verify');
  expect(addressOf('progress/320412')).toBe('/districts/320412/ledger/verify');
  expect(addressOf('projections')).toBe('/projection/verify');
});
