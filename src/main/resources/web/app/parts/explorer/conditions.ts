import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Catalogue } from '../../catalogue';
import type { AgencyKind, Availability } from '../../api/contract';
import { setQuery } from '../../router';
import { Part } from '../../screen';
import type { Session } from '../../session';
import { of, percent, t } from '../../text';
import { MOST_CHOICES, agencyChoices } from '../agency-choices';
import '../picker';
import type { Choice } from '../picker';
import { add, isGroupedBy, toggle, valuesOf } from './query';
import { bases, boundaries, dimensions, kinds, levels, statistics } from './words';

const COVERAGES = [0.5, 0.8, 0.9, 1];
const LIMITS = [10, 20, 50, 100];

/** The end of a day in China, as the time of day in UTC. */
const END_OF_DAY = 'T16:00:00Z';
const DAY_MS = 24 * 60 * 60 * 1000;

/** Chooses what rows are grouped by, and which reports they are made from. */
@customElement('gk-conditions')
export class Conditions extends Part {
  @property({ attribute: false }) query = new URLSearchParams();
  @property({ attribute: false }) available!: Availability;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) reader: Session | undefined;

  override render() {
    return html`${this.grouping()}
      <div class="filters">
        ${this.years()}
        ${this.picker('district', t('行政区划', 'District'), (text) => among(this.available.districts, text))}
        ${this.picker('category', t('部门类别', 'Category'), (text) => among(this.available.categories, text))}
        ${this.picker('agency', t('机关', 'Agency'), (text, signal) => agencyChoices(text, this.kind(), signal))}
        ${this.select('kind', t('统计对象', 'Agencies'), kinds()[0]?.[1] as string, kinds().slice(1))}
      </div>
      <details class="more">
        <summary>${t('更多条件和统计量', 'More conditions and statistics')}</summary>
        ${this.statistics()} ${this.applicantTypes()}
        <div class="filters">
          ${this.select('minCoverage', t('报送要求', 'Coverage'), t('不限', 'Any'), coverages())}
          ${this.select('boundaries', t('区划口径', 'Boundaries'), boundaries()[0]?.[1] as string, boundaries().slice(1))}
          ${this.select('limit', t('条数', 'Rows'), t('全部', 'All'), limits())}
          ${this.asOf()}
          ${this.reader?.isOffice === true
            ? this.select('basis', t('统计范围', 'Basis'), bases()[0]?.[1] as string, bases().slice(1))
            : nothing}
        </div>
      </details>`;
  }

  /** Agencies of the other kind are not found: their reports are not counted. */
  private kind(): AgencyKind {
    return this.query.get('kind') === 'GOVERNMENT' ? 'GOVERNMENT' : 'DEPARTMENT';
  }

  private grouping() {
    return html`<fieldset class="checks">
      <legend>${t('分组', 'Group by')}</legend>
      ${dimensions().map(([dimension, name]) => check('groupBy', dimension, name, isGroupedBy(this.query, dimension)))}
      ${isGroupedBy(this.query, 'district')
        ? this.select('level', t('区划层级', 'Level'), t('机关所在区划', "The agencies' own"), levels())
        : nothing}
    </fieldset>`;
  }

  private statistics() {
    const chosen = valuesOf(this.query, 'stats');
    return html`<fieldset class="checks">
      <legend>${t('统计量', 'Statistics')}</legend>
      ${statistics().map(([code, name]) => check('stats', code, name, chosen.includes(code)))}
    </fieldset>`;
  }

  private years() {
    const [first, last] = rangeOf(valuesOf(this.query, 'year'));
    const choose = (from: string, to: string): void => setQuery({ year: yearsFromTo(from, to) });
    return html`<div class="pair">
      ${this.year('from-year', t('年度从', 'From year'), first, (value) => choose(value, last < value ? value : last))}
      ${this.year('to-year', t('到', 'to'), last, (value) => choose(first === '' || first > value ? value : first, value))}
    </div>`;
  }

  private year(id: string, label: string, chosen: string, choose: (value: string) => void) {
    const years = this.available.years.map((one) => String(one.year));
    return html`<div>
      <label for=${id}>${label}</label>
      <select id=${id} .value=${live(chosen)} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        <option value="" .selected=${chosen === ''}>${t('不限', 'Any')}</option>
        ${years.map((year) => html`<option value=${year} .selected=${year === chosen}>${year}</option>`)}
      </select>
    </div>`;
  }

  private picker(parameter: string, label: string, find: (text: string, signal: AbortSignal) => Promise<Choice[]>) {
    return html`<gk-picker .name="pick-${parameter}" .label=${label} .find=${find}
      @pick=${(event: CustomEvent<Choice>) => add(parameter, event.detail.code)}></gk-picker>`;
  }

  private select(parameter: string, label: string, none: string, options: Array<[string, string]>) {
    const chosen = this.query.get(parameter) ?? '';
    return html`<div>
      <label for="choose-${parameter}">${label}</label>
      <select id="choose-${parameter}" .value=${live(chosen)}
        @change=${(event: Event) => setQuery({ [parameter]: (event.target as HTMLSelectElement).value })}>
        <option value="" .selected=${chosen === ''}>${none}</option>
        ${options.map(([code, name]) => html`<option value=${code} .selected=${code === chosen}>${name}</option>`)}
      </select>
    </div>`;
  }

  private applicantTypes() {
    const chosen = valuesOf(this.query, 'applicantType');
    return html`<fieldset class="checks">
      <legend>${t('申请人类型', 'Types of applicant')}</legend>
      ${this.catalogue.applicantTypes.map((one) =>
        check('applicantType', one.code, of(one.label), chosen.includes(one.code)),
      )}
    </fieldset>`;
  }

  private asOf() {
    const asOf = this.query.get('asOf') ?? '';
    const yesterday = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
    return html`<div>
      <label for="as-of">${t('截至（当日终了，北京时间）', 'As of the end of (Beijing time)')}</label>
      <input id="as-of" type="date" max=${yesterday} .value=${asOf.endsWith(END_OF_DAY) ? asOf.replace(END_OF_DAY, '') : ''}
        @change=${(event: Event) => this.chooseDay(event.target as HTMLInputElement)} />
    </div>`;
  }

  private chooseDay(input: HTMLInputElement): void {
    if (input.reportValidity()) {
      setQuery({ asOf: input.value === '' ? undefined : `${input.value}${END_OF_DAY}` });
    }
  }
}

const coverages = (): Array<[string, string]> =>
  COVERAGES.map((one) => [String(one), t(`至少 ${percent(one)} 已报`, `At least ${percent(one)} reported`)]);

const limits = (): Array<[string, string]> => LIMITS.map((one) => [String(one), t(`前 ${one} 行`, `First ${one}`)]);

function check(parameter: string, value: string, name: string, isChosen: boolean) {
  return html`<label class="check">
    <input type="checkbox" name=${parameter} value=${value} .checked=${isChosen} @change=${() => toggle(parameter, value)} />
    ${name}
  </label>`;
}

/** Returns the first and the last year of one year or range; a list has neither, as two choosers cannot show it. */
function rangeOf(years: string[]): [first: string, last: string] {
  const [only] = years;
  if (only === undefined || years.length > 1) {
    return ['', ''];
  }
  const [first = '', last = first] = only.split('..');
  return [first, last];
}

function yearsFromTo(first: string, last: string): string | undefined {
  if (first === '' || last === '') {
    return undefined;
  }
  return first === last ? first : `${first}..${last}`;
}

async function among(entries: Choice[], text: string): Promise<Choice[]> {
  return entries.filter((one) => one.name.includes(text.trim()) || one.code.startsWith(text.trim())).slice(0, MOST_CHOICES);
}
