/** The reports that a register is about: report years, a district and a category, as the address has them. */

import type { TemplateResult } from 'lit';
import type { Availability } from '../../api/contract';
import { FIRST_YEAR } from '../../data';
import { setQuery } from '../../router';
import { t } from '../../text';
import { indented } from '../../words';
import { selectField, type Option } from '../field';

/** The filter of the API that an address means. */
export interface Scope {
  year?: string[];
  district?: string[];
  category?: string[];
  agency?: string[];
}

/** Returns the filter of an address. */
export function scopeOf(query: URLSearchParams): Scope {
  const years = yearsOf(query);
  return { ...(years === undefined ? {} : { year: [years] }), ...listOf(query, 'district'), ...listOf(query, 'category'), ...listOf(query, 'agency') };
}

function listOf<N extends string>(query: URLSearchParams, name: N): Partial<Record<N, string[]>> {
  const value = query.get(name);
  return value === null || value === '' ? {} : ({ [name]: [value] } as Record<N, string[]>);
}

/** Returns the years from the one to the other, in either order: an address may have been typed. */
function yearsOf(query: URLSearchParams): string | undefined {
  const from = query.get('from');
  const to = query.get('to');
  if (from === null && to === null) {
    return undefined;
  }
  const years = [from ?? String(FIRST_YEAR), to ?? String(new Date().getFullYear())].sort();
  return years[0] === years[1] ? years[0] : years.join('..');
}

/** Chooses a filter, and shows the list from its beginning. */
export function choose(name: string, value: string): void {
  setQuery({ [name]: value, page: undefined });
}

const all = (): Option => ({ value: '', label: t('全部', 'All') });

/** Renders the choosers of the scope. */
export function scopeFields(available: Availability, query: URLSearchParams): TemplateResult[] {
  const years = available.years.map(({ year }) => ({ value: String(year), label: String(year) }));
  const districts = available.districts.map((one) => ({ value: one.code, label: indented(one.level, one.name) }));
  const categories = available.categories.map((one) => ({ value: one.code, label: one.name }));
  return [
    field(query, 'from', t('年度自', 'From year'), years),
    field(query, 'to', t('至', 'to'), years),
    field(query, 'district', t('行政区划', 'District'), districts),
    field(query, 'category', t('部门类别', 'Category'), categories),
  ];
}

/** Renders a chooser of one parameter of the address. */
export const field = (query: URLSearchParams, id: string, label: string, options: Option[]): TemplateResult =>
  selectField({ id, label, value: query.get(id) ?? '', options: [all(), ...options], change: (value) => choose(id, value) });

/** Returns the conditions of the scope in words, for the printed line. */
export function scopeInWords(available: Availability, query: URLSearchParams): Array<[name: string, value: string | undefined]> {
  return [
    [t('报告年度', 'Report years'), yearsOf(query)?.replace('..', '–')],
    [t('行政区划', 'District'), available.districts.find((one) => one.code === query.get('district'))?.name],
    [t('部门类别', 'Category'), available.categories.find((one) => one.code === query.get('category'))?.name],
    [t('单位', 'Agency'), query.get('agency') ?? undefined],
  ];
}
