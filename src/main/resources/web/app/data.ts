/** Data of the API in the shapes that screens and charts show. */

import { call, orMissing } from './api/client';
import type { Availability, DistrictLevel, NamedCode, Report, RollUp, RollUpRow } from './api/contract';
import type { Point, Series } from './charts/plot';
import { t } from './text';
import { levels } from './words';

/** The first year with a form in the service. */
export const FIRST_YEAR = 2019;

/** Loads what there is. */
export const availability = (signal: AbortSignal): Promise<Availability> => call('getAvailability', { query: {}, signal });

/** Loads the report in force of a year; undefined if there is none. */
export const reportInForce = (agency: string, year: number, signal: AbortSignal): Promise<Report | undefined> =>
  orMissing(call('getReport', { path: { agency, year }, signal }));

/** The share of reports from which on a year stands for itself. */
const MOST = 0.5;

/** Returns the newest year that most agencies have reported on, or the newest of all: in January, that is not last year. */
export function usualYear({ years }: Availability): number | undefined {
  const newestFirst = [...years].sort((one, other) => other.year - one.year);
  return (newestFirst.find((one) => one.reports >= one.expected * MOST) ?? newestFirst[0])?.year;
}

/** Returns the level at which the parts of a district are compared: the highest one with several of them. */
export function levelOfParts(available: Availability, district: string | undefined): DistrictLevel {
  const above = available.districts.find((one) => one.code === district)?.level;
  const below = levels.slice(above === undefined ? 0 : levels.indexOf(above) + 1);
  const several = below.find((level) => available.districts.filter((one) => one.level === level).length > 1);
  return several ?? below.at(-1) ?? 'town';
}

/** Returns the series of some figures over years, in the order of both. A year without a row has no reports. */
export function overYears(rollUp: RollUp, figures: Array<{ code: string; name: string }>, years: number[]): Series[] {
  return figures.map((figure) => ({
    name: figure.name,
    points: years.map((year) =>
      pointOf(
        rollUp.rows.find((row) => row.figure === figure.code && row.year === year),
        String(year),
      ),
    ),
  }));
}

/** Returns a point for each row, in their order. */
export const bars = (rollUp: RollUp, key: 'district' | 'category' | 'agency'): Point[] =>
  rollUp.rows.map((row) => pointOf(row, (row[key] as NamedCode).name));

function pointOf(row: RollUpRow | undefined, label: string): Point {
  return { label, value: row?.value ?? null, reports: row?.reports ?? 0, expected: row?.expected ?? 0 };
}

/** The outcomes of requests, as the sixth part of table 3 lists them. */
export const outcomes = (): Array<{ code: string; name: string }> => [
  { code: 'requests.outcomes.disclosed', name: t('予以公开', 'Disclosed') },
  { code: 'requests.outcomes.partlyDisclosed', name: t('部分公开', 'Partly disclosed') },
  { code: 'requests.outcomes.refused', name: t('不予公开', 'Refused') },
  { code: 'requests.outcomes.unableToProvide', name: t('无法提供', 'Unable to provide') },
  { code: 'requests.outcomes.notProcessed', name: t('不予处理', 'Not processed') },
  { code: 'requests.outcomes.otherHandling', name: t('其他处理', 'Other handling') },
];
