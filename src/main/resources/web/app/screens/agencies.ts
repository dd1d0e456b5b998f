import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../api/client';
import type { AgencyEntry, AvailableDistrict, CategoryEntry, PageAgencyEntry } from '../api/contract';
import { LARGEST_PAGE } from '../api/pages';
import { availability } from '../data';
import { chinese, langOf } from '../parts/chinese';
import { readWithin } from '../parts/pager';
import { link, setQuery } from '../router';
import { Loader, Screen } from '../screen';
import { session } from '../session';
import { day, number, t } from '../text';
import { indented } from '../words';

const SIZE = 50;
/** The time after the last key until a name is searched, in milliseconds. */
const PAUSE = 300;

interface Choices {
  districts: AvailableDistrict[];
  categories: CategoryEntry[];
}

/** Finds agencies by name, district and category. */
@customElement('gk-agencies')
export class Agencies extends Screen {
  private pause: ReturnType<typeof setTimeout> | undefined;

  private readonly choices = new Loader<Choices>(
    this,
    () => ['choices'],
    async (signal) => {
      const [{ districts }, categories] = await Promise.all([
        availability(signal),
        call('listCategories', { query: { size: LARGEST_PAGE }, signal }),
      ]);
      return { districts, categories: categories.items };
    },
  );

  /** The agencies that the reader submits for. */
  private readonly own = new Loader<AgencyEntry[]>(
    this,
    () => session()?.agencies,
    (signal) => Promise.all((session()?.agencies ?? []).map((code) => call('getAgency', { path: { code }, signal }))),
  );

  private readonly found = new Loader<PageAgencyEntry>(
    this,
    () => [this.search(), this.parameter('page')],
    (signal) =>
      readWithin(this.parameter('page'), SIZE, (page) => call('listAgencies', { query: { ...this.search(), page, size: SIZE }, signal })),
  );

  private search() {
    const district = this.parameter('district');
    const category = this.parameter('category');
    const name = this.parameter('name');
    return {
      ...(district === undefined ? {} : { district: [district] }),
      ...(category === undefined ? {} : { category: [category] }),
      ...(name === undefined ? {} : { name }),
    };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.pause);
  }

  override render() {
    return html`<h1 tabindex="-1">${t('单位', 'Agencies')}</h1>
      ${this.own.value?.length ? owned(this.own.value) : nothing}
      ${this.choices.render((choices) => html`${this.filters(choices)} ${this.found.render((page) => this.table(page, choices))}`)}`;
  }

  private filters(choices: Choices) {
    const district = this.parameter('district');
    const category = this.parameter('category');
    return html`<form class="filters" role="search" @submit=${this.submit}>
      <div>
        <label for="name">${t('单位名称', 'Name')}</label>
        <input id="name" type="search" autocomplete="off" @input=${this.typed} @compositionend=${this.typed} />
      </div>
      <div>
        <label for="district">${t('行政区划', 'District')}</label>
        <select id="district" @change=${choose}>
          <option value="" .selected=${district === undefined}>${t('全部', 'All')}</option>
          ${choices.districts.map(
            (one) => html`<option value=${one.code} lang=${langOf(one.name)} .selected=${one.code === district}>${indented(one.level, one.name)}</option>`,
          )}
        </select>
      </div>
      <div>
        <label for="category">${t('机关类别', 'Category')}</label>
        <select id="category" @change=${choose}>
          <option value="" .selected=${category === undefined}>${t('全部', 'All')}</option>
          ${choices.categories.map((one) => html`<option value=${one.code} lang=${langOf(one.name)} .selected=${one.code === category}>${one.name}</option>`)}
        </select>
      </div>
    </form>`;
  }

  /** Shows the name of the address, unless the reader is typing one. */
  protected override updated(): void {
    const input = this.querySelector<HTMLInputElement>('#name');
    if (input !== null && input !== document.activeElement) {
      input.value = this.parameter('name') ?? '';
    }
  }

  /** Searches after a pause, and not for the letters from which an input method still composes Chinese ones. */
  private readonly typed = (event: Event): void => {
    if (event instanceof InputEvent && event.isComposing) {
      return;
    }
    const name = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.pause);
    this.pause = setTimeout(() => setQuery({ name, page: undefined }, { replace: true }), PAUSE);
  };

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    clearTimeout(this.pause);
    setQuery({ name: this.querySelector<HTMLInputElement>('#name')?.value.trim(), page: undefined }, { replace: true });
  };

  private table(page: PageAgencyEntry, choices: Choices) {
    return html`${page.items.length === 0
        ? html`<p>${t('没有符合条件的单位。', 'No agency matches.')}</p>`
        : html`<p>${t(`共 ${number(page.total)} 个单位`, `${number(page.total)} agencies`)}</p>
          <div class="scroll" tabindex="0" role="region" aria-label=${t('单位', 'Agencies')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">${t('单位名称', 'Name')}</th>
                  <th scope="col">${t('行政区划', 'District')}</th>
                  <th scope="col">${t('机关类别', 'Category')}</th>
                  <th scope="col" class="code">${t('代码', 'Code')}</th>
                </tr>
              </thead>
              <tbody>${page.items.map((agency) => row(agency, choices))}</tbody>
            </table>
          </div>`}
      <gk-pager .page=${page.page + 1} .size=${page.size} .total=${page.total}></gk-pager>`;
  }
}

const owned = (agencies: AgencyEntry[]) => html`<p>
  ${t('本单位：', 'Your agency: ')} ${agencies.map((agency) => html`<a href=${link(`/agencies/${agency.code}`)}>${chinese(agency.name)}</a> `)}
</p>`;

function row(agency: AgencyEntry, choices: Choices) {
  return html`<tr>
    <th scope="row">
      <a href=${link(`/agencies/${agency.code}`)}>${chinese(agency.name)}</a>
      ${agency.validTo === undefined ? nothing : html`<span class="status">${t(`${day(agency.validTo)}止`, `until ${day(agency.validTo)}`)}</span>`}
    </th>
    <td>${chinese(nameOf(choices.districts, agency.district))}</td>
    <td>${chinese(nameOf(choices.categories, agency.category))}</td>
    <td class="code"><code>${agency.code}</code></td>
  </tr>`;
}

/** Returns the name of a district or category; its code if it is not in the list. */
const nameOf = (all: Array<{ code?: string; name: string }>, code: string): string =>
  all.find((one) => one.code === code)?.name ?? code;

function choose(event: Event): void {
  const { id, value } = event.target as HTMLSelectElement;
  setQuery({ [id]: value, page: undefined });
}
