import { describe, expect, it } from 'vitest';
import { actOf, pageOf, secondsOf, SLIDES, slidesOf, turned } from './rotation';

describe('the rotation', () => {
  it.each([
    ['30', 30],
    ['1', 5],
    ['999999', 3_600],
    ['', 20],
    ['soon', 20],
    [undefined, 20],
    [['3', '4'], 20],
  ])('takes ?seconds=%j as %i', (asked, seconds) => {
    expect(secondsOf(asked)).toBe(seconds);
  });

  it.each([
    ['2', ['indicators']],
    ['3,1', ['districts', 'supervision']],
    ['9', SLIDES],
    ['', SLIDES],
    [undefined, SLIDES],
  ])('takes ?slides=%j as %j', (asked, slides) => {
    expect(slidesOf(asked)).toEqual(slides);
  });

  it('goes round both ways', () => {
    expect([turned(3, 1, 4), turned(0, -1, 4), turned(1, 1, 4)]).toEqual([0, 3, 2]);
  });

  it('shows a long list a page at a time, and then from its beginning', () => {
    const rows = Array.from({ length: 10 }, (_, n) => n);
    expect(pageOf(rows, 0, 4)).toEqual({ from: 0, rows: [0, 1, 2, 3] });
    expect(pageOf(rows, 2, 4)).toEqual({ from: 8, rows: [8, 9] });
    expect(pageOf(rows, 3, 4).from).toBe(0);
    expect(pageOf([], 5, 4)).toEqual({ from: 0, rows: [] });
  });
});

describe('the keys', () => {
  const key = (name: string, more = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...more,
  });

  it('pause, turn, fill the screen and leave', () => {
    expect([' ', 'ArrowLeft', 'ArrowRight', 'f', 'F', 'Escape'].map((name) => actOf(key(name)))).toEqual([
      'pause',
      'back',
      'on',
      'full',
      'full',
      'leave',
    ]);
  });

  it('leave the browser what is the browser’s', () => {
    expect(actOf(key('f', { ctrlKey: true }))).toBeNull();
    expect(actOf(key('ArrowLeft', { altKey: true }))).toBeNull();
    expect(actOf(key('x'))).toBeNull();
  });
});
