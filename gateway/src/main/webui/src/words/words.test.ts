import { describe, expect, it } from 'vitest';
import { i18n } from '.';

const { zh, en } = i18n.global.messages.value as unknown as Record<'zh' | 'en', Tree>;

type Tree = { [key: string]: string | Tree };
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
const holes = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the two languages', () => {
  const english = new Map(leaves(en));

  it.each(leaves(zh))('say %s with the same figures in it', (path, words) => {
    expect(holes(english.get(path) ?? '')).toEqual(holes(words));
    expect(english.get(path)).not.toBe('');
  });

  it('have no word of the other in them', () => {
    expect(leaves(en).filter(([, words]) => /[\u4e00-\u9fff]/.test(words))).toEqual([]);
  });

  it('use no sign that the library would take for its own', () => {
    expect([...leaves(zh), ...leaves(en)].filter(([, words]) => /[|@]/.test(words))).toEqual([]);
  });
});
