import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Availability } from '../../api/contract';
import { queueName, type Filter, type QueueStatus } from '../../queue';
import { setQuery } from '../../router';
import { Part } from '../../screen';
import { t } from '../../text';
import { indented } from '../../words';
import { langOf } from '../chinese';
import { printLine } from '../print-line';

const STATUSES: QueueStatus[] = ['SUBMITTED', 'REOPENED', 'RETURNED', 'ACCEPTED', 'WITHDRAWN'];

interface Option {
  value: string;
  name: string;
}

/**
 * Chooses the reports of the queue. The choice is in the address; the name of an agency selects among what was read.
 *
 * Fires `refresh` to read them again.
 */
@customElement('gk-review-filters')
export class ReviewFilters extends Part {
  @property({ attribute: false }) filter!: Filter;
  @property({ attribute: false }) agency = '';
  /** The years that were opened. */
  @property({ attribute: false }) years: number[] = [];
  @property({ attribute: false }) available: Availability | undefined;

  override render() {
    const years = this.years.map((year) => ({ value: String(year), name: String(year) }));
    const districts = this.available?.districts.map((one) => ({ value: one.code, name: indented(one.level, one.name) })) ?? [];
    const categories = this.available?.categories.map((one) => ({ value: one.code, name: one.name })) ?? [];
    return html`<form class="filters" role="search" @submit=${(event: Event) => event.preventDefault()}>
      ${this.select('status', t('状态', 'Status'), this.filter.status, STATUSES.map((one) => ({ value: one, name: queueName(one) })))}
      ${this.select('year', t('报告年度', 'Report year'), this.filter.year, [ALL(), ...years])}
      ${this.select('district', t('行政区划', 'District'), this.filter.district, [ALL(), ...districts])}
      ${this.select('category', t('部门类别', 'Category'), this.filter.category, [ALL(), ...categories])}
      <div>
        <label for="review-agency">${t('单位名称或代码', 'Name or code of the agency')}</label>
        <input id="review-agency" type="search" autocomplete="off" .value=${this.agency} @input=${typed} @compositionend=${typed} />
      </div>
      <button type="button" @click=${() => this.dispatchEvent(new Event('refresh'))}>${t('刷新', 'Read again')}</button>
    </form>
    ${this.printed()}`;
  }

  private printed() {
    const { status, year, district, category } = this.filter;
    return printLine([
      [t('状态', 'Status'), queueName(status)],
      [t('报告年度', 'Report year'), year],
      [t('行政区划', 'District'), this.available?.districts.find((one) => one.code === district)?.name],
      [t('部门类别', 'Category'), this.available?.categories.find((one) => one.code === category)?.name],
      [t('单位', 'Agency'), this.agency],
    ]);
  }

  private select(name: string, label: string, chosen: string | undefined, options: Option[]) {
    return html`<div>
      <label for="review-${name}">${label}</label>
      <select id="review-${name}" @change=${(event: Event) => choose(name, (event.target as HTMLSelectElement).value)}>
        ${options.map(
          (one) => html`<option value=${one.value} lang=${langOf(one.name)} .selected=${one.value === (chosen ?? '')}>${one.name}</option>`,
        )}
      </select>
    </div>`;
  }
}

const ALL = (): Option => ({ value: '', name: t('全部', 'All') });

function choose(name: string, value: string): void {
  setQuery({ [name]: value, page: undefined });
}

/** Selects while the reader types, but not before an input method has finished. */
function typed(event: Event): void {
  if (!(event instanceof InputEvent) || !event.isComposing) {
    setQuery({ agency: (event.target as HTMLInputElement).value, page: undefined }, { replace: true });
  }
}
