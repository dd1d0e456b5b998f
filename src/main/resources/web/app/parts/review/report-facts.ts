import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { AgencyEntry, ReportRevision } from '../../api/contract';
import type { Entry } from '../../queue';
import { revisionName, statusClass, statusName, who } from '../../revisions';
import { Loader, Part } from '../../screen';
import { day, moment, t } from '../../text';
import { stateName } from '../../words';
import { chinese } from '../chinese';

/** What is known about a report besides its content: its status, its deadline, and whom to call. */
@customElement('gk-report-facts')
export class ReportFacts extends Part {
  @property({ attribute: false }) agency = '';
  @property({ attribute: false }) revision!: ReportRevision;
  @property({ attribute: false }) inForce: ReportRevision | undefined;
  /** The report in the queue; undefined if it is not there. */
  @property({ attribute: false }) entry: Entry | undefined;

  private readonly contact = new Loader<AgencyEntry>(
    this,
    () => this.agency,
    (signal) => call('getAgency', { path: { code: this.agency }, signal }),
  );

  override render() {
    const { revision, status, submittedAt, submittedBy, approvedBy } = this.revision;
    const time = moment(submittedAt);
    return html`<p class="report-facts">
        <span class=${statusClass(status)}>${statusName(status)}</span>
        ${this.entry?.isLate === true ? html`<span class="status bad">${stateName('LATE')}</span>` : nothing}
        <span>${revisionName(revision)}</span>
        <span>${t(`${time} 由${who(submittedBy)}报送`, `submitted on ${time} by ${who(submittedBy)}`)}</span>
        ${approvedBy === undefined ? nothing : html`<span>${t('负责人', 'Responsible')} ${approvedBy}</span>`}
        ${this.entry === undefined ? nothing : queued(this.entry)} ${this.person()}
      </p>
      ${this.reason()} ${this.request()}`;
  }

  private reason() {
    const { changeReason } = this.revision;
    return changeReason === undefined ? nothing : html`<p class="notice">${t('更正原因：', 'Reason of the change: ')}${changeReason}</p>`;
  }

  private person() {
    const { code, contactPerson, telephone, email } = this.contact.value ?? {};
    const text = [contactPerson, telephone, email].filter(Boolean).join(' ');
    return text === '' || code !== this.agency ? nothing : html`<span>${t('联系人', 'Contact')} ${text}</span>`;
  }

  private request() {
    const request = this.inForce?.withdrawalRequest;
    return request === undefined
      ? nothing
      : html`<p class="notice">
          ${t(`${moment(request.at)}，该单位申请撤回已生效的版本：`, `The agency asked for the withdrawal of its revision in force on ${moment(request.at)}: `)}${request.reason}
        </p>`;
  }
}

function queued({ deadline, report }: Entry) {
  return html`${deadline === undefined ? nothing : html`<span>${t('期限', 'Deadline')} ${day(deadline)}</span>`}
    <span>${chinese(report.district.name)} · ${chinese(report.category.name)}</span>`;
}
