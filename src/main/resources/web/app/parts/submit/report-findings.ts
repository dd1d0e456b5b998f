import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Explanation, Finding, Severity } from '../../api/contract';
import { cellId } from '../../form-layout';
import { findingName, messageOf, severityClass, who } from '../../revisions';
import { Part } from '../../screen';
import { moment, t } from '../../text';
import type { Suggestion } from '../statutory-form';
import { warningKey } from './draft';

const ORDER: Severity[] = ['ERROR', 'WARNING', 'INFO'];

/**
 * Findings, errors first, that lead to their cells. Warnings can be explained.
 *
 * Fires `reason` with the key of a warning and the text, and `accept` with a suggestion.
 */
@customElement('gk-report-findings')
export class ReportFindings extends Part {
  @property({ attribute: false }) findings: Finding[] = [];
  @property({ attribute: false }) suggestions: Suggestion[] = [];
  /** Whether the cells are on the page, so that findings can lead to them. */
  @property({ attribute: false }) hasCells = true;
  /** The reasons for warnings, by their keys; undefined if they cannot be explained. */
  @property({ attribute: false }) reasons: Record<string, string> | undefined;

  override render() {
    const sorted = [...this.findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
    const elsewhere = this.suggestions.filter((one) => !sorted.some((finding) => finding.pointer === one.pointer));
    return html`<ol class="report-findings">
      ${elsewhere.map((one) => this.cause(one))} ${sorted.map((finding, i) => this.finding(finding, i))}
    </ol>`;
  }

  private finding(finding: Finding, i: number) {
    const suggestion = this.suggestions.find((one) => one.pointer === finding.pointer);
    return html`<li class=${severityClass(finding)}>
      <p>
        <span class="status ${severityClass(finding)}">${findingName(finding)}</span>
        ${finding.cell !== undefined && this.hasCells
          ? html`<button type="button" class="plain" @click=${() => goTo(finding.pointer)}>${finding.cell}</button>`
          : finding.cell}
      </p>
      <p>${messageOf(finding)}</p>
      ${finding.formula === undefined || finding.left === undefined
        ? nothing
        : html`<details class="muted">
            <summary>${t('算式', 'Formula')}</summary>
            ${finding.formula}
          </details>`}
      ${suggestion === undefined ? nothing : this.suggestion(suggestion, suggestion.reason === finding.message ? nothing : suggestion.reason)}
      ${finding.severity === 'WARNING' ? this.explanation(finding, i) : nothing}
    </li>`;
  }

  /** A cell without a finding that probably explains those of other cells. */
  private cause(suggestion: Suggestion) {
    return html`<li class="cause">
      <p>
        <span class="status">${t('可能的原因', 'Probable cause')}</span>
        <button type="button" class="plain" @click=${() => goTo(suggestion.pointer)}>${t('到这一格', 'Go to the cell')}</button>
      </p>
      ${this.suggestion(suggestion, suggestion.reason)}
    </li>`;
  }

  private suggestion(suggestion: Suggestion, text: string | typeof nothing) {
    return html`<p>
      ${text}
      <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('accept', { detail: suggestion }))}>
        ${t(`改为 ${suggestion.value}`, `Change to ${suggestion.value}`)}
      </button>
    </p>`;
  }

  private explanation(finding: Finding, i: number) {
    const key = warningKey(finding);
    const mine = this.reasons?.[key];
    const given = mine === undefined ? finding.explanation : undefined;
    const canExplain = this.reasons !== undefined && (finding.state !== 'EXPLAINED' || mine !== undefined);
    return html`${given === undefined ? nothing : html`<p class="muted">${givenReason(finding, given)}</p>`}
    ${canExplain
      ? html`<label for="reason-${i}">${t('说明理由', 'Reason why it is right')}</label>
          <textarea id="reason-${i}" rows="2" maxlength="2000" .value=${mine ?? ''}
            @input=${(event: Event) => this.explained(key, event)}></textarea>`
      : nothing}`;
  }

  private explained(key: string, event: Event): void {
    const reason = (event.target as HTMLTextAreaElement).value;
    this.dispatchEvent(new CustomEvent('reason', { bubbles: true, detail: { [key]: reason } }));
  }
}

function givenReason(finding: Finding, { reason, by, at }: Explanation): string {
  return finding.state === 'EXPLAINED'
    ? t(`理由：${reason}（${who(by)}，${moment(at)}）`, `Reason: ${reason} (${who(by)}, ${moment(at)})`)
    : t(`数值已变，须重新说明。原来的理由：${reason}`, `The numbers have changed; explain again. Earlier reason: ${reason}`);
}

/** Puts the focus on a cell or text. */
export const goTo = (pointer: string): void => focusOn(cellId(pointer));

/** Puts the focus on an element, in the middle of the window. */
export function focusOn(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}
