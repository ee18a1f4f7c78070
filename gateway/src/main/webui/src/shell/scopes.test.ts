import { describe, expect, it } from 'vitest';
import type { District } from '../api/catalogue';
import { choicesOf, covers, districtOf, homeOf, pathOf, scopeFor } from './scopes';

const division = (code: string, parent?: string) => ({ code, parent, name: code }) as District;
const TREE = [
  division('320000'),
  division('320400', '320000'),
  division('320481', '320400'),
  division('320412', '320400'),
  division('320500', '320000'),
  division('320506', '320500'),
];
const offered = (...codes: string[]) => choicesOf(codes, TREE).map(({ code, depth }) => `${depth} ${code}`);

describe('a right', () => {
  it.each([
    ['320412', '320412', true],
    ['320412', '320481', false],
    ['320412', '320400', false],
    ['320400', '320412', true],
    ['320400', '320506', false],
    ['320000', '320506', true],
  ])('over %s reaches %s: %s', (holder, code, reaches) => {
    expect(covers(holder, code)).toBe(reaches);
  });
});

describe('the choice of scopes', () => {
  it('is every district that the token names', () => {
    expect(offered('320481', '320412')).toEqual(['0 320412', '0 320481']);
  });

  it('is a city and what lies in it', () => {
    expect(offered('320400')).toEqual(['0 320400', '1 320412', '1 320481']);
  });

  it('is a province, its cities and what lies in them', () => {
    expect(offered('320000')).toEqual([
      '0 320000',
      '1 320400',
      '2 320412',
      '2 320481',
      '1 320500',
      '2 320506',
    ]);
  });

  it('names what two rights reach once', () => {
    expect(offered('320412', '320400', '320412')).toEqual(['0 320400', '1 320412', '1 320481']);
  });

  it('is the rights alone while the tree is not there', () => {
    expect(choicesOf(['320412', '320481'], []).map(({ code }) => code)).toEqual(['320412', '320481']);
  });

  it('begins with the first right, of a province with its first city', () => {
    expect([homeOf(['320481', '320412'], TREE), homeOf(['320000'], TREE), homeOf([], TREE)]).toEqual([
      '320412',
      '320400',
      '',
    ]);
  });
});

describe('the scope of a page', () => {
  const both = ['320412', '320481'];

  it.each([
    ['/', '320412'],
    ['/problems', '320412'],
    ['/district/320412', '320412'],
    ['/district/320481', '320481'],
    ['/plan/320481-2022', '320481'],
    ['/target/320481-2022.6.1', '320481'],
    ['/district/320506', '320412'],
  ])('%s, with two districts of which the first was chosen, is %s', (path, scope) => {
    expect(scopeFor('320412', path, both)).toBe(scope);
  });

  it('stays the city on the pages of its districts', () => {
    expect(scopeFor('320400', '/target/320481-2022.6.1', ['320400'])).toBe('320400');
  });

  it('knows the district of a page by its address', () => {
    expect([districtOf('/target/320481-2022.6.1'), districtOf('/indicator/new-seats')]).toEqual([
      '320481',
      undefined,
    ]);
  });

  it.each([
    ['320481', '/district/320412', '/district/320481'],
    ['320481', '/target/320412-2022.6.1', '/district/320481'],
    ['320481', '/problems', '/problems'],
    ['320481', '/indicator/new-seats', '/indicator/new-seats'],
    ['320400', '/district/320412', '/'],
  ])('%s, chosen on %s, is looked at on %s', (scope, from, to) => {
    expect(pathOf(scope, from)).toBe(to);
  });
});
