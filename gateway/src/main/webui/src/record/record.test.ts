// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { Refused } from '../api/refused';
import { Decimal } from './decimal';
import { encoded, isConflict, isLost, newId } from './record';
import { keptDraft } from './useDraft';

describe('an event on its way', () => {
  it('keeps every digit of its figures and leaves out what is not said', () => {
    const fields = {
      target: '320412-2022.6.1',
      value: new Decimal('999999999999999.123456'),
      note: '含"秋季"',
      part: undefined,
      explanation: '',
      evidence: ['sha256:ab'],
    };
    expect(encoded({ id: 'web-1', type: 'progress.reported', fields })).toBe(
      '{"id":"web-1","type":"progress.reported","target":"320412-2022.6.1","value":999999999999999.123456,' +
        '"note":"含\\"秋季\\"","evidence":["sha256:ab"]}',
    );
  });

  it('has an id of its own that the ledger takes', () => {
    expect(newId()).toMatch(/^[A-Za-z0-9._:-]{1,100}$/);
    expect(newId()).not.toBe(newId());
  });

  it.each([
    [0, true],
    [502, true],
    [503, true],
    [409, false],
    [422, false],
    [401, false],
  ])('that got %s may be in the ledger all the same: %s', (status, lost) => {
    expect(isLost(new Refused(status))).toBe(lost);
  });

  it('that was kept with other content is told from other conflicts', () => {
    const of = (type: string) => new Refused(409, { type: `https://duban.cn/problems/${type}` });
    expect(isConflict(of('event-id-conflict'))).toBe(true);
    expect(isConflict(of('unexpected-position'))).toBe(false);
  });
});

describe('a draft', () => {
  const empty = { id: 'new', value: '', evidence: [] as string[], isSent: false };

  it('comes back as it was typed', () => {
    const kept = { id: 'old', value: '12', evidence: ['a'], isSent: true };
    expect(keptDraft(JSON.stringify(kept), empty)).toEqual(kept);
  });

  it.each([null, '', '{', '[]', '{"value":3,"evidence":"a","isSent":"yes","other":"x"}'])(
    'that makes no sense (%j) is begun anew',
    (kept) => {
      expect(keptDraft(kept, empty)).toEqual(empty);
    },
  );
});
