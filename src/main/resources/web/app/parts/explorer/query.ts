/** The query of the explorer. The parameters of the address are those of the API's operation, and `lang`. */

import { address } from '../../api/client';
import type { Dimension, RollUpFormat } from '../../api/contract';
import { setQuery } from '../../router';

/** The query of an address that has none. */
export const FIRST_QUERY = { figure: 'requests.newlyReceived', groupBy: 'year' };

/** The parameters that choose a representation: the pages read JSON, whatever a pasted query asks for. */
const REPRESENTATION = ['format', 'labels', 'bom'];
const FORMATS: RollUpFormat[] = ['json', 'csv', 'xlsx', 'jsonstat', 'html', 'ndjson'];

/** Returns the values of a parameter, which may be repeated or separated by commas. */
export const valuesOf = (query: URLSearchParams, name: string): string[] =>
  query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '');

export const isGroupedBy = (query: URLSearchParams, dimension: Dimension): boolean =>
  valuesOf(query, 'groupBy').includes(dimension);

/** Returns the parameters of the API, as they are. Invalid ones are kept, so that the API explains them. */
export function parametersOf(query: URLSearchParams): Record<string, string[]> {
  const names = [...new Set(query.keys())].filter((name) => name !== 'lang');
  return Object.fromEntries(names.map((name) => [name, query.getAll(name)]));
}

/** Returns the parameters for an answer in JSON. */
export function parametersForJson(query: URLSearchParams): Record<string, string[]> {
  const parameters = parametersOf(query);
  if (FORMATS.includes(parameters.format?.join() as RollUpFormat)) {
    delete parameters.format;
  }
  return parameters;
}

/** Returns the address of the answer in a format, without the parameters that the format has no place for. */
export function addressOf(query: URLSearchParams, representation: Record<string, string>, without: string[] = []): string {
  const left = [...REPRESENTATION, ...without];
  const parameters = Object.entries(parametersOf(query)).filter(([name]) => !left.includes(name));
  const labels = query.get('labels');
  const chosen = labels === null || representation.labels === undefined ? {} : { labels };
  return address('getStatistics', undefined, { ...Object.fromEntries(parameters), ...representation, ...chosen });
}

/** Replaces the values of a parameter. Parameters that have no meaning without it are removed with it. */
export function put(name: string, values: string[]): void {
  const change = { [name]: values.join(',') };
  setQuery(name === 'groupBy' ? { ...change, ...dependingOn(values) } : change);
}

/** Adds a value to a parameter, or removes it. */
export function toggle(name: string, value: string): void {
  const values = valuesOf(new URLSearchParams(location.search), name);
  put(name, values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
}

/** Adds a value to a parameter that does not have it yet. */
export function add(name: string, value: string): void {
  if (!valuesOf(new URLSearchParams(location.search), name).includes(value)) {
    toggle(name, value);
  }
}

const MEASURES = ['value', 'reports', 'expected'];

/** The level needs districts, and rows can be ordered by what they are grouped by only. */
function dependingOn(groupBy: string[]): Record<string, string | undefined> {
  const query = new URLSearchParams(location.search);
  const orders = valuesOf(query, 'orderBy').filter((order) => [...MEASURES, ...groupBy].includes(order.replace('-', '')));
  const level = groupBy.includes('district') ? query.get('level') : null;
  return { orderBy: orders.join(','), level: level ?? undefined };
}
