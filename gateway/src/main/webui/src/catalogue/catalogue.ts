// The catalogue's own calls; what it lists is short, so each list is read whole.

import { change, read, readAll, readTagged } from '../api/call';
import type { District, Indicator } from '../api/catalogue';
import type { PointOfView } from '../api/reports';
import type { Light } from '../api/rows';

export type CatalogueIndicator = Indicator & { nameEn: string; tolerance?: number };

export interface Programme {
  key: string;
  name: string;
  nameEn?: string;
  from: number;
  to: number;
  indicator?: string;
  promised?: number;
}

export interface ProgrammeLine extends Programme {
  years: {
    year: number;
    promised?: number;
    reached?: number;
    share?: number;
    light?: Light;
    slices: {
      target: string;
      district: string;
      title: string;
      titleEn?: string;
      unit?: string;
      promised?: number;
      reached?: number;
      done?: number;
      light: Light;
    }[];
  }[];
  slicesPromised?: number;
  reached?: number;
  share?: number;
}

/** A place in the tree from a day on; one that ended names where it went. */
export interface Place extends District {
  nameEn: string;
  from: string;
  ended?: boolean;
  into?: string[];
}

type Signal = AbortSignal | undefined;

export const indicators = (signal?: Signal) =>
  readAll<CatalogueIndicator, 'indicators'>('/indicators', 'indicators', {}, signal);

export const programmes = (signal?: Signal) =>
  readAll<Programme, 'programmes'>('/programmes', 'programmes', {}, signal);

export const programmeLine = (key: string, query: { scope: string } & PointOfView, signal?: Signal) =>
  read<ProgrammeLine>(`/programmes/${key}/line`, query, signal);

export const places = async (signal?: Signal) =>
  (await read<{ districts: Place[] }>('/districts', { history: true }, signal)).districts;

export const state = (place: Place) => change<Place>('PUT', `/districts/${place.code}`, { body: place });

export type Sort = 'indicators' | 'programmes';

/** What every entry that is worded has. */
export interface Worded {
  key: string;
  name: string;
  nameEn?: string;
}

export const worded = <T>(sort: Sort, key: string) => readTagged<T>(`/${sort}/${key}`);

export const word = <T extends Worded>(sort: Sort, content: T, etag?: string) =>
  change<T>('PUT', `/${sort}/${content.key}`, { body: content, etag });
