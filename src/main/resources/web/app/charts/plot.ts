/** What all charts share: values with their coverage, scales, and the table behind a picture. */

import { html, nothing, svg, type TemplateResult } from 'lit';
import { chinese, langOf } from '../parts/chinese';
import { number, t } from '../text';

/** A value with the reports that it is made from. */
export interface Measured {
  /** null if there is no report. */
  value: number | null;
  reports: number;
  expected: number;
}

export interface Point extends Measured {
  /** The name of its place on the axis. */
  label: string;
}

export interface Series {
  name: string;
  points: Point[];
}

export type Format = (value: number | null) => string;

export const isIncomplete = (measured: Measured): boolean => measured.reports < measured.expected;

/** Returns round numbers from 0, or from the lowest value if it is negative, to at least the highest value. */
export function ticks(values: number[], count = 4): number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (low === high) {
    return [0, 1];
  }
  const span = high - low;
  const power = 10 ** Math.floor(Math.log10(span / count));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => span / one <= count) as number;
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

/** Returns a function from a range of values to a range of places. */
export function scale(from: [number, number], to: [number, number]): (value: number) => number {
  const factor = (to[1] - to[0]) / (from[1] - from[0] || 1);
  return (value) => to[0] + (value - from[0]) * factor;
}

/** Returns how a value is read out: with its coverage. */
export function spoken(measured: Measured, format: Format): string {
  if (measured.value !== null) {
    return `${format(measured.value)} (${coverage(measured)})`;
  }
  return measured.reports === 0
    ? t(`无数据，${coverage(measured)}`, `no data, ${coverage(measured)}`)
    : t(`无法计算，${coverage(measured)}`, `cannot be computed, ${coverage(measured)}`);
}

export function coverage(measured: { reports: number; expected: number }): string {
  return t(
    `${number(measured.reports)}/${number(measured.expected)} 份`,
    `${number(measured.reports)} of ${number(measured.expected)} reports`,
  );
}

/** The hatching of what has no data. */
export const hatch = svg`<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
  <rect width="6" height="6" fill="#fff"></rect><line x1="0" y1="0" x2="0" y2="6" stroke="#8a96a3" stroke-width="2"></line>
</pattern></defs>`;

/** Renders a picture with its title, and with its data as a table that a reader can open. */
export function figure(title: string, picture: TemplateResult, series: Series[], format: Format, hasLegend = true): TemplateResult {
  const labels = series[0]?.points.map((point) => point.label) ?? [];
  return html`<figure>
    ${picture}
    ${hasLegend && series.length > 1 ? legend(series.map((one) => one.name)) : nothing}
    <details>
      <summary>${t('数据', 'Data')}<span class="visually-hidden"> · ${title}</span></summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${title}>
        <table>
          <caption>${title}</caption>
          <thead><tr><td></td>${series.map((one) => html`<th scope="col" class="number" lang=${langOf(one.name)}>${one.name}</th>`)}</tr></thead>
          <tbody>
            ${labels.map(
              (label, row) => html`<tr>
                <th scope="row">${chinese(label)}</th>
                ${series.map((one) => html`<td class="number">${spoken(one.points[row] as Point, format)}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </figure>`;
}

/** Names the series of a picture, or of several with the same ones. */
export function legend(names: string[]): TemplateResult {
  return html`<ul class="legend">
    ${names.map(
      (name, i) => html`<li>
        <svg viewBox="0 0 12 8" aria-hidden="true"><rect class="s${i + 1}" width="12" height="8"></rect></svg>${chinese(name)}
      </li>`,
    )}
  </ul>`;
}
