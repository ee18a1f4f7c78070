// What a dialog asks for before a fact is recorded.

import { isDay } from '../viewpoint/viewpoint';
import { Decimal, decimalOf } from './decimal';
import type { Said } from './record';

export type FieldName = 'text' | 'reason' | 'due' | 'severity' | 'problem' | 'score' | 'grade';

export interface AskedField {
  name: FieldName;
  isNeeded?: boolean;
  /** What stands in it to begin with. */
  start?: string;
  /** A day that it must not lie before. */
  earliest?: string;
  /** What is usually said here. */
  usual?: string[];
}

export interface Asked {
  type: string;
  district: string;
  /** What it is about, in words. */
  about: string;
  /** Names the draft: one for each thing that can be done to each thing. */
  key: string;
  fields: AskedField[];
  /** What the event says besides. */
  said: Record<string, Said>;
  /** One of these must be given. */
  oneOf?: FieldName[];
  isDanger?: boolean;
}

/** Word and figures of what is wrong with a field. */
export interface FieldFault {
  word: string;
  n?: number;
}

const LONGEST: Record<FieldName, number> = {
  text: 4000, reason: 1000, due: 10, severity: 40, problem: 100, score: 30, grade: 40,
}; // prettier-ignore

export const kindOf = (name: FieldName): 'words' | 'day' | 'figure' | 'line' =>
  name === 'text' || name === 'reason'
    ? 'words'
    : name === 'due'
      ? 'day'
      : name === 'score'
        ? 'figure'
        : 'line';

/** What is wrong with what was typed, by field. */
export function faultsOf(
  asked: Asked,
  typed: Record<string, string>,
  longest?: number,
): Record<string, FieldFault> {
  const faults: Record<string, FieldFault> = {};
  for (const { name, isNeeded, earliest } of asked.fields) {
    const text = (typed[name] ?? '').trim();
    const most = longest ?? (asked.type === 'report.explained' ? 2000 : LONGEST[name]);
    if (!text) {
      if (isNeeded) faults[name] = { word: 'record.fault.needed' };
    } else if (text.length > most) faults[name] = { word: 'record.fault.long', n: most };
    else if (kindOf(name) === 'day' && !isDay(text)) faults[name] = { word: 'record.fault.day' };
    else if (earliest && text < earliest) faults[name] = { word: 'record.fault.past' };
    else if (name === 'problem' && !/^[A-Za-z0-9._:-]+$/.test(text))
      faults[name] = { word: 'record.fault.key' };
    else if (kindOf(name) === 'figure') {
      const figure = decimalOf(text);
      if (!(figure instanceof Decimal)) faults[name] = { word: `record.fault.${figure}` };
      else if (figure.roughly > 100) faults[name] = { word: 'record.fault.hundred' };
    }
  }
  const [first] = asked.oneOf ?? [];
  if (first && asked.oneOf?.every((name) => !(typed[name] ?? '').trim()))
    faults[first] = { word: 'record.fault.oneOf' };
  return faults;
}

/** What the event says, with what was typed. */
export function saidBy(asked: Asked, typed: Record<string, string>): Record<string, Said> {
  const given = asked.fields.map(({ name }): [string, Said] => {
    const text = (typed[name] ?? '').trim();
    const figure = kindOf(name) === 'figure' ? decimalOf(text) : text;
    return [name, figure instanceof Decimal ? figure : text || undefined];
  });
  return { ...asked.said, ...Object.fromEntries(given) };
}
