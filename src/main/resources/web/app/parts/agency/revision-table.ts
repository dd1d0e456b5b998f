import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DecisionView, ReportRevision, Withdrawal } from '../../api/contract';
import { decisionName, revisionName, statusClass, statusName, who } from '../../revisions';
import { link } from '../../router';
import { Part } from '../../screen';
import { moment, number, t } from '../../text';

/** The revisions of a report: what happened to each, and when. */
@customElement('gk-revision-table')
export class RevisionTable extends Part {
  /** The address of the report among the pages. */
  @property({ attribute: false }) path = '';
  /** The newest first. */
  @property({ attribute: false }) revisions: ReportRevision[] = [];
  /** The revision that is shown. */
  @property({ attribute: false }) shown: number | undefined;

  override render() {
    const title = t('历次修订', 'Revisions');
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('版本', 'Revision')}</th>
            <th scope="col">${t('状态', 'Status')}</th>
            <th scope="col">${t('报送', 'Submitted')}</th>
            <th scope="col">${t('办理', 'What happened')}</th>
            <th scope="col" class="number">${t('提示', 'Findings')}</th>
            <th scope="col">${t('操作', 'Actions')}</th>
          </tr>
        </thead>
        <tbody>${this.revisions.map((revision, i) => this.row(revision, this.revisions[i + 1]))}</tbody>
      </table>
    </div>`;
  }

  private row(revision: ReportRevision, before: ReportRevision | undefined) {
    const n = revision.revision;
    return html`<tr aria-current=${n === this.shown ? 'true' : nothing}>
      <th scope="row">
        <a href=${link(this.path, { revision: String(n) })}>${revisionName(n)}</a>
        ${n === this.shown ? html`<span class="muted">${t('（当前显示）', '(shown)')}</span>` : nothing}
      </th>
      <td><span class=${statusClass(revision.status)}>${statusName(revision.status)}</span></td>
      <td>${moment(revision.submittedAt)}${revision.submittedBy === undefined ? nothing : html`<br />${who(revision.submittedBy)}`}${changed(revision)}</td>
      <td>${events(revision)}</td>
      <td class="number">${number(revision.findings.length)}</td>
      <td>
        ${before === undefined
          ? nothing
          : html`<a href=${link(this.path, { revision: String(n), since: String(before.revision) })}>${t('与上一版比较', 'Compare with the one before')}</a><br />`}
        <a href=${link(`${this.path}/revisions/${n}/receipt`)}>${t('回执', 'Receipt')}</a>
      </td>
    </tr>`;
  }
}

/** Shows why a revision changed the report, and who is responsible for it. */
const changed = ({ changeReason, approvedBy }: ReportRevision) => html`${changeReason === undefined
  ? nothing
  : html`<br />${t('更正原因：', 'Reason: ')}<q>${changeReason}</q>`}
${approvedBy === undefined ? nothing : html`<br />${t('负责人：', 'Responsible: ')}${approvedBy}`}`;

/** Lists what happened to a revision, in the order of time. */
export function events(revision: Pick<ReportRevision, 'decision' | 'supersededAt' | 'withdrawal' | 'withdrawalRequest'>) {
  const { decision, supersededAt, withdrawal, withdrawalRequest } = revision;
  return html`<ul class="happened">
    ${decision === undefined ? nothing : decided(decision)}
    ${supersededAt === undefined ? nothing : html`<li>${moment(supersededAt)} ${t('被新版本取代', 'superseded by a newer revision')}</li>`}
    ${withdrawalRequest === undefined ? nothing : withdrawn(withdrawalRequest, t('申请撤回', 'withdrawal requested'))}
    ${withdrawal === undefined ? nothing : withdrawn(withdrawal, t('撤回', 'withdrawn'))}
  </ul>`;
}

const decided = ({ decision, at, by, comment, comments }: DecisionView) => html`<li>
  ${moment(at)} ${decisionName(decision)}${by === undefined ? nothing : t(`（${who(by)}）`, ` (${who(by)})`)}
  ${comment === undefined ? nothing : html`<q>${comment}</q>`}
  ${comments === undefined
    ? nothing
    : html`<ul>${comments.map((one) => html`<li>${one.cell}${t('：', ': ')}<q>${one.comment}</q></li>`)}</ul>`}
</li>`;

const withdrawn = ({ at, by, reason }: Withdrawal, what: string) => html`<li>
  ${moment(at)} ${what}${by === undefined ? nothing : t(`（${who(by)}）`, ` (${who(by)})`)}
  ${reason === undefined ? nothing : html`<q>${reason}</q>`}
</li>`;
