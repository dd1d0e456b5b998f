import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { MovedCell, MovedReports, MovedTotal } from '../../api/contract';
import { Part } from '../../screen';
import { number, signed, t } from '../../text';
import { chinese } from '../chinese';
import '../long-table';

/** Totals that move, as the answers about impacts and supposed changes have them. */
export interface Moved {
  reports: MovedReports[];
  totals: MovedTotal[];
  categoryTotals: MovedTotal[];
  cells: MovedCell[];
}

/** The totals that move, from what to what: the cells of consolidated reports, and the figures of roll-ups. */
@customElement('gk-moved-totals')
export class MovedTotals extends Part {
  @property({ attribute: false }) moved!: Moved;

  override render() {
    const { reports, totals, categoryTotals, cells } = this.moved;
    return totals.length === 0 && cells.length === 0
      ? html`<p>${t('各项汇总数据没有变动。', 'No totals move.')}</p>`
      : html`${reports.length === 0 ? nothing : html`<ul>${reports.map(reportsOf)}</ul>`}
          ${list(t('汇总报告的单元格', 'Cells of consolidated reports'), cells, cellRow)}
          ${list(t('汇总指标', 'Figures of roll-ups'), totals, totalRow)}
          ${list(t('同类机关的汇总指标', 'Figures of agencies of the same kind'), categoryTotals, totalRow)}`;
  }
}

const reportsOf = ({ district, before, after }: MovedReports) =>
  html`<li>${chinese(district.name)}${t('：已汇总的报告由 ', ': reports counted from ')}${number(before)}${t(' 份变为 ', ' to ')}${number(after)}${t(' 份', '')}</li>`;

function list<T>(title: string, rows: T[], row: (item: T) => unknown) {
  return rows.length === 0
    ? nothing
    : html`<details>
        <summary>${title}${t(`（${number(rows.length)}）`, ` (${number(rows.length)})`)}</summary>
        <gk-long-table .label=${title} .heads=${heads()} .rows=${rows} .row=${row}></gk-long-table>
      </details>`;
}

const heads = (): string[] => [
  t('位置', 'Place'),
  t('区划', 'District'),
  t('变动前', 'Before'),
  t('变动后', 'After'),
  t('增减', 'Difference'),
];

const cellRow = ({ cell, ...moved }: MovedCell) => numbers(cell, moved.district.name, moved);

const totalRow = ({ label, ...moved }: MovedTotal) =>
  numbers(label, moved.category === undefined ? moved.district.name : `${moved.district.name} · ${moved.category.name}`, moved);

/** Renders a row. A total without any report is not zero. */
function numbers(place: string, of: string, { before, after, difference }: Pick<MovedTotal, 'before' | 'after' | 'difference'>) {
  return html`<th scope="row">${place}</th>
    <td>${chinese(of)}</td>
    <td class="number">${before === null ? '—' : number(before)}</td>
    <td class="number">${after === null ? '—' : number(after)}</td>
    <td class="number">${signed(difference)}</td>`;
}
