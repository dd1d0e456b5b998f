/** The lists of the registry, complete, for choosers and names. */

import { call } from './api/client';
import type { CategoryEntry, DistrictEntry } from './api/contract';
import { everyEntry } from './api/pages';
import type { Option } from './parts/field';
import { t } from './text';
import { indented } from './words';

/** An entry that the service answered: it always has its code. */
export type Coded<T> = T & { code: string };

export const allDistricts = (signal: AbortSignal): Promise<Array<Coded<DistrictEntry>>> =>
  everyEntry((query) => call('listDistricts', { query, signal })) as Promise<Array<Coded<DistrictEntry>>>;

export const allCategories = (signal: AbortSignal): Promise<Array<Coded<CategoryEntry>>> =>
  everyEntry((query) => call('listCategories', { query, signal })) as Promise<Array<Coded<CategoryEntry>>>;

/** Returns the codes of a district and of all that contain it, the topmost first. */
export function chain(code: string, districts: Map<string, DistrictEntry>): string[] {
  const codes: string[] = [];
  for (let one: string | null | undefined = code; one && !codes.includes(one); one = districts.get(one)?.parent) {
    codes.unshift(one);
  }
  return codes;
}

/** Returns the options of a chooser of districts, in the order of their hierarchy. */
export function districtOptions(districts: Array<Coded<DistrictEntry>>): Option[] {
  return districts.map((one) => ({
    value: one.code,
    label: `${indented(one.level ?? 'province', one.name)}${one.validTo === undefined ? '' : t('（已撤销）', ' (ended)')}`,
  }));
}

export const byCode = <T extends { code: string }>(entries: T[]): Map<string, T> =>
  new Map(entries.map((one) => [one.code, one]));
