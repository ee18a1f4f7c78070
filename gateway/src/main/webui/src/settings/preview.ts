// What other thresholds would make of the targets as they stand. Pure.

import type { Settings } from './form';

/** A row of the export of targets, as far as it matters here. */
export interface TargetNow {
  target: string;
  done?: number | null;
  pace?: number | null;
  light: string;
}

type Band = 'on-track' | 'at-risk' | 'behind';
const BANDS = ['on-track', 'at-risk', 'behind'];

export interface Preview {
  /** Targets whose light goes by the two thresholds and nothing else. */
  counted: number;
  /** Targets in between whose light is not what the thresholds in force alone would make of it. */
  skipped: number;
  moves: { from: Band; to: Band; n: number }[];
}

function bandOf(row: TargetNow, settings: Pick<Settings, 'onTrackFrom' | 'atRiskFrom'>): Band {
  const done = row.done ?? 0;
  const pace = row.pace ?? 0;
  if (reaches(done, pace * settings.onTrackFrom)) return 'on-track';
  return reaches(done, pace * settings.atRiskFrom) ? 'at-risk' : 'behind';
}

/** The server compares exact decimals; here a last binary digit must not decide. */
const reaches = (done: number, limit: number) => done >= limit - 1e-9;

export function previewOf(rows: TargetNow[], before: Settings, after: Settings): Preview {
  const between = rows.filter(({ light, pace }) => BANDS.includes(light) && (pace ?? 0) > 0);
  const told = between.filter((row) => bandOf(row, before) === row.light);
  const moves: Preview['moves'] = [];
  for (const row of told) {
    const from = row.light as Band;
    const to = bandOf(row, after);
    if (to === from) continue;
    const known = moves.find((move) => move.from === from && move.to === to);
    if (known) known.n++;
    else moves.push({ from, to, n: 1 });
  }
  return { counted: told.length, skipped: between.length - told.length, moves };
}
