import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ReportRevision } from '../../api/contract';
import { decide, discardDraft, draft, keepDraft, Outdated } from '../../decisions';
import { Part } from '../../screen';
import { moment, t } from '../../text';
import '../ask';

/**
 * Asks whether to withdraw a revision in force, and why.
 *
 * Fires `decided` with the receipt, `outdated` with what there is now, and `close`.
 */
@customElement('gk-withdrawal')
export class WithdrawalDialog extends Part {
  @property({ attribute: false }) agency = '';
  @property({ attribute: false }) year = 0;
  @property({ attribute: false }) revision!: ReportRevision;
  /** The number of the revision that was in force before; undefined if there was none. */
  @property({ attribute: false }) previous: number | undefined;

  private get draftKey(): string {
    return `withdraw/${this.agency}/${this.year}/${this.revision.revision}`;
  }

  override render() {
    const n = this.revision.revision;
    return html`<gk-ask .heading=${t(`撤回已生效的第 ${n} 版`, `Withdraw revision ${n}, which is in force`)} .content=${this.consequences()}
      .reasonLabel=${t('理由（告知该单位）', 'Reason, for the agency')} .isReasonRequired=${true} .reason=${draft(this.draftKey)}
      .choices=${this.reinstatement()} .action=${t('确认撤回', 'Withdraw')} .isGrave=${true} .run=${this.withdraw}
      @reason=${(event: CustomEvent<string>) => keepDraft(this.draftKey, event.detail)}
      @close=${() => this.dispatchEvent(new Event('close'))}></gk-ask>`;
  }

  private consequences() {
    const request = this.revision.withdrawalRequest;
    return html`<p class="notice">
        <strong>${t('撤回后不能恢复。', 'This cannot be undone.')}</strong>
        ${t(
          '撤回后，公众看不到这一版，汇总数字随之改变，以后年度的报告重新核对；没有恢复以前版本的，该单位重新列为未报。',
          'The public no longer sees the revision, totals change, and reports on later years are checked again. Unless an earlier revision is in force again, the report is missing again.',
        )}
      </p>
      ${request === undefined
        ? nothing
        : html`<p>${t(`${moment(request.at)}，该单位申请撤回：${request.reason ?? ''}`, `The agency asked for it on ${moment(request.at)}: ${request.reason ?? ''}`)}</p>`}`;
  }

  private reinstatement() {
    return this.previous === undefined
      ? html`<p class="muted">${t('此前没有生效过的版本可以恢复。', 'No earlier revision was in force.')}</p>`
      : html`<label class="choice">
          <input type="checkbox" name="reinstate" />
          ${t(`恢复此前生效的第 ${this.previous} 版`, `Put revision ${this.previous}, which was in force before, in force again`)}
        </label>`;
  }

  private readonly withdraw = async (comment: string, fields: FormData): Promise<void> => {
    const { revision, contentHash } = this.revision;
    const target = { agency: this.agency, year: this.year, revision, contentHash };
    try {
      const receipt = await decide(target, { decision: 'WITHDRAW', comment, reinstatePrevious: fields.has('reinstate') });
      discardDraft(this.draftKey);
      this.dispatchEvent(new CustomEvent('decided', { detail: receipt }));
    } catch (failed) {
      if (!(failed instanceof Outdated)) {
        throw failed;
      }
      this.dispatchEvent(new CustomEvent('outdated', { detail: failed }));
    }
  };
}
