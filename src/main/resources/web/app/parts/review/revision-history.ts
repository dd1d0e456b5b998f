import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ReportRevision } from '../../api/contract';
import { lastEvent, statusClass, statusName, who } from '../../revisions';
import { Part } from '../../screen';
import { moment, t } from '../../text';

/** All revisions of a report, and what happened to them. */
@customElement('gk-revision-history')
export class RevisionHistory extends Part {
  /** The revisions, the newest first. */
  @property({ attribute: false }) revisions: ReportRevision[] = [];

  override render() {
    return html`<div class="scroll">
      <table class="revision-history">
        <thead>
          <tr>
            <th scope="col">${t('版本', 'Revision')}</th>
            <th scope="col">${t('状态', 'Status')}</th>
            <th scope="col">${t('报送', 'Submitted')}</th>
            <th scope="col">${t('最近情况', 'Last event')}</th>
          </tr>
        </thead>
        <tbody>${this.revisions.map(row)}</tbody>
      </table>
    </div>`;
  }
}

function row(revision: ReportRevision) {
  const request = revision.withdrawalRequest;
  return html`<tr>
    <td>${revision.revision}</td>
    <td><span class=${statusClass(revision.status)}>${statusName(revision.status)}</span></td>
    <td>${moment(revision.submittedAt)}<span class="muted second-line">${who(revision.submittedBy)}</span>
      ${revision.changeReason === undefined ? nothing : html`${t('更正原因：', 'Reason: ')}${revision.changeReason}`}</td>
    <td>${revision.status === 'SUBMITTED' ? '—' : lastEvent(revision)}
      ${request === undefined
        ? nothing
        : html`<br />${t(`${moment(request.at)}，机关申请撤回：`, `The agency asked for its withdrawal on ${moment(request.at)}: `)}${request.reason}`}</td>
  </tr>`;
}
