/** The stored reports that a preview or a run is about: report years and a district, as the address has them. */

import { html, type TemplateResult } from 'lit';
import type { Availability } from '../../api/contract';
import { setQuery } from '../../router';
import { t } from '../../text';
import { indented } from '../../words';
import { selectField } from '../field';

/** Returns the report years of an address, in ascending order. */
export const yearsOf = (query: URLSearchParams): number[] =>
  (query.get('years') ?? '')
    .split(',')
    .filter((one) => /^\d{4}$/.test(one))
    .map(Number)
    .sort((a, b) => a - b);

/** Renders the choosers of the years and the district. */
export function reportScope(query: URLSearchParams, available: Availability, legend: string): TemplateResult {
  const chosen = yearsOf(query);
  return html`<fieldset class="years">
      <legend>${legend}</legend>
      ${available.years.map(
        ({ year }) => html`<label class="check">
          <input type="checkbox" name="year" value=${year} .checked=${chosen.includes(year)} @change=${() => toggle(chosen, year)} /> ${year}
        </label>`,
      )}
    </fieldset>
    ${selectField({
      id: 'district',
      label: t('行政区划', 'District'),
      value: query.get('district') ?? '',
      options: [
        { value: '', label: t('全部', 'All') },
        ...available.districts.map((one) => ({ value: one.code, label: indented(one.level, one.name) })),
      ],
      change: (district) => setQuery({ district }, { replace: true }),
    })}`;
}

function toggle(chosen: number[], year: number): void {
  const years = chosen.includes(year) ? chosen.filter((one) => one !== year) : [...chosen, year];
  setQuery({ years: years.sort((a, b) => a - b).join(',') }, { replace: true });
}

/** Returns the scope in words. */
export const scopeInWords = (years: number[] | undefined, district: string | undefined): string =>
  [
    years === undefined || years.length === 0 ? t('全部年度', 'All years') : years.join(t('、', ', ')),
    district === undefined ? t('全部区划', 'all districts') : t(`区划 ${district}`, `district ${district}`),
  ].join(t('，', ', '));
