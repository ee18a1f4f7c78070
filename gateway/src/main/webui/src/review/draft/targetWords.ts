// What a target promises, in few words.

import type { Target } from '../../api/plans';
import type { Proposal } from '../../api/review';
import { counted, longDay, number, unitWord } from '../../parts/figures';
import { i18n } from '../../words';

const SIGNS: Record<string, [string, string]> = { '>=': ['≥', '>'], '<=': ['≤', '<'], about: ['≈', '≈'] };
const t = (key: string, values: Record<string, unknown> = {}): string => i18n.global.t(key, values);

/** A figure is checked here, so it is never rounded. */
export const exact = (value: number): string => number(value, 6);

function withUnit(figure: string, unit: string | undefined): string {
  const name = unitWord(unit?.replace(/\/.*/, '')); // 次/月: the period is said beside it
  return name === '%' ? `${figure}%` : counted(figure, name);
}

export function promiseOf(target: Target): string {
  const figure = bare(target);
  if (!figure) return '';
  const { stated, period } = target;
  const said = period ? t('review.each', { period: t(`review.words.period.${period}`), figure }) : figure;
  return stated ? `${said} ${t('review.stated', { words: `${exact(stated.value)}${stated.unit}` })}` : said;
}

function bare({ low, high, value, operator, strict, unit }: Target): string {
  if (low !== undefined || high !== undefined)
    return withUnit(`${exact(low ?? 0)}–${high === undefined ? '' : exact(high)}`, unit);
  if (value === undefined) return '';
  const sign = SIGNS[operator ?? '']?.[strict ? 1 : 0];
  const figure = withUnit(exact(value), unit);
  return sign ? `${sign} ${figure}` : figure;
}

/** Kind, due day, whom it is about, and what else is not usual. */
export function factsOf(target: Target): string[] {
  return [
    t(`kind.${target.kind}`),
    target.due ? t('review.dueBy', { day: longDay(target.due) }) : t('review.noDue'),
    target.scope,
    target.finalMilestone && t(`milestone.${target.finalMilestone}`),
    target.baseline !== undefined && t('review.fromBase', { figure: exact(target.baseline) }),
    target.denominator !== undefined && t('review.ofBase', { figure: exact(target.denominator) }),
    target.continues && t('review.continues', { target: target.continues }),
  ].filter((fact): fact is string => Boolean(fact));
}

export function sureness(confidence: number): string {
  const step =
    confidence >= 0.9 ? 'high' : confidence >= 0.7 ? 'fair' : confidence >= 0.5 ? 'middling' : 'low';
  return t(`review.sure.${step}`, { share: number(confidence) });
}

/** Why an indicator was suggested, and how sure that is. */
export function whySuggested({ suggestion }: Proposal): string {
  if (!suggestion) return '';
  const why =
    suggestion.reason === 'learnt' && suggestion.learntFrom
      ? t('review.learntFrom', { target: suggestion.learntFrom })
      : t('review.likeName');
  return `${why} · ${t('review.likeness', { share: number(suggestion.score) })}`;
}
