import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RollUp, RollUpRow } from '../../api/contract';
import { nameOf, unitOf } from '../../catalogue';
import { coverage, isIncomplete } from '../../charts/plot';
import { Part } from '../../screen';
import { t } from '../../text';
import { keyColumnsOf, onlyFigure, valueCell, withUnit, type Column } from './columns';
import { head } from './table-head';
import { titleOf, type Names } from './words';

export type Across = 'year' | 'figure';

/** Returns what a roll-up has several of beside other keys: it can be laid out across the columns. */
export function acrossOf(rollUp: RollUp): Across[] {
  const years = new Set(rollUp.rows.map((row) => row.year));
  const figures = new Set(rollUp.rows.map((row) => row.figure));
  const others = rollUp.groupBy.filter((dimension) => dimension !== 'year' && dimension !== 'figure');
  const canYears = years.size > 1 && (others.length > 0 || figures.size > 1);
  const canFigures = figures.size > 1 && (others.length > 0 || years.size > 1);
  return [...(canYears ? ['year' as const] : []), ...(canFigures ? ['figure' as const] : [])];
}

/** The values of a roll-up with its years or figures across. A value has its coverage if it is incomplete. */
@customElement('gk-cross-table')
export class CrossTable extends Part {
  @property({ attribute: false }) rollUp!: RollUp;
  @property({ attribute: false }) names!: Names;
  @property({ attribute: false }) query = new URLSearchParams();
  @property({ attribute: false }) scope = '';
  @property({ attribute: false }) across: Across = 'year';

  override render() {
    const keys = keyColumnsOf(this.rollUp, this.names, this.query).filter((column) => column.name !== this.across);
    const title = titleOf(this.rollUp, this.scope, this.names.catalogue);
    const values = [...new Set(this.rollUp.rows.map((row) => String(row[this.across])))];
    const columns = this.across === 'year' ? values.sort() : values;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table>
        <caption>${title}${this.unit()}</caption>
        <thead>
          <tr>
            ${keys.map((column) => head(column, this.query))}
            ${columns.map((column) => html`<th scope="col" class="number">${this.title_(column)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${[...this.lines(keys)].map(([, rows]) => this.line(rows, keys, columns))}
        </tbody>
      </table>
    </div>`;
  }

  private unit(): string {
    const unit = unitOf(onlyFigure(this.rollUp) ?? '', this.names.catalogue);
    return unit === '' || unit === '%' ? '' : t(`（单位：${unit}）`, ` (${unit})`);
  }

  private title_(column: string): string {
    const { catalogue } = this.names;
    return this.across === 'year' ? column : withUnit(nameOf(column, catalogue), unitOf(column, catalogue));
  }

  /** Returns the rows of each line, in the order of the API. */
  private lines(keys: Column[]): Map<string, RollUpRow[]> {
    const lines = new Map<string, RollUpRow[]>();
    for (const row of this.rollUp.rows) {
      const key = JSON.stringify(keys.map(({ name }) => (name === undefined ? undefined : row[name])));
      lines.set(key, [...(lines.get(key) ?? []), row]);
    }
    return lines;
  }

  private line(rows: RollUpRow[], keys: Column[], columns: string[]) {
    return html`<tr>
      ${keys.map((column) => html`<th scope="row">${column.cell(rows[0] as RollUpRow)}</th>`)}
      ${columns.map((column) => this.cell(rows.find((row) => String(row[this.across]) === column)))}
    </tr>`;
  }

  private cell(row: RollUpRow | undefined) {
    if (row === undefined) {
      return html`<td class="number muted">—</td>`;
    }
    const isUnitInHead = this.across === 'figure' || onlyFigure(this.rollUp) !== undefined;
    return html`<td class="number">
      ${valueCell(row, isUnitInHead, this.names.catalogue)}
      ${isIncomplete(row) ? html`<span class="remark coverage incomplete">${coverage(row)}</span>` : nothing}
    </td>`;
  }
}
