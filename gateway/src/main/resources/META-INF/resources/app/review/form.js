// The form for one target, with every field that a target has; what is wrong is said at its field.

import { el, say } from '../dom.js';
import { named, t } from '../words.js';

const KINDS = ['quantity', 'ratio', 'coverage', 'project', 'deadline', 'frequency', 'money', 'narrative'];
const OPERATORS = ['>=', '<=', '=', 'about', 'range'];
const MILESTONES = ['planned', 'started', 'topped-out', 'completed', 'in-use'];
const PERIODS = ['week', 'month', 'quarter', 'term', 'year'];

// [field, control, whether it is seldom needed]
const FIELDS = [
  ['title', 'text'],
  ['kind', KINDS],
  ['operator', ['', ...OPERATORS]],
  ['value', 'number'],
  ['unit', 'text'],
  ['due', 'date'],
  ['low', 'number', true],
  ['high', 'number', true],
  ['strict', 'check', true],
  ['titleEn', 'text', true],
  ['scope', 'text', true],
  ['start', 'date', true],
  ['baseline', 'number', true],
  ['denominator', 'number', true],
  ['stated.value', 'number', true],
  ['stated.unit', 'text', true],
  ['measure', ['', 'flow', 'stock'], true],
  ['period', ['', ...PERIODS], true],
  ['finalMilestone', ['', ...MILESTONES], true],
  ['projects', 'lines', true],
  ['projectsComplete', 'check', true],
  ['pace', 'pace', true],
];

let forms = 0;

/**
 * A form with a target's fields. items: the plan's, from which the target's own is chosen;
 * before: what else stands above; save(target) throws Refused; gone() is told at the end.
 */
export function targetForm({ target, items, catalogue, suggested, before = null, saveWord, save, gone }) {
  const id = `form${++forms}`;
  const fields = new Map();
  const fault = el('p', { class: 'fault', role: 'alert' });
  const submit = el('button', { type: 'submit', class: 'primary' }, saveWord);
  const add = ([name, kind]) => {
    const field = fieldOf(`${id}-${name.replace('.', '-')}`, name, kind, target);
    fields.set(name, field);
    return field.element;
  };
  const own = target.id ? target.id.slice(target.id.indexOf('.') + 1, target.id.lastIndexOf('.')) : '';
  const item = field(`${id}-id`, t('field.id'), itemList(`${id}-id`, items, own));
  const indicator = field(
    `${id}-indicator`,
    t('indicator'),
    catalogue.list({ id: `${id}-indicator`, chosen: target.indicator, suggested, ofUnit: target.unit }),
  );
  fields.set('id', item).set('indicator', indicator);
  const more = el(
    'details',
    { open: FIELDS.some(([name, , seldom]) => seldom && at(target, name) != null) },
    el('summary', {}, t('moreFields')),
    el('div', { class: 'grid' }, ...FIELDS.filter(([, , seldom]) => seldom).map(add)),
  );
  const form = el(
    'form',
    { class: 'targetform', novalidate: true },
    before,
    el('div', { class: 'grid' }, ...FIELDS.filter(([, , seldom]) => !seldom).map(add), item.element, indicator.element),
    more,
    fault,
    el('div', { class: 'acts' }, submit, el('button', { type: 'button', on: { click: () => gone() } }, t('cancel'))),
  );
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    gone();
  });
  form.read = () => {
    const read = { ...target, id: idOf(items, item.control.value, own, target.id), indicator: indicator.control.value || undefined };
    for (const [name] of FIELDS) put(read, name, fields.get(name).value());
    // A figure that a person corrected is no longer the one that was scaled.
    if (!same(read.value, target.value) && same(read.stated, target.stated)) delete read.stated;
    if (read.stated && (read.stated.value === undefined || !read.stated.unit)) delete read.stated;
    return read;
  };
  form.refuse = (problem, prefix) => sayFaults({ problem, prefix, fields, fault, more });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    submit.disabled = true;
    sayFaults({ problem: null, fields, fault, more });
    try {
      await save(form.read(), form);
    } finally {
      submit.disabled = false;
    }
  });
  form.begin = () => fields.get('title').control.focus();
  return form;
}

function fieldOf(id, name, kind, target) {
  const value = at(target, name);
  const label = t(`field.${name.replace('.', '-')}`);
  if (kind === 'check') {
    const control = el('input', { id, type: 'checkbox' });
    control.checked = value === true;
    return { ...field(id, label, control, 'check'), value: () => (control.checked ? true : value === undefined ? undefined : false) };
  }
  if (Array.isArray(kind)) {
    const control = el('select', { id }, ...kind.map((key) => el('option', { value: key }, key ? named(name, key) : t('notGiven'))));
    control.value = value ?? '';
    return { ...field(id, label, control), value: () => control.value || undefined };
  }
  if (kind === 'lines' || kind === 'pace') {
    const lines = kind === 'pace' ? value?.map((one) => `${one.on} ${one.share}`) : value;
    const control = el('textarea', { id, rows: Math.min(6, Math.max(2, lines?.length ?? 2)) });
    control.value = (lines ?? []).join('\n');
    const parse = kind === 'pace' ? paceOf : (line) => line;
    return {
      ...field(id, label, control, 'wide'),
      value: () => {
        const read = control.value.split('\n').map((line) => line.trim()).filter(Boolean).map(parse);
        return read.length ? read : undefined;
      },
    };
  }
  const control = el('input', { id, type: kind === 'date' ? 'date' : 'text', inputmode: kind === 'number' ? 'decimal' : null, autocomplete: 'off' });
  control.value = value ?? '';
  return {
    ...field(id, label, control, name.startsWith('title') ? 'wide' : ''),
    value: () => (kind === 'number' ? figure(control.value) : control.value.trim() || undefined),
  };
}

function field(id, label, control, kind = '') {
  const fault = el('span', { id: `${id}-fault`, class: 'fault' });
  const element = el('div', { class: `field ${kind}` }, el('label', { for: id }, label), control, fault);
  const refuse = (words) => {
    say(fault, words ?? '');
    if (words) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
    control.setAttribute('aria-describedby', fault.id);
  };
  return { element, control, refuse };
}

function itemList(id, items, own) {
  const options = [...items.values()].map((item) => el('option', { value: item.item }, [item.no ?? item.item, item.title].join(' ')));
  if (!items.has(own)) options.unshift(el('option', { value: '' }, t('chooseItem')));
  const select = el('select', { id }, ...options);
  select.value = items.has(own) ? own : '';
  return select;
}

/** In its own item a target keeps its id, in another it gets that one's next. */
const idOf = (items, item, own, id) => (item === own && id ? id : items.get(item)?.next ?? id);

/** What is no figure goes to the server as it is, which says so at the field. */
function figure(text) {
  const plain = text.trim().replace(/[,，\s]/g, '');
  if (!plain) return undefined;
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return plain;
  return JSON.rawJSON ? JSON.rawJSON(plain.replace(/^(-?)0+(?=\d)/, '$1')) : Number(plain);
}

function paceOf(line) {
  const [on, share] = line.split(/\s+/);
  return { on, share: figure(share ?? '') ?? null };
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const at = (target, name) => name.split('.').reduce((part, key) => part?.[key], target);

function put(target, name, value) {
  const [outer, inner] = name.split('.');
  if (!inner) target[outer] = value;
  else target[outer] = { ...target[outer], [inner]: value };
}

/** Faults whose pointer names a field go there, the others below the form. */
function sayFaults({ problem, prefix = '', fields, fault, more }) {
  fields.forEach((one) => one.refuse(null));
  const rest = [];
  let first = null;
  for (const { pointer, detail } of problem?.errors ?? []) {
    const path = pointer.startsWith(prefix) ? pointer.slice(prefix.length).split('/').slice(1) : [];
    const found = fields.get(path.slice(0, 2).join('.')) ?? fields.get(path[0]);
    found?.refuse(detail);
    if (found && more.contains(found.control)) more.open = true;
    if (!found) rest.push(detail);
    first ??= found;
  }
  if (problem && !rest.length && !first) rest.push(problem.detail);
  say(fault, rest.join(' '));
  first?.control.focus();
}
