import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Availability } from '../api/contract';
import { Part } from '../screen';
import { setQuery } from '../router';
import { t } from '../text';
import { indented } from '../words';
import { langOf } from './chinese';

/** Chooses the year and the district of a screen. Both are in the address, so that it can be kept and sent. */
@customElement('gk-scope-chooser')
export class ScopeChooser extends Part {
  @property({ attribute: false }) available!: Availability;
  @property({ attribute: false }) year: number | undefined;
  @property({ attribute: false }) district: string | undefined;

  override render() {
    const years = this.available.years.map((one) => one.year).sort((a, b) => b - a);
    return html`<div class="filters">
      <div>
        <label for="year">${t('报告年度', 'Report year')}</label>
        <select id="year" @change=${(event: Event) => choose('year', event)}>
          ${years.map((year) => html`<option value=${year} .selected=${year === this.year}>${year}</option>`)}
        </select>
      </div>
      <div>
        <label for="district">${t('行政区划', 'District')}</label>
        <select id="district" @change=${(event: Event) => choose('district', event)}>
          <option value="" .selected=${this.district === undefined}>${t('全部', 'All')}</option>
          ${this.available.districts.map(
            (one) => html`<option value=${one.code} lang=${langOf(one.name)} .selected=${one.code === this.district}>
              ${indented(one.level, one.name)}
            </option>`,
          )}
        </select>
      </div>
    </div>`;
  }
}

function choose(name: string, event: Event): void {
  setQuery({ [name]: (event.target as HTMLSelectElement).value });
}
