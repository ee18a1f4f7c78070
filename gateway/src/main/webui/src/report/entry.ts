// What a clerk fills in for one target, what is wrong with it, and the events it becomes.

import type { TargetReport } from '../api/reports';
import { Decimal, decimalOf } from '../record/decimal';
import { newId, type NewEvent, type Said } from '../record/record';
import type { FieldFault } from '../record/asking';
import { isDay } from '../viewpoint/viewpoint';

export interface KeptFile {
  hash: string;
  name: string;
  size: number;
}

/** As it is typed, so that a draft keeps it as it was. */
export interface Entry {
  /** Of the report and of the void before it: the same over every attempt. */
  id: string;
  voidId: string;
  /** It was sent, and no answer was heard. */
  isSent: boolean;
  how: 'total' | 'added';
  part: string;
  day: string;
  value: string;
  amount: string;
  numerator: string;
  denominator: string;
  project: string;
  milestone: string;
  stage: string;
  percent: string;
  text: string;
  note: string;
  explanation: string;
  reason: string;
  evidence: KeptFile[];
}

export type EntryField = Exclude<keyof Entry, 'id' | 'voidId' | 'isSent' | 'how'>;
export type Faults = Partial<Record<EntryField, FieldFault>>;
export type Form = Pick<TargetReport, 'target' | 'item' | 'kind' | 'promised' | 'parts' | 'definition'>;

export const emptyEntry = (day: string): Entry => ({
  id: newId(), voidId: newId(), isSent: false, how: 'total', part: '', day, value: '', amount: '', numerator: '', denominator: '',
  project: '', milestone: '', stage: '', percent: '', text: '', note: '', explanation: '', reason: '', evidence: [],
}); // prettier-ignore

const LONGEST: Partial<Record<EntryField, number>> = {
  note: 2000, explanation: 2000, text: 4000, stage: 40, project: 200, reason: 1000,
}; // prettier-ignore

/** Which figures are asked for. */
export function figuresOf(form: Form, entry: Entry): EntryField[] {
  switch (form.kind) {
    case 'quantity':
    case 'money':
      return [entry.how === 'added' ? 'amount' : 'value'];
    case 'frequency':
      return ['amount'];
    case 'ratio':
    case 'coverage':
      return ['numerator', 'denominator'];
    case 'deadline':
      return ['value'];
    case 'project':
    case 'narrative':
      return [];
  }
}

/** A project must be named where there are several; where all are known it must be one of them. */
export const asksProject = (form: Form): boolean =>
  form.kind === 'project' && ((form.definition.projects?.length ?? 0) > 0 || (form.promised ?? 1) > 1);

/** What is wrong, field by field, before anything is sent. */
export function faultsIn(entry: Entry, form: Form, today: string, isCorrection: boolean): Faults {
  const faults: Faults = {};
  const say = (field: EntryField, word: string, n?: number) => (faults[field] ??= { word, n });
  for (const field of figuresOf(form, entry)) {
    const figure = decimalOf(entry[field] as string);
    if (!(figure instanceof Decimal)) say(field, `record.fault.${figure}`);
  }
  shareFaults(entry, form, say);
  if (form.kind === 'deadline' && !['0', '1'].includes(entry.value))
    faults.value = { word: 'report.fault.choose' };
  if (form.kind === 'project' && !entry.milestone) say('milestone', 'report.fault.choose');
  if (asksProject(form) && !entry.project.trim()) say('project', 'report.fault.choose');
  if (form.kind === 'narrative') wordFaults(entry, say);
  if (!isDay(entry.day)) say('day', 'record.fault.day');
  else if (entry.day > today) say('day', 'report.fault.future');
  if (isCorrection && !entry.reason.trim()) say('reason', 'record.fault.needed');
  for (const [field, most] of Object.entries(LONGEST) as [EntryField, number][])
    if ((entry[field] as string).trim().length > most) say(field, 'record.fault.long', most);
  return faults;
}

type Say = (field: EntryField, word: string, n?: number) => void;

function shareFaults(entry: Entry, form: Form, say: Say): void {
  if (form.kind !== 'ratio' && form.kind !== 'coverage') return;
  const [numerator, denominator] = [decimalOf(entry.numerator), decimalOf(entry.denominator)];
  if (!(denominator instanceof Decimal)) return;
  if (denominator.roughly === 0) say('denominator', 'report.fault.zero');
  else if (numerator instanceof Decimal && isAbove(numerator, denominator))
    say('numerator', 'report.fault.above');
}

/** Compared digit by digit, for large figures differ in digits that a binary number does not hold. */
function isAbove(one: Decimal, other: Decimal): boolean {
  const scaled = ({ digits }: Decimal) => {
    const [whole = '', decimals = ''] = digits.split('.');
    return BigInt(whole + decimals.padEnd(6, '0'));
  };
  return scaled(one) > scaled(other);
}

function wordFaults(entry: Entry, say: Say): void {
  if (![entry.stage, entry.percent, entry.text].some((typed) => typed.trim()))
    say('text', 'report.fault.words');
  if (!entry.percent.trim()) return;
  const percent = decimalOf(entry.percent);
  if (!(percent instanceof Decimal)) say('percent', `record.fault.${percent}`);
  else if (percent.roughly > 100) say('percent', 'record.fault.hundred');
}

/** The event, or the void and the right one that are kept together. */
export function eventsOf(entry: Entry, form: Form, corrects?: string): NewEvent[] {
  const report = eventOf(entry, form);
  if (!corrects) return [report];
  const reason = entry.reason.trim();
  return [{ id: entry.voidId, type: 'event.voided', fields: { event: corrects, reason } }, report];
}

function eventOf(entry: Entry, form: Form): NewEvent {
  const figure = (typed: string): Said => {
    const read = decimalOf(typed);
    return read instanceof Decimal ? read : undefined;
  };
  const word = (typed: string) => typed.trim() || undefined;
  const evidence = entry.evidence.length ? entry.evidence.map(({ hash }) => hash) : undefined;
  const { id, day } = entry;
  const common = { target: form.target, note: word(entry.note), evidence };
  const written = { ...common, part: word(entry.part), explanation: word(entry.explanation) };
  const added = (): NewEvent => ({
    id, type: 'progress.added', fields: { ...written, on: day, amount: figure(entry.amount) },
  }); // prettier-ignore
  const reported = (fields: Record<string, Said>): NewEvent => ({
    id, type: 'progress.reported', fields: { ...written, asOf: day, ...fields },
  }); // prettier-ignore
  switch (form.kind) {
    case 'quantity':
    case 'money':
      return entry.how === 'added' ? added() : reported({ value: figure(entry.value) });
    case 'frequency':
      return added();
    case 'ratio':
    case 'coverage':
      return reported({ numerator: figure(entry.numerator), denominator: figure(entry.denominator) });
    case 'deadline':
      return reported({ value: figure(entry.value), part: undefined });
    case 'project': {
      const project = asksProject(form) ? word(entry.project) : undefined;
      return {
        id,
        type: 'milestone.reached',
        fields: { ...common, on: day, project, milestone: entry.milestone },
      };
    }
    case 'narrative': {
      const said = { stage: word(entry.stage), percent: figure(entry.percent), text: word(entry.text) };
      return { id, type: 'item.noted', fields: { item: form.item, on: day, ...said, evidence } };
    }
  }
}

const FIELDS: Record<string, EntryField> = { asOf: 'day', on: 'day', event: 'reason', type: 'value' };

/** The field that a pointer of a refusal means: `/1/asOf` of a correction is the day. */
export function fieldAt(pointer: string, isCorrection: boolean, form: Form): EntryField | undefined {
  const path = pointer.split('/').slice(isCorrection ? 2 : 1);
  const name = path[0] ?? '';
  const field = FIELDS[name] ?? (name in emptyEntry('') ? (name as EntryField) : undefined);
  return field === 'value' && form.kind !== 'deadline' && form.kind !== 'quantity' && form.kind !== 'money'
    ? undefined
    : field;
}
