import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Decision } from '../../api/contract';
import { isFirstDescending, type Entry, type OpenWarnings, type Sort } from '../../queue';
import { dayOf } from '../../revisions';
import { link, setQuery } from '../../router';
import { Part } from '../../screen';
import { Shortcuts } from '../../shortcuts';
import { day, number, t } from '../../text';
import { stateName } from '../../words';
import { chinese } from '../chinese';
import './bulk-decision';
import type { Outcome } from './bulk-decision';
import '../shortcut-help';

export const PAGE_SIZE = 50;

/**
 * The reports of the queue as a table, and decisions on those that are chosen.
 *
 * Fires `outcomes` after decisions on many.
 */
@customElement('gk-review-queue')
export class ReviewQueue extends Part {
  /** All reports that the filters select, in order. */
  @property({ attribute: false }) entries: Entry[] = [];
  @property({ attribute: false }) warnings!: OpenWarnings;
  @property({ attribute: false }) sort: Sort = 'deadline';
  @property({ attribute: false }) isDescending = false;
  /** The page that is shown, from 0. */
  @property({ attribute: false }) page = 0;
  /** Whether the reports wait, so that they can be decided on. */
  @property({ attribute: false }) isWaiting = true;
  /** The keys of the chosen reports, which outlive this element. */
  @property({ attribute: false }) chosen!: Set<string>;
  /** Why the last decision on a report failed, by its key. */
  @property({ attribute: false }) failures!: Map<string, string>;

  @state() private decision: Decision | undefined;

  constructor() {
    super();
    new Shortcuts(this, () => ({
      j: () => this.move(1),
      k: () => this.move(-1),
      x: () => focusedRow()?.querySelector<HTMLInputElement>('input')?.click(),
      a: () => this.ask('ACCEPT'),
      r: () => this.ask('RETURN'),
    }));
  }

  protected override updated(): void {
    void this.warnings.read(this.shown(), () => this.requestUpdate());
  }

  private shown(): Entry[] {
    return this.entries.slice(this.page * PAGE_SIZE, (this.page + 1) * PAGE_SIZE);
  }

  private chosenEntries(): Entry[] {
    return this.entries.filter((entry) => this.chosen.has(entry.key));
  }

  override render() {
    if (this.entries.length === 0) {
      return html`<p class="card">${this.isWaiting ? t('没有待审核的报告。', 'No report waits.') : t('没有这样的报告。', 'There are none.')}</p>`;
    }
    return html`<div class="scroll">
        <table class="review-queue">
          <caption>${this.caption()}</caption>
          <thead>${this.heads()}</thead>
          <tbody>${repeat(this.shown(), (entry) => entry.key, (entry) => this.row(entry))}</tbody>
        </table>
      </div>
      ${this.pager()} ${this.isWaiting ? this.bar() : nothing}
      ${this.decision === undefined
        ? nothing
        : html`<gk-bulk-decision .decision=${this.decision} .entries=${this.chosenEntries()} .warnings=${this.warnings}
            @outcomes=${this.finished}></gk-bulk-decision>`}`;
  }

  private caption(): string {
    const count = number(this.entries.length);
    return this.isWaiting && this.sort === 'deadline' && !this.isDescending
      ? t(`${count} 份，按紧急程度排列：期限早的在前，期限相同的等待久的在前`, `${count} reports by urgency: the earlier deadline first, then the longer wait`)
      : t(`${count} 份`, `${count} reports`);
  }

  private heads() {
    const isAllChosen = this.shown().every((entry) => this.chosen.has(entry.key));
    return html`<tr>
      ${this.isWaiting
        ? html`<td>
            <input type="checkbox" aria-label=${t('选择本页全部', 'Choose all of this page')} .checked=${isAllChosen}
              @change=${(event: Event) => this.choose(this.shown(), (event.target as HTMLInputElement).checked)} />
          </td>`
        : nothing}
      ${this.head('agency', t('单位', 'Agency'))} ${this.head('year', t('年度', 'Year'))}
      ${this.head('waiting', this.entries.some((one) => one.work !== undefined) ? t('等待', 'Waiting') : t('报送', 'Submitted'))}
      ${this.head('deadline', t('期限', 'Deadline'))} ${this.head('warnings', t('未说明提示', 'Open warnings'))}
    </tr>`;
  }

  private head(sort: Sort, text: string) {
    const isSorted = this.sort === sort;
    const order = isSorted ? (this.isDescending ? 'descending' : 'ascending') : nothing;
    const next = isSorted ? !this.isDescending : isFirstDescending(sort);
    return html`<th scope="col" class=${sort === 'year' || sort === 'waiting' ? 'wide-only' : ''} aria-sort=${order}>
      <button type="button" class="plain" @click=${() => setQuery({ sort: `${next ? '-' : ''}${sort}`, page: undefined }, { replace: true })}>
        ${text}</button>${isSorted ? html`<span aria-hidden="true"> ${this.isDescending ? '▼' : '▲'}</span>` : nothing}
    </th>`;
  }

  private row(entry: Entry) {
    const { report } = entry;
    const name = `${report.agencyName} ${report.year}`;
    const failure = this.failures.get(entry.key);
    return html`<tr>
      ${this.isWaiting
        ? html`<td>
            <input type="checkbox" aria-label=${t(`选择 ${name}`, `Choose ${name}`)} .checked=${this.chosen.has(entry.key)}
              @change=${(event: Event) => this.choose([entry], (event.target as HTMLInputElement).checked)} />
          </td>`
        : nothing}
      <td>
        <a class="open" data-key=${entry.key} href=${addressOf(entry)}>${chinese(report.agencyName)}</a>
        ${entry.isLate ? html`<span class="status bad">${stateName('LATE')}</span>` : nothing}
        ${revision(entry)}
        <span class="muted second-line"><span class="narrow-only">${report.year} · ${entry.work === undefined ? '' : `${days(entry)} · `}</span>${chinese(report.district.name)} · ${chinese(report.category.name)}</span>
        ${failure === undefined ? nothing : html`<span class="failure">${t('未成功：', 'Failed: ')}${failure}</span>`}
      </td>
      <td class="wide-only">${report.year}</td>
      <td class="wide-only">${entry.work === undefined ? nothing : days(entry)}
        <span class="muted second-line">${day(dayOf(new Date(report.submittedAt)))}</span></td>
      <td class="deadline">${deadline(entry)}</td>
      <td class="number">${this.openWarnings(entry)}</td>
    </tr>`;
  }

  private openWarnings(entry: Entry) {
    const count = this.warnings.of(entry);
    if (count === undefined) {
      return html`<span class="muted" title=${t('正在读取', 'Loading')}>…</span>`;
    }
    return count === 0
      ? number(0)
      : html`<strong class="open-warnings">${number(count)}</strong>${entry.work === undefined
            ? nothing
            : html`<span class="muted second-line" title=${weightMeaning()}>${t('权重', 'weight')} ${number(entry.work.weight)}</span>`}`;
  }

  private pager() {
    const pages = Math.ceil(this.entries.length / PAGE_SIZE);
    return pages === 1
      ? nothing
      : html`<nav class="actions" aria-label=${t('分页', 'Pages')}>
          <button type="button" ?disabled=${this.page === 0} @click=${() => turn(this.page - 1)}>${t('上一页', 'Previous')}</button>
          <span>${t(`第 ${this.page + 1} 页，共 ${pages} 页`, `Page ${this.page + 1} of ${pages}`)}</span>
          <button type="button" ?disabled=${this.page >= pages - 1} @click=${() => turn(this.page + 1)}>${t('下一页', 'Next')}</button>
        </nav>`;
  }

  private bar() {
    const count = this.chosenEntries().length;
    const isAll = count === this.entries.length;
    return html`<section class="decision-bar" aria-label=${t('决定', 'Decision')}>
      <div class="bar-row">
        <span role="status">${t(`已选 ${number(count)} 份`, `${number(count)} chosen`)}</span>
        <button type="button" class="primary" aria-keyshortcuts="A" ?disabled=${count === 0} @click=${() => this.ask('ACCEPT')}>
          ${t('通过…', 'Accept…')} <kbd>A</kbd></button>
        <button type="button" aria-keyshortcuts="R" ?disabled=${count === 0} @click=${() => this.ask('RETURN')}>
          ${t('退回…', 'Return…')} <kbd>R</kbd></button>
        <button type="button" @click=${() => this.choose(this.entries, !isAll)}>
          ${isAll ? t('取消选择', 'Choose none') : t(`选择全部 ${number(this.entries.length)} 份`, `Choose all ${number(this.entries.length)}`)}</button>
        <gk-shortcut-help .keys=${keys()}></gk-shortcut-help>
      </div>
    </section>`;
  }

  private choose(entries: Entry[], isChosen: boolean): void {
    entries.forEach((entry) => (isChosen ? this.chosen.add(entry.key) : this.chosen.delete(entry.key)));
    this.requestUpdate();
  }

  private ask(decision: Decision): void {
    if (this.isWaiting && this.chosenEntries().length > 0) {
      this.decision = decision;
    }
  }

  private finished(event: CustomEvent<Outcome[]>): void {
    this.decision = undefined;
    this.dispatchEvent(new CustomEvent<Outcome[]>('outcomes', { detail: event.detail }));
  }

  /** Moves the focus to the next row, or to the one before. */
  private move(step: number): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a.open')];
    const current = links.findIndex((one) => one.closest('tr') === focusedRow());
    links[current < 0 ? 0 : Math.min(Math.max(current + step, 0), links.length - 1)]?.focus();
  }
}

/** Tells what the weight of a report counts, as the documentation of the work list does. */
const weightMeaning = (): string =>
  t(
    '未说明提示的权重之和：与上年或其他报告、法规不符的为 5，正文与表格不符的为 3，其余为 1。',
    'The sum over the open warnings: 5 for a contradiction to another report or the law, 3 for a text that contradicts the tables, 1 for any other.',
  );

const focusedRow = (): Element | null => document.activeElement?.closest('table.review-queue tbody tr') ?? null;

const turn = (page: number): void => setQuery({ page: page === 0 ? undefined : String(page) });

/** Returns the address of a report: it keeps the filters and the order, so that the next report is the one below. */
function addressOf(entry: Entry): string {
  return link(`/review/${entry.key}`, Object.fromEntries(new URLSearchParams(location.search)));
}

/** Names a revision after the first. It is a correction only if one before it was in force, and not after a return. */
function revision({ report, work }: Entry) {
  return report.revision === 1
    ? nothing
    : html`<span class="status">${work?.correction === true
        ? t(`更正（第 ${report.revision} 版）`, `Correction (${report.revision})`)
        : t(`第 ${report.revision} 版`, `Revision ${report.revision}`)}</span>`;
}

const days = (entry: Entry): string => t(`${entry.days} 天`, `${entry.days} d`);

/** Returns the deadline, with the days to it only while something is to be done. */
function deadline({ report, deadline: date, left }: Entry) {
  if (date === undefined || left === undefined) {
    return '—';
  }
  const isDone = report.status !== 'SUBMITTED' && report.status !== 'RETURNED';
  if (isDone) {
    return day(date);
  }
  const distance =
    left < 0 ? t(`已过 ${-left} 天`, `${-left} d ago`) : left === 0 ? t('今天', 'today') : t(`还有 ${left} 天`, `in ${left} d`);
  return html`${day(date)} <span class="muted second-line">${distance}</span>`;
}

const keys = (): Array<[string, string]> => [
  ['J', t('下一行', 'Next row')],
  ['K', t('上一行', 'Previous row')],
  ['Enter', t('打开报告', 'Open the report')],
  ['X', t('选择或取消选择', 'Choose, or not')],
  ['A', t('通过所选', 'Accept the chosen')],
  ['R', t('退回所选', 'Return the chosen')],
];
