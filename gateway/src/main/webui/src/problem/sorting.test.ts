import { describe, expect, it } from 'vitest';
import type { Problem } from '../api/problems';
import { sorted } from './sorting';

const problem = (id: string, state: Problem['state'], due: string, more: Partial<Problem> = {}) =>
  ({
    problem: id,
    state,
    due,
    district: '320412',
    text: '管线返工',
    itemTitle: '学位',
    overdue: false,
    steps: [],
    ...more,
  }) as unknown as Problem;
const nothing = { words: '', district: '', onlyOverdue: false };

describe('the board', () => {
  const all = [
    problem('b', 'open', '2022-08-31'),
    problem('a', 'open', '2022-07-31', { overdue: true, district: '320481' }),
    problem('c', 'closed', '2022-05-01', { steps: [{ recordedAt: '2022-05-02' }] as Problem['steps'] }),
    problem('d', 'closed', '2022-04-01', { steps: [{ recordedAt: '2022-06-02' }] as Problem['steps'] }),
  ];
  const ids = (wanted: Partial<typeof nothing>) => {
    const { open, closed } = sorted(all, { ...nothing, ...wanted });
    return [...open, ...closed].map((one) => one.problem);
  };

  it('puts what is due first first, and what was closed last', () => {
    expect(ids({})).toEqual(['a', 'b', 'd', 'c']);
  });

  it('keeps to a district, to what is overdue, to words', () => {
    expect(ids({ district: '320481' })).toEqual(['a']);
    expect(ids({ onlyOverdue: true })).toEqual(['a']);
    expect(ids({ words: '学位' })).toHaveLength(4);
    expect(ids({ words: '没有' })).toEqual([]);
  });
});
