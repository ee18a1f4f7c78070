// The fields of a target's form: what is typed of each, and what that makes of the target.

import type { ProblemDocument } from '../../api/refused';
import type { Target } from '../../api/plans';

export type Control = 'text' | 'number' | 'date' | 'check' | 'lines' | 'pace' | readonly string[];

export interface Field {
  name: string;
  control: Control;
  /** Behind "more fields", since few targets have it. */
  isSeldom: boolean;
}

const field = (name: string, control: Control, isSeldom = false): Field => ({ name, control, isSeldom });

export const FIELDS: readonly Field[] = [
  field('title', 'text'),
  field('kind', [
    'quantity', 'ratio', 'coverage', 'project', 'deadline', 'frequency', 'money', 'narrative',
  ]),
  field('operator', ['', '>=', '<=', '=', 'about', 'range']),
  field('value', 'number'),
  field('unit', 'text'),
  field('due', 'date'),
  field('low', 'number', true),
  field('high', 'number', true),
  field('strict', 'check', true),
  field('titleEn', 'text', true),
  field('scope', 'text', true),
  field('start', 'date', true),
  field('baseline', 'number', true),
  field('denominator', 'number', true),
  field('stated.value', 'number', true),
  field('stated.unit', 'text', true),
  field('measure', ['', 'flow', 'stock'], true),
  field('period', ['', 'week', 'month', 'quarter', 'term', 'year'], true),
  field('finalMilestone', ['', 'planned', 'started', 'topped-out', 'completed', 'in-use'], true),
  field('projects', 'lines', true),
  field('projectsComplete', 'check', true),
  field('pace', 'pace', true),
]; // prettier-ignore

export type Typed = Record<string, string | boolean>;

const at = (target: Target, name: string): unknown =>
  name
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], target);

/** Whether a target says something that only the seldom fields show. */
export const hasSeldom = (target: Target): boolean =>
  FIELDS.some(({ name, isSeldom }) => isSeldom && at(target, name) !== undefined);

export function typedOf(target: Target): Typed {
  const entries = FIELDS.map(({ name, control }) => [name, typed(at(target, name), control)] as const);
  return Object.fromEntries(entries);
}

function typed(value: unknown, control: Control): string | boolean {
  if (control === 'check') return value === true;
  if (value === undefined) return '';
  if (control === 'lines') return (value as string[]).join('\n');
  if (control === 'pace')
    return (value as { on: string; share: number }[]).map(({ on, share }) => `${on} ${share}`).join('\n');
  return String(value);
}

/** The target with what was typed; what the form does not show stays as it is. */
export function targetOf(before: Target, fields: Typed): Target {
  const target: Target = { ...before };
  for (const { name, control } of FIELDS) {
    const [outer = '', inner] = name.split('.');
    const value = valueOf(fields[name] ?? '', control, at(before, name));
    target[outer] = inner ? { ...(target[outer] as object | undefined), [inner]: value } : value;
  }
  // A figure that a person corrected is no longer the one that was scaled.
  if (!same(target.value, before.value) && same(target.stated, before.stated)) delete target.stated;
  if (target.stated?.value === undefined || !target.stated.unit) delete target.stated;
  return target;
}

function valueOf(words: string | boolean, control: Control, before: unknown): unknown {
  if (typeof words === 'boolean') return words || (before === undefined ? undefined : false);
  if (control === 'number') return figure(words);
  if (control === 'lines') return linesOf(words, (line) => line);
  if (control === 'pace') return linesOf(words, paceOf);
  return words.trim() || undefined;
}

function linesOf<T>(words: string, read: (line: string) => T): T[] | undefined {
  const lines = words.split('\n').map((line) => line.trim());
  const said = lines.filter(Boolean).map(read);
  return said.length ? said : undefined;
}

function paceOf(line: string) {
  const [on, share = ''] = line.split(/\s+/);
  return { on, share: figure(share) ?? null };
}

/** Newer browsers can send a figure as it was typed, whatever its length. */
const raw = (JSON as unknown as { rawJSON?: (text: string) => unknown }).rawJSON;

/** What is no figure goes to the server as it is, which says so at the field. */
export function figure(words: string): unknown {
  const plain = words.trim().replace(/[,，\s]/g, '');
  if (!plain) return undefined;
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return plain;
  return raw ? raw(plain.replace(/^(-?)0+(?=\d)/, '$1')) : Number(plain);
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** In its own item a target keeps its id, in another it gets that one's next. */
export const itemOf = (id: string | undefined): string =>
  id ? id.slice(id.indexOf('.') + 1, id.lastIndexOf('.')) : '';

/** Faults whose pointer names a field go there, the others below the form. */
export function faultsAt(
  problem: ProblemDocument,
  prefix: string,
): { fields: Record<string, string>; rest: string[] } {
  const known = new Set([...FIELDS.map(({ name }) => name), 'id', 'indicator']);
  const fields: Record<string, string> = {};
  const rest: string[] = [];
  for (const { pointer, detail } of problem.errors ?? []) {
    const path = pointer.startsWith(prefix) ? pointer.slice(prefix.length).split('/').slice(1) : [];
    const name = [path.slice(0, 2).join('.'), path[0] ?? ''].find((one) => known.has(one));
    if (name) fields[name] = fields[name] ? `${fields[name]} ${detail}` : detail;
    else rest.push(detail);
  }
  if (!problem.errors?.length && problem.detail) rest.push(problem.detail);
  return { fields, rest: [...new Set(rest)] };
}
