import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RollUp, RollUpRow } from '../../api/contract';
import { Part } from '../../screen';
import { columnsOf, type Column } from './columns';
import { head } from './table-head';
import { titleOf, type Names } from './words';

/** The rows of a roll-up. The columns that the API orders by can be sorted. */
@customElement('gk-rollup-table')
export class RollUpTable extends Part {
  @property({ attribute: false }) rollUp!: RollUp;
  @property({ attribute: false }) names!: Names;
  @property({ attribute: false }) query = new URLSearchParams();
  @property({ attribute: false }) scope = '';

  override render() {
    const columns = columnsOf(this.rollUp, this.names, this.query);
    const title = titleOf(this.rollUp, this.scope, this.names.catalogue);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table>
        <caption>${title}</caption>
        <thead>
          <tr>${columns.map((column) => head(column, this.query))}</tr>
        </thead>
        <tbody>
          ${this.rollUp.rows.map(
            (row) => html`<tr>
              ${columns.map((column) => cell(column, row))}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

const cell = (column: Column, row: RollUpRow) =>
  column.isKey === true
    ? html`<th scope="row">${column.cell(row)}</th>`
    : html`<td class=${column.isNumber === true ? 'number' : ''}>${column.cell(row)}</td>`;
