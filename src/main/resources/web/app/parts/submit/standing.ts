import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { AgencyEntry } from '../../api/contract';
import { isOpen } from '../../revisions';
import { link } from '../../router';
import { Part } from '../../screen';
import { moment, t } from '../../text';
import { Action } from '../action';
import '../ask';
import '../diagnosis/diagnosis';
import '../filing-receipt';
import type { ShownReceipt } from '../filing-receipt';
import type { Draft } from './draft';
import './report-findings';
import { type Latest, explain, mayFile } from './service';
import { changeName } from './status';

/** The newest revision of a report: its receipt, and what its agency can do. Fires `changed` after a change. */
@customElement('gk-standing')
export class Standing extends Part {
  @property({ attribute: false }) agency!: AgencyEntry & { code: string };
  @property({ attribute: false }) year!: number;
  @property({ attribute: false }) latest!: Latest;
  /** A draft of a correction on this machine. */
  @property({ attribute: false }) draft: Draft | undefined;

  @state() private reasons: Draft['reasons'] = {};
  @state() private isWithdrawing = false;

  private readonly explaining = new Action(this);

  override render() {
    const receipt: ShownReceipt = { agency: this.agency.code, year: this.year, ...this.latest };
    return html`<gk-filing-receipt .agency=${this.agency} .receipt=${receipt} .hasFindingsElsewhere=${true}></gk-filing-receipt>
      <div class="actions screen-only">
        <a class="button" href=${link(location.pathname, { edit: 'yes' })}>${this.editName()}</a>
        <button type="button" @click=${() => print()}>${t('打印回执', 'Print the receipt')}</button>
        ${this.latest.sandbox === true
          ? nothing
          : html`<a class="button" href=${link(`/agencies/${this.agency.code}/${this.year}`, { revision: String(this.latest.revision) })}>${t('打印报告全文', 'Print the whole report')}</a>`}
        <a class="button" href=${link(`/agencies/${this.agency.code}/${this.year}`)}>${t('历次版本和下载', 'Revisions and downloads')}</a>
        ${this.withdrawal()}
      </div>
      <gk-diagnosis class="screen-only" .agency=${this.agency.code} .year=${this.year} .revision=${this.latest.revision}></gk-diagnosis>
      ${this.warnings(receipt)} ${this.isWithdrawing ? this.asking() : nothing}`;
  }

  private editName(): string {
    return this.draft === undefined
      ? changeName(this.latest.status)
      : t(`继续填写草稿（${moment(this.draft.savedAt as string)}）`, `Continue the draft (${moment(this.draft.savedAt as string)})`);
  }

  private withdrawal() {
    const { status } = this.latest;
    return mayFile(this.agency.code) && (status === 'SUBMITTED' || status === 'ACCEPTED')
      ? html`<button type="button" @click=${() => (this.isWithdrawing = true)}>
          ${status === 'SUBMITTED' ? t('撤回…', 'Withdraw…') : t('申请撤回…', 'Ask for withdrawal…')}
        </button>`
      : nothing;
  }

  private asking() {
    const isWaiting = this.latest.status === 'SUBMITTED';
    return html`<gk-ask
      .heading=${isWaiting ? t(`撤回第 ${this.latest.revision} 版`, `Withdraw revision ${this.latest.revision}`) : t('申请撤回生效的版本', 'Ask for the withdrawal of the revision in force')}
      .content=${html`<p>
        ${isWaiting
          ? t('撤回后不再审核这一版。它仍留在历次版本中；此前生效的版本继续有效。', 'It will not be decided on. It stays in the history, and a revision in force stays in force.')
          : t('由主管部门决定是否撤回；决定之前，这一版继续有效。需要改正数字的，请用“更正”。', 'The oversight office decides; until then, it stays in force. To change numbers, use “Correct”.')}
      </p>`}
      .action=${isWaiting ? t('撤回', 'Withdraw') : t('提出申请', 'Ask')} .reasonLabel=${isWaiting ? t('理由（可以不填）', 'Reason (optional)') : t('理由', 'Reason')}
      .isReasonRequired=${!isWaiting} .run=${this.withdraw} @close=${() => (this.isWithdrawing = false)}></gk-ask>`;
  }

  private readonly withdraw = async (reason: string): Promise<void> => {
    const path = { agency: this.agency.code, year: this.year, revision: this.latest.revision };
    if (this.latest.status === 'SUBMITTED') {
      await call('withdrawRevision', { path, query: reason === '' ? {} : { reason } });
    } else {
      await call('requestWithdrawal', { path, body: { reason } });
    }
    this.changed();
  };

  private warnings(receipt: ShownReceipt) {
    const open = receipt.findings.filter(isOpen);
    const canExplain = mayFile(this.agency.code) && receipt.status === 'SUBMITTED' && open.length > 0;
    return receipt.findings.length === 0
      ? nothing
      : html`<section class="card screen-only">
          <h2>${t('核对结果', 'Checks')}</h2>
          <gk-report-findings .findings=${receipt.findings} .hasCells=${false} .reasons=${canExplain ? this.reasons : undefined}
            @reason=${(event: CustomEvent<Draft['reasons']>) => (this.reasons = { ...this.reasons, ...event.detail })}></gk-report-findings>
          ${canExplain
            ? html`<div class="actions">
                <button type="button" class="primary" ?disabled=${this.explaining.isPending || Object.values(this.reasons).every((one) => one.trim() === '')}
                  @click=${() => this.explaining.run(() => this.explain(receipt))}>${t('报送说明', 'Submit the reasons')}</button>
              </div>`
            : nothing}
          ${this.explaining.render()}
        </section>`;
  }

  private async explain(receipt: ShownReceipt): Promise<void> {
    await explain(receipt, this.reasons);
    this.reasons = {};
    this.changed();
  }

  private changed(): void {
    this.dispatchEvent(new Event('changed'));
  }
}
