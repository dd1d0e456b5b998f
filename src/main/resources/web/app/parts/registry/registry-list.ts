import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { address } from '../../api/client';
import type { CategoryEntry, DistrictEntry } from '../../api/contract';
import type { Coded } from '../../registry';
import { link, setQuery } from '../../router';
import { Loader, Part } from '../../screen';
import { t } from '../../text';
import { kindName, kinds, levelName, levels, memberName } from '../../words';
import '../download';
import { textField } from '../field';
import { readWithin } from '../pager';
import { printLine } from '../print-line';
import { registers, type Register } from './registers';

export const PAGE_SIZE = 50;

/** Returns the head of a column in a file that can be imported again: the import knows the Chinese names, and its own. */
const headOf = (column: string): string => t(memberName(column), column);

interface Page<T> {
  items: T[];
  total: number;
}

/** The entries of a register, with a search. */
export abstract class RegistryList<T> extends Part {
  @property({ attribute: false }) query = new URLSearchParams();
  @property({ attribute: false }) districts: Array<Coded<DistrictEntry>> = [];
  @property({ attribute: false }) categories: Array<Coded<CategoryEntry>> = [];
  /** Changes when the entries are to be read again. */
  @property({ attribute: false }) version = 0;

  protected abstract readonly register: Register;

  private readonly entries = new Loader<Page<T> & { page: number }>(
    this,
    () => [this.register, this.filter(), this.parameter('page'), this.version],
    (signal) => readWithin(this.parameter('page'), PAGE_SIZE, (page) => this.read(page, signal)),
  );

  /** Returns the conditions as the service takes them. */
  protected abstract filter(): object;
  protected abstract read(page: number, signal: AbortSignal): Promise<Page<T>>;
  /** Renders choosers beside the search for a name. */
  protected abstract choosers(): TemplateResult | typeof nothing;
  protected abstract columns(): string[];
  protected abstract line(entry: T): TemplateResult;

  protected parameter(name: string): string | undefined {
    return this.query.get(name) ?? undefined;
  }

  override render() {
    const facts = registers[this.register];
    const tab = this.register === 'agencies' ? undefined : this.register;
    return html`<h2 tabindex="-1">${facts.title()}</h2>
      <form class="filters" role="search" @submit=${this.find}>
        ${textField({
          id: 'name',
          type: 'search',
          label: t('名称', 'Name'),
          value: this.parameter('name') ?? '',
          change: () => undefined,
        })}
        <button type="submit">${t('查找', 'Search')}</button>
        ${this.choosers()}
      </form>
      ${this.printed()}
      <div class="toolbar">
        <a class="button" href=${link('/registry', { tab, new: '1' })}>${t(`新增${facts.one()}`, `New ${facts.one()}`)}</a>
        <a class="button" href=${link('/registry', { tab, import: '1' })}>${t('导入 CSV', 'Import CSV')}</a>
        <gk-download .label=${t('导出 CSV', 'Export CSV')} .format=${'csv' as const} .file=${`${this.register}.csv`} .headOf=${headOf}
          .address=${address(facts.list, undefined, { ...this.filter(), format: 'csv', bom: true })}></gk-download>
      </div>
      ${this.entries.render((page) => this.content(page))}`;
  }

  private printed() {
    const nameOf = (entries: Array<Coded<{ name: string }>>, code: string | undefined) =>
      entries.find((one) => one.code === code)?.name ?? code;
    const kind = kinds.find((one) => one === this.parameter('kind'));
    const level = levels.find((one) => one === this.parameter('level'));
    return printLine([
      [memberName('name'), this.parameter('name')],
      [memberName('district'), nameOf(this.districts, this.parameter('district'))],
      [memberName('category'), nameOf(this.categories, this.parameter('category'))],
      [memberName('kind'), kind === undefined ? undefined : kindName(kind)],
      [memberName('level'), level === undefined ? undefined : levelName(level)],
      [memberName('parent'), nameOf(this.districts, this.parameter('parent'))],
    ]);
  }

  private content(page: Page<T> & { page: number }) {
    return html`${page.items.length === 0
        ? html`<p>${t('没有符合条件的条目。', 'No entry meets the conditions.')}</p>`
        : html`<div class="scroll">
            <table class="wide stacked" role="table" aria-label=${registers[this.register].title()}>
              <thead role="rowgroup">
                <tr role="row">
                  ${this.columns().map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
                </tr>
              </thead>
              <tbody role="rowgroup">${page.items.map((one) => this.line(one))}</tbody>
            </table>
          </div>`}
      <gk-pager .page=${page.page + 1} .size=${PAGE_SIZE} .total=${page.total}></gk-pager>`;
  }

  private find(event: SubmitEvent): void {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector<HTMLInputElement>('#name');
    setQuery({ name: field?.value.trim(), page: undefined });
  }
}
