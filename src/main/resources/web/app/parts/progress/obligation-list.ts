import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { address, call } from '../../api/client';
import type { CycleEntry, ObligationEntry, ObligationState, PageObligationEntry } from '../../api/contract';
import { everyEntry } from '../../api/pages';
import { link, setQuery } from '../../router';
import { Loader, Part } from '../../screen';
import { day, moment, t } from '../../text';
import { columnName, obligationStates, stateName } from '../../words';
import { chinese } from '../chinese';
import '../download';
import { selectField, textField } from '../field';
import { lastPage, pageWithin, readWithin } from '../pager';
import './addition-dialog';
import { email, telephones } from './contact';
import './obligation-dialog';


const SIZES = [50, 200, 500];
const STYLES: Record<ObligationState, string> = { ON_TIME: 'good', LATE: 'warn', RETURNED: 'bad', MISSING: 'bad', EXEMPT: '' };

/** The condition that the list shows, with the names for it. */
export interface Condition {
  year: number;
  state: ObligationState | undefined;
  kind: 'DEPARTMENT' | 'GOVERNMENT' | undefined;
  district: { code: string; name: string } | undefined;
  /** Only agencies of the district itself, without those of districts below. */
  isOwn: boolean;
  /** Whether the district was chosen in the grid. */
  isCell: boolean;
  category: { code: string; name: string } | undefined;
  name: string;
  /** The number of the page, as the address has it. */
  page: string | undefined;
  size: number;
}

/** The lines of the roster to phone through. Fires `changed` when one was changed. */
@customElement('gk-obligation-list')
export class ObligationList extends Part {
  @property({ attribute: false }) cycle!: CycleEntry;
  @property({ attribute: false }) condition!: Condition;
  /** Changes when the lines are to be read again. */
  @property({ attribute: false }) version = 0;

  @state() private edited: ObligationEntry | undefined;
  @state() private isAdding = false;
  @state() private mustPrint = false;

  private readonly lines = new Loader<PageObligationEntry>(
    this,
    () => [this.condition, this.version],
    (signal) => this.load(signal),
  );

  /** The time at which the lines were read, for the printed list. */
  private readAt = new Date().toISOString();

  /** The service has no filter for names, nor for a district without those below: then all lines are read. */
  private async load(signal: AbortSignal): Promise<PageObligationEntry> {
    const { year, district, isOwn, name, page, size } = this.condition;
    const path = { year };
    const filter = this.filter();
    this.readAt = new Date().toISOString();
    if (!isOwn && name === '') {
      return readWithin(page, size, (one) => call('listObligations', { path, query: { ...filter, page: one, size }, signal }));
    }
    const all = await everyEntry((query) => call('listObligations', { path, query: { ...filter, ...query }, signal }));
    const found = all.filter(
      (one) => (!isOwn || one.district.code === district?.code) && one.agency.name.includes(name),
    );
    const shown = pageWithin(page, 1, lastPage(found.length, size)) - 1;
    return { items: found.slice(shown * size, (shown + 1) * size), page: shown, size, total: found.length };
  }

  private filter() {
    const { state: wanted, kind, district, category } = this.condition;
    return {
      ...(wanted === undefined ? {} : { state: wanted }),
      ...(kind === undefined ? {} : { kind }),
      ...(district === undefined ? {} : { district: [district.code] }),
      ...(category === undefined ? {} : { category: [category.code] }),
    };
  }

  protected override updated(): void {
    if (this.mustPrint && !this.lines.isPending) {
      this.mustPrint = false;
      print();
    }
  }

  override render() {
    return html`<section class="card obligations" aria-labelledby="obligations-title">
      <h2 id="obligations-title" tabindex="-1">${this.heading()}</h2>
      <p class="print-only">${t(`截至 ${moment(this.readAt)}`, `As of ${moment(this.readAt)}`)}</p>
      ${this.filters()} ${this.lines.render((page) => this.content(page))}
      ${this.edited === undefined
        ? nothing
        : html`<gk-obligation-dialog .cycle=${this.cycle} .line=${this.edited} @changed=${this.changed}
            @close=${() => this.closeDialog()}></gk-obligation-dialog>`}
      ${this.isAdding
        ? html`<gk-addition-dialog .cycle=${this.cycle} @changed=${this.changed}
            @close=${() => this.closeDialog()}></gk-addition-dialog>`
        : nothing}
    </section>`;
  }

  private heading(): string {
    const { year, state: wanted } = this.condition;
    return wanted === undefined
      ? t(`${year} 年度应报名册`, `Roster of ${year}`)
      : t(`${year} 年度名单：${stateName(wanted)}`, `List of ${year}: ${stateName(wanted)}`);
  }

  private filters() {
    const { state: wanted, district, category, name } = this.condition;
    return html`<form class="filters" role="search" @submit=${this.find}>
        ${selectField({
          id: 'state',
          label: t('报送状态', 'State'),
          value: wanted ?? 'all',
          options: [...obligationStates.map((one) => ({ value: one, label: stateName(one) })), { value: 'all', label: t('全部', 'All') }],
          change: (value) => setQuery({ state: value === 'MISSING' ? undefined : value, page: undefined }),
        })}
        ${textField({ id: 'name', type: 'search', label: t('单位名称', 'Name of the agency'), value: name, change: () => undefined })}
        <button type="submit">${t('查找', 'Search')}</button>
      </form>
      ${district === undefined && category === undefined && name === ''
        ? nothing
        : html`<ul class="chips">
            ${district === undefined ? nothing : this.placeChip(district.name)}
            ${category === undefined ? nothing : this.chip(category.name, { category: undefined })}
            ${name === '' ? nothing : this.chip(t(`名称含“${name}”`, `name with "${name}"`), { name: undefined })}
          </ul>`}`;
  }

  private placeChip(name: string) {
    const { isOwn, isCell } = this.condition;
    const label = isOwn ? t(`${name}本级`, `${name} itself`) : name;
    return isCell ? this.chip(label, { place: undefined, own: undefined }) : html`<li>${chinese(label)}</li>`;
  }

  private chip(label: string, without: Record<string, undefined>) {
    return html`<li>
      ${chinese(label)}<button type="button" aria-label=${t(`取消“${label}”`, `Remove "${label}"`)} @click=${() => this.widen(without)}>×</button>
    </li>`;
  }

  private widen(without: Record<string, undefined>): void {
    setQuery({ ...without, page: undefined });
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  private find(event: SubmitEvent): void {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector<HTMLInputElement>('#name');
    setQuery({ name: field?.value.trim(), page: undefined });
  }

  private content(page: PageObligationEntry) {
    const { size, isOwn, name } = this.condition;
    return html`<div class="toolbar">
        <button type="button" @click=${this.printAll}>${t('打印名单', 'Print the list')}</button>
        ${this.downloads()}
        <button type="button" @click=${() => (this.isAdding = true)}>${t('补入单位…', 'Add an agency…')}</button>
        ${isOwn || name !== ''
          ? html`<span class="muted">
              ${t('导出文件不按名称筛选，并包含下级行政区划。', 'Files are not filtered by name, and contain lower districts.')}
            </span>`
          : nothing}
      </div>
      ${page.items.length === 0 ? html`<p>${t('没有符合条件的单位。', 'No agency meets the conditions.')}</p>` : this.table(page)}
      ${page.total > page.items.length
        ? html`<p class="print-only">
            ${t(`本页 ${page.items.length} 行，名单共 ${page.total} 行`, `${page.items.length} of ${page.total} lines`)}
          </p>`
        : nothing}
      <div class="list-end">
        <gk-pager .page=${page.page + 1} .size=${size} .total=${page.total}></gk-pager>
        ${page.total <= (SIZES[0] as number)
          ? nothing
          : selectField({
              id: 'size',
              label: t('每页', 'Per page'),
              value: String(size),
              options: SIZES.map((one) => ({ value: String(one), label: String(one) })),
              change: (value) => setQuery({ size: value, page: undefined }),
            })}
      </div>`;
  }

  private downloads() {
    const { year } = this.condition;
    const query = { ...this.filter(), format: 'csv', bom: true, labels: 'names' };
    return html`<gk-download .label=${t('导出 CSV', 'Export CSV')} .format=${'csv' as const} .file=${`obligations-${year}.csv`} .headOf=${columnName}
        .address=${address('listObligations', { year }, query)}></gk-download>
      <gk-download .label=${t('导出 Excel', 'Export Excel')} .format=${'xlsx' as const} .file=${`obligations-${year}.xlsx`}
        .address=${address('listObligations', { year }, { ...this.filter(), format: 'xlsx' })}></gk-download>`;
  }

  /** The roles stay those of a table where the lines are stacked. */
  private table(page: PageObligationEntry) {
    const columns = [t('机关', 'Agency'), t('报送状态', 'State'), t('报送期限', 'Deadline'), t('联系方式', 'Contact')];
    return html`<div class="scroll">
      <table class="wide stacked" role="table" aria-labelledby="obligations-title">
        <thead role="rowgroup">
          <tr role="row">
            ${columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
            <th role="columnheader" scope="col" class="screen-only">${t('操作', 'Action')}</th>
            <th role="columnheader" scope="col" class="print-only">${t('催报记录', 'Notes')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">${page.items.map((one) => this.line(one))}</tbody>
      </table>
    </div>`;
  }

  private line(one: ObligationEntry) {
    return html`<tr role="row">
      <th role="rowheader" scope="row">
        <a href=${link(`/agencies/${one.agency.code}`)}>${chinese(one.agency.name)}</a>
        <div class="second">${chinese(one.district.name)} · ${chinese(one.category.name)}</div>
      </th>
      <td role="cell">${this.stateOf(one)}</td>
      <td role="cell" data-label=${t('期限', 'Deadline')}>${this.deadlineOf(one)}</td>
      <td role="cell">${contactOf(one)}</td>
      <td role="cell" class="screen-only">
        <button type="button" @click=${() => (this.edited = one)}>
          ${t('调整', 'Change')}<span class="visually-hidden"> ${chinese(one.agency.name)}</span>
        </button>
      </td>
      <td role="cell" class="print-only"></td>
    </tr>`;
  }

  private stateOf(one: ObligationEntry) {
    return html`<span class="status ${STYLES[one.state]}">${stateName(one.state)}</span>
      ${one.nilStated ? html`<span class="status">${t('零报告', 'nil return')}</span>` : nothing}
      ${one.overdue ? html`<div class="second">${t('逾期未报', 'overdue')}</div>` : nothing}
      ${one.firstSubmittedAt === undefined
        ? nothing
        : html`<div class="second">${t('首次报送', 'first submitted')} ${moment(one.firstSubmittedAt)}</div>`}`;
  }

  private deadlineOf(one: ObligationEntry) {
    const { departmentDeadline, governmentDeadline } = this.cycle;
    const hasOwn = one.deadline !== (one.kind === 'GOVERNMENT' ? governmentDeadline : departmentDeadline);
    return html`<span class="nowrap">${day(one.deadline)}</span> ${hasOwn ? html`<span class="status">${t('另定', 'own')}</span>` : nothing}
      ${one.reason === undefined ? nothing : html`<div class="second">${one.reason}</div>`}`;
  }

  /** Prints as much as one page can hold. The sheet of the service is for longer lists. */
  private printAll(): void {
    const page = this.lines.value as PageObligationEntry;
    const largest = SIZES.at(-1) as number;
    this.mustPrint = true;
    if (page.total > page.items.length && this.condition.size < largest) {
      setQuery({ size: String(largest), page: undefined });
    } else {
      this.requestUpdate();
    }
  }

  private changed(): void {
    this.dispatchEvent(new Event('changed'));
  }

  private closeDialog(): void {
    this.edited = undefined;
    this.isAdding = false;
  }
}

function contactOf(one: ObligationEntry) {
  const isUnknown = [one.contactPerson, one.telephone, one.email].every((each) => each === undefined);
  return html`${isUnknown ? html`<span class="muted">${t('未登记', 'unknown')}</span>` : one.contactPerson}
    ${telephones(one.telephone)} ${email(one.email)}
    <a class="second screen-only" href=${link('/registry', { code: one.agency.code })}
      >${isUnknown ? t('去登记', 'Enter it') : t('名录', 'Registry')}<span class="visually-hidden"> ${chinese(one.agency.name)}</span></a>`;
}
