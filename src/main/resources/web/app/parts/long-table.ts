import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Part } from '../screen';
import { number, t } from '../text';

const STEP = 100;

/** A table that may have thousands of rows: the first are shown, and more on request. */
@customElement('gk-long-table')
export class LongTable<T> extends Part {
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) heads: string[] = [];
  @property({ attribute: false }) rows: T[] = [];
  /** Renders the cells of a row; the first is its head. */
  @property({ attribute: false }) row!: (item: T) => unknown;

  @state() private count = STEP;

  override render() {
    const left = this.rows.length - this.count;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.label}>
        <table>
          <thead><tr>${this.heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
          <tbody>${this.rows.slice(0, this.count).map((item) => html`<tr>${this.row(item)}</tr>`)}</tbody>
        </table>
      </div>
      ${left <= 0
        ? nothing
        : html`<div class="actions">
            <button type="button" @click=${() => (this.count += STEP)}>
              ${t(`再显示 ${Math.min(left, STEP)} 行（还有 ${number(left)} 行）`, `Show ${Math.min(left, STEP)} more (${number(left)} left)`)}
            </button>
          </div>`}`;
  }
}
