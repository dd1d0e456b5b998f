import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AgencyEntry, Receipt, RevisionStatus } from '../api/contract';
import { revisionName, statusClass, statusName } from '../revisions';
import { Part } from '../screen';
import { moment, t } from '../text';
import { events } from './agency/revision-table';
import { chinese } from './chinese';
import './finding-list';
import { nextStep } from './submit/status';

/** A receipt; that of a test has its signature only when it is answered first. */
export type ShownReceipt = Omit<Receipt, 'signature'> & Partial<Pick<Receipt, 'signature'>>;

/** The receipt of a revision, which is printed on A4. */
@customElement('gk-filing-receipt')
export class FilingReceipt extends Part {
  @property({ attribute: false }) agency!: AgencyEntry;
  @property({ attribute: false }) receipt!: ShownReceipt;
  /** Whether the findings are on paper only, because the page shows them elsewhere. */
  @property({ attribute: false }) hasFindingsElsewhere = false;

  override render() {
    const { receipt } = this;
    const now = moment(new Date().toISOString());
    return html`<section class="card receipt" aria-labelledby="receipt-title">
      <h2 id="receipt-title" tabindex="-1">${t('政府信息公开工作年度报告报送回执', 'Receipt of an annual report on disclosure')}</h2>
      <dl class="facts">
        ${row(t('报送单位', 'Agency'), chinese(this.agency.name))} ${row(t('单位代码', 'Code'), receipt.agency)}
        ${row(t('报告年度', 'Report year'), receipt.year)} ${row(t('版本', 'Revision'), revisionName(receipt.revision))}
        ${row(t('报送时间', 'Submitted'), moment(receipt.submittedAt))}
        ${receipt.sandbox === true ? row(t('测试', 'Sandbox'), testMark()) : nothing}
        ${receipt.changeReason === undefined ? nothing : row(t('更正原因', 'Reason of the change'), receipt.changeReason)}
        ${receipt.approvedBy === undefined ? nothing : row(t('负责人（审签人）', 'Responsible person'), receipt.approvedBy)}
        ${row(t('状态', 'Status'), receipt.sandbox === true ? testStatus(receipt.status) : html`<span class=${statusClass(receipt.status)}>${statusName(receipt.status)}</span>`)}
        ${receipt.nilStated ? row(t('零报告', 'Nil return'), t('本机关声明本年度没有需要报告的数据', 'The agency states that it had nothing to report')) : nothing}
        ${hasHappened(receipt) ? row(t('办理', 'What happened'), events(receipt)) : nothing}
        ${row(t('下一步', 'What happens next'), nextStep(receipt))}
        ${row(t('内容校验码（SHA-256）', 'Content hash (SHA-256)'), html`<code>${receipt.contentHash}</code>`)}
        ${receipt.ruleBook === undefined ? nothing : row(t('核对规则版本', 'Rule book'), receipt.ruleBook)}
        ${receipt.signature === undefined ? nothing : row(t('电子签名', 'Signature'), signatureText(receipt.signature))}
      </dl>
      <div class=${this.hasFindingsElsewhere ? 'print-only' : ''}>${this.findings()}</div>
      <p class="print-only muted">${t(`打印时间 ${now}`, `Printed ${now}`)}</p>
    </section>`;
  }

  private findings() {
    const { findings } = this.receipt;
    return html`<h3>${t('核对结果', 'Checks')}</h3>
      ${findings.length === 0
        ? html`<p>${t('核对没有发现问题。', 'The checks found nothing.')}</p>`
        : html`<gk-finding-list .findings=${findings} .hasPlace=${() => false}></gk-finding-list>`}`;
  }
}

/** Marks the receipt of a test, which could be taken for a real one on paper. */
const testMark = () =>
  html`<strong>${t('测试报送，不计入任何数据，本回执没有证明效力', 'A test: it counts nowhere, and the receipt proves nothing')}</strong>`;

/** Tells what a report with these findings would become, as a test becomes nothing. */
const testStatus = (status: RevisionStatus): string =>
  status === 'ACCEPTED' ? t('测试：正式报送时将直接生效', 'Test: a real report would come into force at once') : t('测试：正式报送时须经审核', 'Test: a real report would need a decision');

const row = (name: string, value: unknown) => html`<dt>${name}</dt><dd>${value}</dd>`;

/** Returns whether anything has happened since the submission. */
const hasHappened = ({ decision, withdrawal, withdrawalRequest }: ShownReceipt): boolean =>
  [decision, withdrawal, withdrawalRequest].some((one) => one !== undefined);

/** The first characters of a key or a signature, which are enough to compare a printed receipt with another one. */
const SHORT = 12;

/** The signature in a short form, and where its keys are. The whole one is in the receipt as the API answers it. */
const signatureText = (signature: string) => {
  const [header, , signed] = signature.split('.');
  return html`${t('密钥', 'Key')} <code>${shortened(keyId(header))}</code> ·
    ${t('签名', 'signature')} <code>${shortened(signed)}</code><br />
    <span class="muted"
      >${t('公钥', 'Public keys')}: <a href="/api/v1/receipt-keys">${new URL('/api/v1/receipt-keys', location.href).href}</a></span
    >`;
};

const shortened = (text: string): string => `${text.slice(0, SHORT)}…`;

/** Returns the id of the key in the header of a signature, which is JSON in base64url. */
const keyId = (header: string): string => {
  const { kid } = JSON.parse(atob(header.replaceAll('-', '+').replaceAll('_', '/'))) as { kid: string };
  return kid;
};
