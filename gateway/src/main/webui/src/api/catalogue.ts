// What the reports rest on: divisions, indicators, and what the municipality set.

import { read } from './call';

export interface District {
  code: string;
  parent?: string;
  level: 'province' | 'city' | 'district';
  name: string;
  nameEn?: string;
}

/** What the municipality set; the pages read of it what they show beforehand. */
export interface Settings {
  onTrackFrom: number;
  atRiskFrom: number;
  tolerance: number;
  explainBelow: number;
  explainAbove: number;
  doneStages: string[];
}

export interface Indicator {
  key: string;
  name: string;
  nameEn?: string;
  unit: string;
  aggregation: string;
  direction?: 'more' | 'less';
  measure?: 'flow' | 'stock';
  tolerance?: number;
}

export const districtsOf = async (asOf?: string): Promise<District[]> =>
  (await read<{ districts: District[] }>('/districts', { asOf })).districts;

export const settings = (signal?: AbortSignal) => read<Settings>('/settings', {}, signal);

export const indicator = (key: string, signal?: AbortSignal) =>
  read<Indicator>(`/indicators/${key}`, {}, signal);
