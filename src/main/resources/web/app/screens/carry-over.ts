import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../api/client';
import type { Availability, CarryOverOrder, CarryOverStatus, CodeEntry, PageCarryOverEntry } from '../api/contract';
import { availability } from '../data';
import { selectField } from '../parts/field';
import { groupTabs } from '../parts/group-tabs';
import { MemberScreen } from '../parts/member-screen';
import { readWithin } from '../parts/pager';
import { printLine } from '../parts/print-line';
import '../parts/registers/agency-filter';
import '../parts/registers/ledger-table';
import { ledgerStatuses, ledgerStatusName } from '../parts/registers/ledger-words';
import { choose, field, scopeFields, scopeInWords, scopeOf } from '../parts/registers/scope';
import { tableDownloads } from '../parts/registers/table-downloads';
import { Loader } from '../screen';
import { t } from '../text';

/** Ten reports, with a line for each type of applicant and for all of them. */
const SIZE = 70;

interface Choices {
  available: Availability;
  applicantTypes: CodeEntry[];
}

/** The ledger of requests carried over: last year's reports beside those of the year. An agency sees its own lines. */
@customElement('gk-carry-over')
export class CarryOver extends MemberScreen {
  private readonly choices = new Loader<Choices>(
    this,
    () => ['choices'],
    async (signal) => {
      const available = await availability(signal);
      const year = Math.max(new Date().getFullYear() - 1, ...available.years.map((one) => one.year));
      const { applicantTypes } = await call('getForm', { path: { year }, signal });
      return { available, applicantTypes };
    },
  );

  private readonly lines = new Loader<PageCarryOverEntry>(
    this,
    () => (this.isOpen ? [this.filter(), this.parameter('page'), this.logins] : undefined),
    (signal) =>
      readWithin(this.parameter('page'), SIZE, (page) =>
        call('listCarryOver', { query: { ...this.filter(), page, size: SIZE }, signal }),
      ),
  );

  private filter() {
    const status = this.status();
    const orderBy = this.order();
    return {
      ...scopeOf(this.query),
      ...(status === undefined ? {} : { status }),
      ...(orderBy === undefined ? {} : { orderBy }),
    };
  }

  private status(): CarryOverStatus | undefined {
    return ledgerStatuses.find((one) => one === this.parameter('status'));
  }

  private order(): CarryOverOrder | undefined {
    return this.parameter('order') === 'difference' ? '-difference' : undefined;
  }

  override render() {
    const purpose = t(
      '结转台账逐年、逐类申请人比对上年报告的“结转下年度继续办理”（表三第四项）与本年报告的“上年结转”（表三第二项）。两者应当一致；不一致的须更正或者说明。',
      'The ledger compares, for each year and type of applicant, what last year’s report carries forward (table 三, row 四) with what the report of the year carries over (row 二). Both should be equal; a difference has to be corrected or explained.',
    );
    return html`<h1 tabindex="-1">${t('结转台账', 'Carry-over')}</h1>
      ${groupTabs()} ${this.isOpen ? this.content(purpose) : this.invitation(purpose)}`;
  }

  private content(purpose: string) {
    return html`<p class="muted">${purpose}</p>
      ${this.choices.render((choices) => html`${this.filters(choices)} ${this.lines.render((page) => this.list(page, choices))}`)}`;
  }

  private filters({ available }: Choices) {
    return html`<div class="filters" role="search">
      ${scopeFields(available, this.query)}
      ${field(this.query, 'status', t('比对结果', 'Result'), ledgerStatuses.map((one) => ({ value: one, label: ledgerStatusName(one) })))}
      ${selectField({
        id: 'order',
        label: t('排序', 'Order'),
        value: this.order() === undefined ? '' : 'difference',
        options: [
          { value: '', label: t('按单位', 'By agency') },
          { value: 'difference', label: t('差额大的在前', 'Largest difference first') },
        ],
        change: (value) => choose('order', value),
      })}
      <gk-agency-filter .code=${this.parameter('agency')}></gk-agency-filter>
    </div>`;
  }

  private list(page: PageCarryOverEntry, { available, applicantTypes }: Choices) {
    const status = this.status();
    return html`${printLine([
        ...scopeInWords(available, this.query),
        [t('比对结果', 'Result'), status === undefined ? undefined : ledgerStatusName(status)],
      ])}
      <div class="toolbar">${tableDownloads('listCarryOver', this.filter(), 'carry-over')}</div>
      ${page.items.length === 0
        ? html`<p>${t('没有符合条件的记录。', 'No line meets the conditions.')}</p>`
        : html`<gk-ledger-table .entries=${page.items} .applicantTypes=${applicantTypes}></gk-ledger-table>`}
      <gk-pager .page=${page.page + 1} .size=${SIZE} .total=${page.total}></gk-pager>`;
  }
}
