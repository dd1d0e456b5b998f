import type { Availability } from '../../api/contract';
import { link } from '../../router';
import { parametersOf, valuesOf } from './query';

const LEVEL_BELOW: Record<string, string> = { province: 'city', city: 'county' };

/** Returns the address of the same query for a district: by the districts in it, or by its agencies. */
export function drillDown(query: URLSearchParams, district: string, available: Availability): string {
  const level = available.districts.find((one) => one.code === district)?.level ?? '';
  const below = LEVEL_BELOW[level];
  const groupBy = valuesOf(query, 'groupBy').map((one) => (one === 'district' && below === undefined ? 'agency' : one));
  const orderBy = valuesOf(query, 'orderBy').filter((one) => below !== undefined || !one.endsWith('district'));
  const kept = Object.fromEntries(Object.entries(parametersOf(query)).map(([name, values]) => [name, values.join(',')]));
  return link('/explore', {
    ...kept,
    groupBy: [...new Set(groupBy)].join(','),
    orderBy: orderBy.join(','),
    level: below,
    district,
  });
}
