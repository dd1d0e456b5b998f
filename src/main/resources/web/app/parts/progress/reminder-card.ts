import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { address, call } from '../../api/client';
import type { ChannelState, DueReminder, PageReminderEntry, ReminderEntry, ReminderReason, ReminderRun, ReminderState } from '../../api/contract';
import { link } from '../../router';
import { Loader, Part } from '../../screen';
import { day, moment, number, t } from '../../text';
import { Action } from '../action';
import { chinese } from '../chinese';
import '../download';
import { email, telephones } from './contact';

/** The number of lines that each list shows; the downloads have all of them. */
const SHOWN = 50;

const reasonName = (reason: ReminderReason): string =>
  ({
    MISSING: t('未报送', 'Not submitted'),
    EXTENSION: t('延期未报送', 'Extension ends'),
    RETURNED: t('退回未重报', 'Returned, not corrected'),
    WARNINGS: t('提示未说明', 'Warnings not explained'),
  })[reason];

const stateName = (one: ChannelState | ReminderState): string =>
  ({
    NONE: '—',
    DUE: t('待催报', 'due'),
    PENDING: t('待发送', 'pending'),
    SENT: t('已发送', 'sent'),
    FAILED: t('发送失败', 'failed'),
    OBSOLETE: t('无需发送', 'obsolete'),
  })[one];

/** The reminders of a year, for the office: what is due now, what was sent, and whom to write to. */
@customElement('gk-reminder-card')
export class ReminderCard extends Part {
  @property({ attribute: false }) year = 0;
  @property({ attribute: false }) district: string | undefined;
  /** Changes when the lists are to be read again. */
  @property({ attribute: false }) version = 0;

  @state() private sent: ReminderRun | undefined;

  private readonly action = new Action(this);

  private readonly due = new Loader<ReminderRun>(
    this,
    () => [this.year, this.district, this.version],
    (signal) => call('sendReminders', { query: { ...this.query(), dryRun: true }, signal }),
  );

  private readonly log = new Loader<PageReminderEntry>(
    this,
    () => [this.year, this.district, this.version],
    (signal) => call('listReminders', { query: { ...this.filter(), size: SHOWN }, signal }),
  );

  private query() {
    return { year: this.year, ...(this.district === undefined ? {} : { district: [this.district] }) };
  }

  private filter() {
    return { ...this.query(), year: [String(this.year)] };
  }

  override render() {
    return html`<section class="card reminders no-print" aria-labelledby="reminders-title">
      <h2 id="reminders-title">${t('催报', 'Reminders')}</h2>
      ${this.due.render((run) => this.content(run))}
      <details>
        <summary>${t('发送记录', 'Log of reminders')}</summary>
        ${this.log.render((page) => this.logged(page))}
      </details>
    </section>`;
  }

  private content(run: ReminderRun) {
    return html`<p>
        ${t(
          `现在应催报 ${number(run.due)} 件：将发邮件 ${number(run.mails)} 件、推送 ${number(run.webhooks)} 件，${number(run.unreached)} 件须电话或书面催报。每个节点只发一次，节点为期限前后 ${run.steps.join('、')} 天。`,
          `${number(run.due)} reminders are due: ${number(run.mails)} mails and ${number(run.webhooks)} events would be sent, ${number(run.unreached)} agencies are reached on no channel. Each step is sent once: ${run.steps.join(', ')} days from the deadline.`,
        )}
        ${t('退回的报告在退回之日以后的节点才催报，刚退回的不在名单中。', 'A returned report is due at the next step after its return, not at once.')}
        ${run.mail ? nothing : html`<span class="muted">${t('邮件催报未启用。', 'Mail is off.')}</span>`}
      </p>
      <div class="toolbar">
        <button type="button" class="primary" ?disabled=${run.due === 0} aria-disabled=${this.action.isPending} @click=${this.send}>
          ${t('发送催报', 'Send reminders')}
        </button>
        <button type="button" @click=${this.refresh}>${t('更新名单', 'Update the list')}</button>
        ${this.letters('docx', t('催报名单（Word）', 'Letter list (Word)'))} ${this.letters('xlsx', t('催报名单（Excel）', 'Letter list (Excel)'))}
      </div>
      <p role="status">${this.result()}</p>
      ${this.action.render()} ${run.items.length === 0 ? html`<p>${t('没有需要催报的单位。', 'No agency has to be reminded.')}</p>` : this.table(run)}`;
  }

  private result() {
    const { sent } = this;
    return sent === undefined
      ? nothing
      : t(
          `已交发邮件 ${number(sent.mails)} 件、推送 ${number(sent.webhooks)} 件。`,
          `${number(sent.mails)} mails and ${number(sent.webhooks)} events were sent.`,
        );
  }

  private letters(format: 'docx' | 'xlsx', label: string) {
    return html`<gk-download .label=${label} .format=${format} .file=${`reminders-${this.year}.${format}`}
      .address=${address('getLetterList', {}, { ...this.query(), format })}></gk-download>`;
  }

  /** The roles stay those of a table where the lines are stacked. */
  private table({ items }: ReminderRun) {
    const columns = [t('机关', 'Agency'), t('事由', 'Reason'), t('期限', 'Deadline'), t('联系方式', 'Contact'), t('邮件', 'Mail'), t('推送', 'Webhook')];
    return html`<div class="scroll">
        <table class="wide stacked" role="table" aria-labelledby="reminders-title">
          <thead role="rowgroup">
            <tr role="row">${columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr>
          </thead>
          <tbody role="rowgroup">${items.slice(0, SHOWN).map((one) => line(one))}</tbody>
        </table>
      </div>
      ${items.length <= SHOWN
        ? nothing
        : html`<p class="muted">${t(`只列出前 ${SHOWN} 件，全部内容见催报名单。`, `Only the first ${SHOWN} are listed; the letter list has all of them.`)}</p>`}`;
  }

  private logged(page: PageReminderEntry) {
    const columns = [t('机关', 'Agency'), t('事由', 'Reason'), t('节点', 'Step'), t('方式', 'Channel'), t('结果', 'Result')];
    return page.total === 0
      ? html`<p>${t('还没有催报。', 'Nothing was sent yet.')}</p>`
      : html`<div class="toolbar">
            <gk-download .label=${t('导出发送记录', 'Export the log')} .format=${'xlsx' as const} .file=${`reminders-${this.year}.xlsx`}
              .address=${address('listReminders', {}, { ...this.filter(), format: 'xlsx' })}></gk-download>
          </div>
          <div class="scroll">
            <table class="wide stacked" role="table" aria-label=${t('发送记录', 'Log of reminders')}>
              <thead role="rowgroup">
                <tr role="row">${columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr>
              </thead>
              <tbody role="rowgroup">${page.items.map((one) => logLine(one))}</tbody>
            </table>
          </div>
          ${page.total <= page.items.length
            ? nothing
            : html`<p class="muted">${t(`只列出最近 ${page.items.length} 件，共 ${number(page.total)} 件。`, `Only the last ${page.items.length} of ${number(page.total)} are listed.`)}</p>`}`;
  }

  private send(): void {
    void this.action.run(async () => {
      this.sent = await call('sendReminders', { query: this.query() });
      this.reload();
    });
  }

  private refresh(): void {
    this.sent = undefined;
    this.reload();
  }

  private reload(): void {
    this.due.reload();
    this.log.reload();
  }
}

function line(one: DueReminder) {
  return html`<tr role="row">
    <th role="rowheader" scope="row">
      <a href=${link(`/agencies/${one.agency.code}`)}>${chinese(one.agency.name)}</a>
      <div class="second">${chinese(one.district.name)}</div>
    </th>
    <td role="cell">${reasonName(one.reason)}${one.openWarnings === 0 ? nothing : html`<div class="second">${t(`${one.openWarnings} 条提示`, `${one.openWarnings} warnings`)}</div>`}</td>
    <td role="cell" data-label=${t('期限', 'Deadline')}><span class="nowrap">${day(one.deadline)}</span><div class="second">${timeLeft(one.daysLeft)}</div></td>
    <td role="cell">${one.contactPerson} ${telephones(one.telephone)} ${email(one.email)}</td>
    <td role="cell" data-label=${t('邮件', 'Mail')}>${stateName(one.mail)}</td>
    <td role="cell" data-label=${t('推送', 'Webhook')}>${stateName(one.webhook)}</td>
  </tr>`;
}

function timeLeft(days: number): string {
  return days >= 0 ? t(`还有 ${days} 天`, `${days} days left`) : t(`已过 ${-days} 天`, `${-days} days ago`);
}

function logLine(one: ReminderEntry) {
  return html`<tr role="row">
    <th role="rowheader" scope="row">${chinese(one.agency.name)}</th>
    <td role="cell">${reasonName(one.reason)}</td>
    <td role="cell" data-label=${t('节点（天）', 'Step (days)')}>${one.step}</td>
    <td role="cell">${one.channel === 'MAIL' ? t('邮件', 'Mail') : t('推送', 'Webhook')}</td>
    <td role="cell">${stateName(one.state)} ${one.sentAt === undefined ? nothing : moment(one.sentAt)}<div class="second">${one.failureDetail}</div></td>
  </tr>`;
}
