import { describe, expect, it } from 'vitest';
import { Refused } from '../api/refused';
import type { CatalogueIndicator, Place, Programme } from './catalogue';
import { faultsOf, indicatorFaults, percentOf, placeFaults, programmeFaults, shareOf } from './rules';
import { standingOn, treeOf } from './tree';

const place = (code: string, from: string, more: Partial<Place> = {}): Place => ({
  code, from, level: 'district', name: code, nameEn: code, parent: '320400', ...more,
}); // prettier-ignore
const city = place('320400', '2016-01-01', { level: 'city', parent: '320000' });
const places = [
  place('320412', '2016-01-01'),
  city,
  place('320402', '2016-01-01'),
  place('320404', '2016-01-01'),
  place('320404', '2023-01-01', { parent: '320402', ended: true, into: ['320402'] }),
  place('320490', '2024-01-01'),
];

describe('the tree', () => {
  const codes = (day: string) => treeOf(places, day).standing.map((node) => [node.place.code, node.depth]);

  it('stands as it stood on the day', () => {
    expect(codes('2022-06-30')).toEqual([
      ['320400', 0],
      ['320402', 1],
      ['320404', 1],
      ['320412', 1],
    ]);
    expect(codes('2023-01-01').map(([code]) => code)).toEqual(['320400', '320402', '320412']);
  });

  it('keeps what ended and says what is to come', () => {
    expect(treeOf(places, '2023-05-01').ended.map((node) => node.place.into)).toEqual([['320402']]);
    const node = treeOf(places, '2022-06-30').standing.find((one) => one.place.code === '320404');
    expect(node?.coming.map(({ from }) => from)).toEqual(['2023-01-01']);
    expect(treeOf(places, '2022-06-30').coming.map((one) => one.place.code)).toEqual(['320490']);
    expect(treeOf(places, '2024-01-01').coming).toEqual([]);
  });

  it('knows where a division was before', () => {
    const moved = [...places, place('320412', '2023-01-01', { name: 'new' })];
    const node = treeOf(moved, '2023-01-01').standing.find((one) => one.place.code === '320412');
    expect(node?.before?.name).toBe('320412');
  });

  it('has no division before its first day', () => {
    expect(standingOn(places, '2015-12-31')).toEqual([]);
  });
});

describe('an entry', () => {
  const indicator: CatalogueIndicator = {
    key: 'a-b',
    name: '名',
    nameEn: 'name',
    unit: '个',
    aggregation: 'sum',
  };

  it('is sound', () => {
    expect(indicatorFaults(indicator, ['other'])).toEqual({});
  });

  it.each([
    [{ key: 'A b' }, 'key'],
    [{ key: 'other' }, 'key'],
    [{ name: ' ' }, 'name'],
    [{ nameEn: '' }, 'nameEn'],
    [{ aggregation: 'ratio' }, 'unit'],
    [{ tolerance: 1 }, 'tolerance'],
    [{ tolerance: NaN }, 'tolerance'],
  ])('with %j is wrong at %s', (more, field) => {
    expect(Object.keys(indicatorFaults({ ...indicator, ...more }, ['other']))).toEqual([field]);
  });

  const programme: Programme = { key: 'p', name: '名', from: 2021, to: 2023, indicator: 'i', promised: 5 };

  it.each([
    [{ from: 20, to: 30 }, 'from'],
    [{ to: 2020 }, 'to'],
    [{ to: 2041 }, 'to'],
    [{ promised: 0 }, 'promised'],
    [{ indicator: undefined }, 'promised'],
  ])('of several years with %j is wrong at %s', (more, field) => {
    expect(Object.keys(programmeFaults({ ...programme, ...more }, []))).toEqual([field]);
    expect(programmeFaults(programme, [])).toEqual({});
  });

  it.each([
    [{ code: '32041' }, true, 'code'],
    [{ code: '320412' }, true, 'code'],
    [{ parent: undefined }, false, 'parent'],
    [{ ended: true, into: [] }, false, 'into'],
    [{ from: '' }, false, 'from'],
  ])('of the tree with %j is wrong at its field', (more, isNew, field) => {
    expect(
      Object.keys(placeFaults({ ...place('320490', '2024-01-01'), ...more }, isNew, ['320412'])),
    ).toEqual([field]);
  });

  it('takes the server’s faults to their fields', () => {
    const errors = [
      { pointer: '/into/0', detail: 'x' },
      { pointer: '/name', detail: 'y' },
    ];
    expect(faultsOf(new Refused(400, { errors }))).toEqual({ into: 'x', name: 'y' });
    expect(faultsOf(new Error('no'))).toEqual({});
  });

  it('says a tolerance in per cent without dust', () => {
    expect([shareOf(7), shareOf('2.5'), shareOf(''), shareOf(undefined)]).toEqual([
      0.07,
      0.025,
      undefined,
      undefined,
    ]);
    expect([percentOf(0.07), percentOf(0.29), percentOf(undefined)]).toEqual([7, 29, '']);
  });
});
