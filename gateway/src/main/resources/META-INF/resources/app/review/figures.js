// What a target promises, in few words.

import { day, number } from '../numbers.js';
import { named, t, unit } from '../words.js';

const SIGNS = { '>=': ['≥', '>'], '<=': ['≤', '<'], about: ['≈', '≈'] };

/** A figure is checked here, so it is never rounded. */
export const exact = (value) => number(value, 6);

const withUnit = (figure, word) => {
  const name = unit(word?.replace(/\/.*/, '')); // 次/月: the period is said beside it
  return name === '%' ? `${figure}%` : name ? `${figure} ${name}` : figure;
};

export function figureOf(target) {
  const figure = bare(target);
  if (!figure) return '';
  const stated = target.stated ? ` ${t('stated', { words: `${exact(target.stated.value)}${target.stated.unit}` })}` : '';
  const said = target.period ? t('each', { period: named('period', target.period), figure }) : figure;
  return said + stated;
}

function bare(target) {
  if (target.low != null || target.high != null) {
    return withUnit(`${exact(target.low ?? 0)}–${target.high == null ? '' : exact(target.high)}`, target.unit);
  }
  if (target.value == null) return '';
  const sign = SIGNS[target.operator]?.[target.strict ? 1 : 0];
  const figure = withUnit(exact(target.value), target.unit);
  return sign ? `${sign} ${figure}` : figure;
}

/** Kind, due day, whom it is about, and what else is not usual. */
export function factsOf(target) {
  return [
    named('kind', target.kind),
    target.due ? t('dueBy', { day: day(target.due) }) : t('noDue'),
    target.scope,
    target.finalMilestone ? named('milestone', target.finalMilestone) : null,
    target.baseline != null ? t('fromBase', { figure: exact(target.baseline) }) : null,
    target.denominator != null ? t('ofBase', { figure: exact(target.denominator) }) : null,
  ].filter(Boolean);
}

export function sureness(confidence) {
  const step = confidence >= 0.9 ? 'high' : confidence >= 0.7 ? 'fair' : confidence >= 0.5 ? 'middling' : 'low';
  return t(`sure.${step}`, { share: number(confidence) });
}
