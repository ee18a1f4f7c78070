// How long something has lasted or will last, and how much memory it takes, in words.

import { number } from '../parts/figures';
import { language } from '../words';

const PARTS: [number, string, string][] = [
  [86_400, '天', 'd'],
  [3_600, '小时', 'h'],
  [60, '分', 'min'],
  [1, '秒', 's'],
];

/** The two largest parts: nobody wants the seconds of a week. */
export function lasting(seconds: number): string {
  let left = Math.max(0, Math.round(seconds));
  const first = PARTS.findIndex(([size]) => left >= size);
  if (first < 0) return language() === 'en' ? '0 s' : '0 秒';
  const said: string[] = [];
  for (const [size, zh, en] of PARTS.slice(first, first + 2)) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count) said.push(`${count} ${language() === 'en' ? en : zh}`);
  }
  return said.join(' ');
}

/** Seconds until the end at the pace so far; null while that says nothing. */
export function remaining(done: number, of: number, elapsedSeconds: number): number | null {
  if (done <= 0 || of <= 0 || elapsedSeconds < 1) return null;
  return Math.max(0, ((of - done) / done) * elapsedSeconds);
}

export const megabytes = (bytes: number): string => `${number(bytes / 1_048_576, 0)} MB`;
