import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RollUp } from '../../api/contract';
import { isIncomplete } from '../../charts/plot';
import { Part } from '../../screen';
import { number, t } from '../../text';
import './cross-table';
import { acrossOf, type Across } from './cross-table';
import './rollup-table';
import type { Names } from './words';

type Layout = 'list' | Across;

/** The table of a roll-up: as a list with everything, or with years or figures across. The reader chooses. */
@customElement('gk-results')
export class Results extends Part {
  @property({ attribute: false }) rollUp!: RollUp;
  @property({ attribute: false }) names!: Names;
  @property({ attribute: false }) query = new URLSearchParams();
  @property({ attribute: false }) scope = '';
  /** Whether rows are missing, so that a layout across would have gaps. */
  @property({ attribute: false }) isCut = false;

  @state() private chosen: Layout | undefined;

  override render() {
    const possible: Layout[] = this.isCut ? ['list'] : ['list', ...acrossOf(this.rollUp)];
    const { rows } = this.rollUp;
    const chosen = this.chosen ?? this.usual(possible);
    const layout = possible.includes(chosen) ? chosen : 'list';
    return html`${possible.length === 1 ? nothing : this.chooser(possible, layout)}
      ${layout === 'list'
        ? html`<gk-rollup-table .rollUp=${this.rollUp} .names=${this.names} .query=${this.query} .scope=${this.scope}></gk-rollup-table>
            ${this.isCut ? nothing : html`<p class="muted" role="status">${t(`共 ${number(rows.length)} 行`, `${number(rows.length)} rows`)}</p>`}`
        : html`<gk-cross-table .rollUp=${this.rollUp} .names=${this.names} .query=${this.query} .scope=${this.scope}
              .across=${layout}></gk-cross-table>
            ${rows.some(isIncomplete)
              ? html`<p class="muted">${t('注明份数的，还有单位未报。', 'Values with a number of reports lack some.')}</p>`
              : nothing}`}`;
  }

  /** An order by value and statistics belong to a list. */
  private usual(possible: Layout[]): Layout {
    const isList = ['orderBy', 'limit', 'stats'].some((name) => this.query.has(name));
    return isList ? 'list' : (possible[1] ?? 'list');
  }

  private chooser(possible: Layout[], chosen: Layout) {
    const names: Record<Layout, string> = {
      list: t('列表', 'List'),
      year: t('年度作列', 'Years across'),
      figure: t('指标作列', 'Figures across'),
    };
    return html`<fieldset class="checks layout">
      <legend>${t('表样', 'Layout')}</legend>
      ${possible.map(
        (layout) => html`<label class="check">
          <input type="radio" name="layout" value=${layout} .checked=${layout === chosen} @change=${() => (this.chosen = layout)} />
          ${names[layout]}
        </label>`,
      )}
    </fieldset>`;
  }
}
