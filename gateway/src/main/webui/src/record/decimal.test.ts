import { describe, expect, it } from 'vitest';
import { Decimal, decimalOf, roughly } from './decimal';

describe('a figure as it is typed', () => {
  it.each([
    ['3200', '3200'],
    [' 3,200 ', '3200'],
    ['116 000 000', '116000000'],
    ['３２００．５', '3200.5'],
    ['12.50', '12.5'],
    ['0012', '12'],
    ['0', '0'],
    ['0.000001', '0.000001'],
    // One that a binary number would change.
    ['999999999999999.123456', '999999999999999.123456'],
  ])('%s is %s', (typed, digits) => {
    expect(decimalOf(typed)).toEqual(new Decimal(digits));
  });

  it.each([
    ['', 'none'],
    ['   ', 'none'],
    ['-3', 'negative'],
    ['12.a', 'malformed'],
    ['1,5', 'malformed'],
    ['1,0000', 'malformed'],
    ['1e3', 'malformed'],
    ['.5', 'malformed'],
    ['1.2.3', 'malformed'],
    ['三十', 'malformed'],
    ['1234567890123456', 'tooLarge'],
    ['1.1234567', 'tooFine'],
  ])('%j is none: %s', (typed, fault) => {
    expect(decimalOf(typed)).toBe(fault);
    expect(roughly(typed)).toBeUndefined();
  });
});
