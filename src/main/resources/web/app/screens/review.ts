import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call } from '../api/client';
import type { Availability, PageCycleEntry } from '../api/contract';
import { availability } from '../data';
import { OfficeScreen } from '../parts/office-screen';
import { lastPage, pageWithin } from '../parts/pager';
import type { Outcome } from '../parts/review/bulk-decision';
import type { Base } from '../parts/review/comparison-base';
import '../parts/review/review-filters';
import { PAGE_SIZE } from '../parts/review/review-queue';
import '../parts/review/review-report';
import type { Decided } from '../parts/review/review-report';
import {
  entries,
  keyOf,
  MAX_REPORTS,
  OpenWarnings,
  readQueue,
  sorted,
  SORTS,
  type Entry,
  type Filter,
  type Queue,
  type QueueStatus,
  type Sort,
} from '../queue';
import { link, navigate } from '../router';
import { Loader } from '../screen';
import { askToLogIn, session } from '../session';
import { number, t } from '../text';

/** The queue of reports that wait for the oversight office, and one report of it at a time. */
@customElement('gk-review')
export class Review extends OfficeScreen {
  @state() private message = '';
  @state() private progress = '';

  private readonly warnings = new OpenWarnings();
  private readonly chosen = new Set<string>();
  private readonly failures = new Map<string, string>();
  private list: Entry[] = [];
  private address: string | undefined;
  /** The address at which the message appeared: it is not shown at another one. */
  private messageAt = '';
  private isMoved = false;
  /** The place in the queue of the report that is shown, or was shown there last. */
  private place = 0;

  private readonly queue = new Loader<Queue>(
    this,
    () => (this.isOpen ? this.filter() : undefined),
    (signal) => {
      this.progress = '';
      return readQueue(this.filter(), (read, total) => (this.progress = `${number(read)} / ${number(total)}`), signal);
    },
  );

  private readonly available = new Loader<Availability>(
    this,
    () => (this.isOpen ? 'available' : undefined),
    availability,
  );

  private readonly cycles = new Loader<PageCycleEntry>(
    this,
    () => (this.isOpen ? 'cycles' : undefined),
    (signal) => call('listCycles', { query: { size: 100 }, signal }),
  );

  private filter(): Filter {
    return {
      status: (this.parameter('status') ?? 'SUBMITTED') as QueueStatus,
      year: this.parameter('year'),
      district: this.parameter('district'),
      category: this.parameter('category'),
    };
  }

  private order(): { sort: Sort; isDescending: boolean } {
    const text = this.parameter('sort') ?? (this.filter().status === 'SUBMITTED' ? 'deadline' : 'waiting');
    const sort = SORTS.find((one) => one === text.replace('-', '')) ?? 'deadline';
    return { sort, isDescending: text.startsWith('-') };
  }

  private key(): string | undefined {
    const { agency, year } = this.parameters;
    return agency === undefined ? undefined : keyOf({ agency, year: Number(year) });
  }

  protected override willUpdate(): void {
    this.message = this.messageAt === location.pathname ? this.message : '';
    this.isMoved ||= this.address !== undefined && this.address !== location.pathname;
    const { sort, isDescending } = this.order();
    const all = this.queue.value === undefined ? [] : entries(this.queue.value, this.parameter('agency') ?? '');
    this.list = sorted(all, sort, isDescending, this.warnings);
    this.place = this.index() < 0 ? this.place : this.index();
    if (sort === 'warnings') {
      void this.warnings.read(all, () => this.requestUpdate());
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const before = this.address;
    this.address = location.pathname;
    if (before !== undefined && before !== this.address && this.key() === undefined) {
      void this.returnTo(before.replace('/review/', ''));
    }
  }

  /** Moves the focus to a report in the queue, after the reader has looked at it. */
  private async returnTo(key: string): Promise<void> {
    await new Promise(requestAnimationFrame);
    (this.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? this.querySelector<HTMLElement>('h1'))?.focus();
  }

  override render() {
    if (!this.isOpen) {
      return html`<h1 tabindex="-1">${t('审核', 'Review')}</h1>${gate()}`;
    }
    return html`<p class="review-message" role="status">${this.message}</p>
      ${this.key() === undefined ? this.overview() : this.report()}`;
  }

  private overview() {
    const { sort, isDescending } = this.order();
    return html`<h1 tabindex="-1">${t('审核', 'Review')}</h1>
      <gk-review-filters .filter=${this.filter()} .agency=${this.parameter('agency') ?? ''} .available=${this.available.value}
        .years=${this.cycles.value?.items.map((one) => one.year as number) ?? []} @refresh=${this.refresh}></gk-review-filters>
      ${this.queue.isPending && this.progress !== '' ? html`<p class="loading" role="status">${t('已读取', 'Read')} ${this.progress}</p>` : nothing}
      ${this.queue.render(
        (queue) => html`${this.notes(queue)}
          <gk-review-queue .entries=${this.list} .warnings=${this.warnings} .sort=${sort} .isDescending=${isDescending}
            .page=${this.page()} .isWaiting=${this.filter().status === 'SUBMITTED'} .chosen=${this.chosen}
            .failures=${this.failures} @outcomes=${this.finished}></gk-review-queue>`,
      )}`;
  }

  private page(): number {
    return pageWithin(this.parameter('page'), 0, lastPage(this.list.length, PAGE_SIZE) - 1);
  }

  private notes(queue: Queue) {
    return queue.total > MAX_REPORTS
      ? html`<p class="notice">
          ${t(
            `共 ${number(queue.total)} 份，只读取了 ${number(queue.reports.length)} 份。请按年度或行政区划缩小范围。`,
            `${number(queue.reports.length)} of ${number(queue.total)} reports were read. Choose a year or a district.`,
          )}
        </p>`
      : nothing;
  }

  private report() {
    const index = this.index();
    const { agency, year } = this.parameters;
    return html`<gk-review-report .agency=${agency} .year=${Number(year)} .base=${(this.parameter('base') ?? 'year') as Base}
      .entry=${this.list[index]} .takesFocus=${this.isMoved}
      .position=${index < 0 ? '' : `${number(index + 1)} / ${number(this.list.length)}`}
      @decided=${this.decided} @step=${(event: CustomEvent<1 | -1>) => this.step(event.detail)}
      @outdated=${() => this.queue.reload()} @leave=${() => this.open(undefined)}></gk-review-report>`;
  }

  private index(): number {
    return this.list.findIndex((entry) => entry.key === this.key());
  }

  private open(entry: Entry | undefined): void {
    navigate(link(entry === undefined ? '/review' : `/review/${entry.key}`, Object.fromEntries(this.query)));
  }

  /** Goes to the next report or to the one before. One that has left the queue was before the one that is in its place now. */
  private step(by: 1 | -1): void {
    const isGone = this.index() < 0;
    const next = this.list[isGone && by > 0 ? this.place : this.place + by];
    if (this.list.length === 0 || next !== undefined) {
      this.open(next);
    } else {
      this.announce(by > 0 ? t('这是最后一份。', 'This is the last report.') : t('这是第一份。', 'This is the first report.'));
    }
  }

  private decided(event: CustomEvent<Decided>): void {
    const { receipt, name } = event.detail;
    const report = t(`${name} ${receipt.year} 年度报告`, `the report of ${name} on ${receipt.year}`);
    if (receipt.status === 'WITHDRAWN') {
      this.announce(t(`已撤回：${report}（第 ${receipt.revision} 版）。`, `Withdrawn: ${report}, revision ${receipt.revision}.`));
      void this.queue.reload();
      return;
    }
    this.takeOut([keyOf(receipt)]);
    const rest = this.list.filter((entry) => entry.key !== keyOf(receipt));
    const next = rest[this.place] ?? rest.at(-1);
    const what = receipt.status === 'RETURNED' ? t('已退回', 'Returned') : t('已通过', 'Accepted');
    this.open(next);
    this.announce(`${what}${t('：', ': ')}${report}${t('。', '. ')}${next === undefined ? t('队列已全部审核。', 'The queue is empty.') : ''}`);
  }

  /** Shows a message until another report is opened. */
  private announce(message: string): void {
    this.message = message;
    this.messageAt = location.pathname;
  }

  private finished(event: CustomEvent<Outcome[]>): void {
    for (const { entry, state: outcome, reason } of event.detail) {
      if (outcome === 'failed') {
        this.failures.set(entry.key, reason ?? '');
      } else {
        this.failures.delete(entry.key);
      }
    }
    const done = event.detail.filter((one) => one.state === 'decided');
    this.takeOut(done.map((one) => one.entry.key));
    this.announce(done.length === 0 ? '' : t(`已处理 ${number(done.length)} 份。`, `${number(done.length)} reports decided.`));
  }

  private takeOut(keys: string[]): void {
    const queue = this.queue.value;
    keys.forEach((key) => this.chosen.delete(key));
    if (queue !== undefined) {
      const reports = queue.reports.filter((report) => !keys.includes(keyOf(report)));
      this.queue.value = { ...queue, reports, total: queue.total - queue.reports.length + reports.length };
    }
    this.requestUpdate();
  }

  private readonly refresh = (): void => {
    this.failures.clear();
    void this.queue.reload();
  };
}

function gate(): TemplateResult {
  const other = session();
  return html`<div class="card">
    <p>
      ${t(
        '主管部门在这里审核各单位报送的年度报告：查看提示和上年数字，通过或者退回，也可以撤回已生效的版本。',
        'Here the oversight office reviews the reports of the agencies: it sees findings and the figures of last year, accepts or returns a report, or withdraws one that is in force.',
      )}
    </p>
    ${other === undefined
      ? html`<p>${t('需要主管部门的令牌。', 'A token of the oversight office is needed.')}</p>
          <button type="button" class="primary" @click=${askToLogIn}>${t('登录', 'Log in')}</button>`
      : html`<p>${t('您的令牌不是主管部门的。', 'Your token is not one of the oversight office.')}
          <a href=${link('/submit')}>${t('填报本单位的报告', 'Submit the report of your agency')}</a></p>`}
  </div>`;
}
