import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDistricts } from '../shell/useDistricts';
import { rateWithin } from './within';

const place = (code: string, parent?: string) => ({ code, parent, level: 'district' as const, name: code });
const row = (district: string, due: number, onTime: number) => ({
  district, name: district, due, onTime, late: 0, missing: 0, pending: due - onTime, rate: onTime / due,
}); // prettier-ignore

describe('the rate of a division', () => {
  beforeEach(() => {
    setActivePinia(createPinia());
    useDistricts().all = [
      place('320000'),
      place('320400', '320000'),
      place('320412', '320400'),
      place('320481', '320400'),
      place('320500', '320000'),
    ];
  });
  const districts = [row('320412', 30, 20), row('320481', 10, 10)];
  const months = [{ month: '2022-06', due: '2022-07-05', total: row('', 40, 30), districts }];
  const rate = (scope: string) => rateWithin({ months }, scope, useDistricts().isWithin);

  it('of a city is that of all its districts, never a mean of their rates', () => {
    expect(rate('320400')).toBe(0.75);
    expect(rate('320000')).toBe(0.75);
  });

  it('of a district is its own', () => {
    expect(rate('320481')).toBe(1);
  });

  it('is unknown where nothing is due', () => {
    expect(rate('320500')).toBeUndefined();
  });
});
