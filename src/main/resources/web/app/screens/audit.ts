import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { actorName, agencyOf } from '../actors';
import type { EventEntry, EventOrder } from '../api/contract';
import { write } from '../csv';
import { actorText, agencyCode, changesOf, detailsOf, objectOf, type Change } from '../parts/audit/event-text';
import { LogReader } from '../parts/audit/log-reader';
import { save } from '../parts/download';
import { selectField, textField } from '../parts/field';
import { groupTabs } from '../parts/group-tabs';
import { OfficeScreen } from '../parts/office-screen';
import { lastPage, pageWithin } from '../parts/pager';
import { printLine } from '../parts/print-line';
import { entryLink } from '../parts/registry/registers';
import { link, setQuery } from '../router';
import { moment, number, t } from '../text';
import { eventName, eventTypes } from '../words';

const PAGE_SIZE = 100;

/** Who did what, when, and what it changed. */
@customElement('gk-audit')
export class Audit extends OfficeScreen {
  private readonly log = new LogReader(this, () => this.hasEnough());
  private readFor = '';
  private foundFor = '';
  private requests = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.requests.abort();
    this.requests = new AbortController();
  }

  protected override willUpdate(): void {
    if (!this.isOpen) {
      return;
    }
    const read = `${this.logins} ${this.order()}`;
    const found = `${read} ${this.query}`;
    if (this.readFor !== read) {
      this.readFor = read;
      this.start(() => this.log.begin(this.order()));
    } else if (this.foundFor !== found) {
      this.start(() => this.log.continue());
    }
    this.foundFor = found;
  }

  /** Reads events. A list that is searched by a name needs the names before. */
  private start(read: () => Promise<void>): void {
    const object = this.parameter('object');
    const names = this.log.names.find(object, this.requests.signal);
    void (object === undefined ? read() : names.then(read));
  }

  protected override updated(): void {
    if (this.isOpen && !this.log.isReading) {
      this.log.names.lookUp(this.shown(this.found()), this.requests.signal);
    }
  }

  private order(): EventOrder {
    return this.parameter('order') === 'oldest' ? 'asc' : 'desc';
  }

  /** Whether this page is full, and the next one has an entry. */
  private hasEnough(): boolean {
    return this.found().length > Number(this.parameter('page') ?? 1) * PAGE_SIZE;
  }

  override render() {
    const purpose = t(
      '审计日志记录报告、名录和报告年度的每项变更：操作者、时间、来源地址和变更前后的值。',
      'The audit log has every change of reports, the registry and report years: who made it, when, from where, and the values before and after.',
    );
    return html`<h1 tabindex="-1">${t('审计日志', 'Audit log')}</h1>
      ${groupTabs()} ${this.isOpen ? this.content() : this.invitation(purpose)}`;
  }

  private content() {
    const found = this.found();
    const shown = this.shown(found);
    return html`${this.filters()} ${this.progress(found.length)}
      ${shown.length === 0 ? nothing : this.table(shown)}
      ${shown.length === 0 && this.log.isComplete ? html`<p>${t('没有符合条件的记录。', 'No event meets the conditions.')}</p>` : nothing}
      <gk-pager .page=${this.page(found)} .size=${PAGE_SIZE} .total=${found.length}></gk-pager>`;
  }

  private page(found: EventEntry[]): number {
    return pageWithin(this.parameter('page'), 1, lastPage(found.length, PAGE_SIZE));
  }

  private shown(found: EventEntry[]): EventEntry[] {
    const page = this.page(found);
    return found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  }

  private filters() {
    const chosen = this.parameter('actor');
    const actors = [...new Set([...this.log.events.map((one) => one.actor), ...(chosen === undefined ? [] : [chosen])])].sort();
    const all = { value: '', label: t('全部', 'All') };
    return html`<form class="filters" role="search" @submit=${this.find}>
      ${selectField({
        id: 'type',
        label: t('事项', 'Event'),
        value: this.query.get('type') ?? '',
        options: [all, ...eventTypes.map((one) => ({ value: one, label: eventName(one) }))],
        change: (value) => setQuery({ type: value, page: undefined }),
      })}
      ${selectField({
        id: 'actor',
        label: t('操作人', 'By'),
        value: this.query.get('actor') ?? '',
        options: [all, ...actors.map((one) => ({ value: one, label: actorText(one, this.log.names.known) }))],
        change: (value) => setQuery({ actor: value, page: undefined }),
      })}
      ${this.dayField('from', t('自', 'From'))} ${this.dayField('to', t('至', 'To'))}
      ${textField({
        id: 'object',
        type: 'search',
        label: t('单位或对象的名称、代码', 'Name or code of the object'),
        value: this.query.get('object') ?? '',
        change: () => undefined,
      })}
      <button type="submit">${t('查找', 'Search')}</button>
      ${selectField({
        id: 'order',
        label: t('排序', 'Order'),
        value: this.query.get('order') ?? '',
        options: [
          { value: '', label: t('新的在前', 'Newest first') },
          { value: 'oldest', label: t('旧的在前', 'Oldest first') },
        ],
        change: (value) => setQuery({ order: value, page: undefined }),
      })}
    </form>
    ${this.printed()}`;
  }

  private printed() {
    const type = eventTypes.find((one) => one === this.parameter('type'));
    const actor = this.parameter('actor');
    return printLine([
      [t('事项', 'Event'), type === undefined ? undefined : eventName(type)],
      [t('操作人', 'By'), actor === undefined ? undefined : actorText(actor, this.log.names.known)],
      [t('自', 'From'), this.parameter('from')],
      [t('至', 'To'), this.parameter('to')],
      [t('对象', 'Object'), this.parameter('object')],
    ]);
  }

  private dayField(id: 'from' | 'to', label: string) {
    return textField({
      id,
      type: 'date',
      label,
      value: this.query.get(id) ?? '',
      change: (value) => setQuery({ [id]: value, page: undefined }, { replace: true }),
    });
  }

  private find(event: SubmitEvent): void {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector<HTMLInputElement>('#object');
    setQuery({ object: field?.value.trim(), page: undefined });
  }

  /** Tells how much of the log the list is made from. */
  private progress(found: number) {
    const { events, isReading, isComplete, isOutdated, error } = this.log;
    const count = number(events.length);
    const state = isReading
      ? t(`正在读取，已读 ${count} 条…`, `Reading, ${count} events so far…`)
      : isComplete
        ? t(`已读取全部 ${count} 条，符合条件的 ${number(found)} 条。`, `All ${count} events were read; ${number(found)} meet the conditions.`)
        : this.order() === 'desc'
          ? t(
              `已读取最新的 ${count} 条，其中符合条件的 ${number(found)} 条；更早的记录尚未读取。`,
              `The newest ${count} events were read; ${number(found)} of them meet the conditions. Earlier ones were not read yet.`,
            )
          : t(
              `已读取最早的 ${count} 条，其中符合条件的 ${number(found)} 条；较新的记录尚未读取。`,
              `The oldest ${count} events were read; ${number(found)} of them meet the conditions. Newer ones were not read yet.`,
            );
    return html`<div class="toolbar">
        <span role="status" aria-busy=${isReading} class=${isComplete || isReading ? 'muted' : 'incomplete'}>${state}</span>
        ${isReading
          ? html`<button type="button" @click=${() => this.log.stop()}>${t('停止', 'Stop')}</button>`
          : html`<button type="button" @click=${() => this.log.read()}>
              ${isComplete ? t('读取新记录', 'Read new events') : t('继续读取', 'Read on')}
            </button>`}
        <button type="button" ?disabled=${found === 0} @click=${this.export}>
          ${t(`导出这 ${number(found)} 条（CSV）`, `Export these ${number(found)} as CSV`)}
        </button>
      </div>
      ${isOutdated ? this.outdated() : error === undefined ? nothing : html`<gk-problem .error=${error} .retry=${() => this.log.read()}></gk-problem>`}`;
  }

  private outdated() {
    return html`<div class="problem" role="alert">
      <strong>${t('数据库已恢复到更早的时点', 'The database was restored to an earlier state')}</strong>
      <p>
        ${t('此前读取的记录可能已不存在，请从头重新读取。', 'Events that were read before may not have happened. Read the log from its beginning.')}
      </p>
      <button type="button" @click=${() => this.log.restart()}>${t('重新读取', 'Read again')}</button>
    </div>`;
  }

  private found(): EventEntry[] {
    const { type, actor, from, to, object } = Object.fromEntries(this.query) as Record<string, string | undefined>;
    return this.log.events.filter(
      (one) =>
        (type === undefined || one.type === type) &&
        (actor === undefined || one.actor === actor) &&
        (from === undefined || beijingDay(one.at) >= from) &&
        (to === undefined || beijingDay(one.at) <= to) &&
        (object === undefined || one.subject.includes(object) || objectOf(one, this.log.names.known).includes(object)),
    );
  }

  private table(events: EventEntry[]) {
    const columns = [t('时间', 'Time'), t('操作人', 'By'), t('事项', 'Event'), t('对象', 'Object'), t('变更', 'Change')];
    return html`<div class="scroll">
      <table class="wide stacked" role="table" aria-label=${t('审计日志', 'Audit log')}>
        <thead role="rowgroup">
          <tr role="row">${columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr>
        </thead>
        <tbody role="rowgroup">${events.map((one) => this.line(one))}</tbody>
      </table>
    </div>`;
  }

  private line(event: EventEntry) {
    const changes = changesOf(event, this.log.names.known);
    const details = detailsOf(event, this.log.names.known);
    return html`<tr role="row">
      <td role="cell" class="nowrap">${moment(event.at)}<div class="second">${t('编号', 'No.')} ${event.id}</div></td>
      <td role="cell">${this.actor(event.actor)}<div class="second">${event.address}</div></td>
      <td role="cell">${eventName(event.type)}</td>
      <td role="cell"><a href=${objectLink(event)}>${objectOf(event, this.log.names.known)}</a>${code(agencyCode(event))}</td>
      <td role="cell" class="change">
        ${changes.map((one) => changeLine(one, event.before === undefined))}
        ${details.map((one) => html`<div>${one}</div>`)}
      </td>
    </tr>`;
  }

  /** An agency is shown with its name, and its code below. */
  private actor(actor: string) {
    const agency = agencyOf(actor);
    return html`${this.log.names.known.get(`agencies/${agency}`) ?? actorName(actor)}${code(agency)}`;
  }

  private export(): void {
    const names = this.log.names.known;
    const header = [
      t('编号', 'No.'),
      t('时间', 'Time'),
      t('操作人', 'By'),
      t('来源地址', 'Address'),
      t('事项', 'Event'),
      t('对象', 'Object'),
      t('路径', 'Path'),
      t('变更', 'Change'),
    ];
    const lines = this.found().map((one) => [
      String(one.id),
      one.at,
      actorText(one.actor, names),
      one.address ?? '',
      eventName(one.type),
      objectOf(one, names),
      one.subject,
      [...changesOf(one, names).map(changeText), ...detailsOf(one, names)].join('\n'),
    ]);
    save(write([header, ...lines]), 'audit-log.csv');
  }
}

const none = (): string => t('无', 'none');

function changeLine(change: Change, isNew: boolean) {
  return html`<div>
    ${change.label}${t('：', ': ')}${isNew ? nothing : html`${change.before === undefined ? none() : html`<del>${change.before}</del>`} → `}
    ${change.after === undefined ? none() : html`<ins>${change.after}</ins>`}
  </div>`;
}

const changeText = ({ label, before, after }: Change): string =>
  `${label}${t('：', ': ')}${before === undefined ? '' : `${before} → `}${after ?? none()}`;

const code = (agency: string | undefined) => (agency === undefined ? nothing : html`<div class="second">${agency}</div>`);

const beijingDay = (at: string): string => new Date(Date.parse(at) + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);

function objectLink(event: EventEntry): string {
  const [kind, code = ''] = event.subject.split('/');
  switch (kind) {
    case 'agencies':
    case 'districts':
    case 'categories':
      return entryLink(kind, code);
    case 'reminders':
      return link('/progress', { year: event.year === undefined ? undefined : String(event.year) });
    case 'webhooks':
      return link('/webhooks');
    case 'revalidations':
      return link('/rules', { tab: 'revalidations' });
    case 'tokens':
    case 'receipt-keys':
      return link('/audit');
    case 'cycles':
      return link('/progress', { year: code, state: event.agency === undefined ? undefined : 'all' });
    default:
      return link(`/agencies/${event.agency ?? ''}`);
  }
}
