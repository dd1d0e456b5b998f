import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Finding, RuleEntry } from '../api/contract';
import { cellId } from '../form-layout';
import { findingName, isOpen, messageOf, severityClass, who } from '../revisions';
import { Part } from '../screen';
import { moment, number, of, t } from '../text';

/** The id of a finding in its list, which its cell links to. */
export const findingId = (index: number): string => `finding-${index + 1}`;

/**
 * The findings about a report: the place, both sides of the formula, and what the agency says. Each leads to its place, and a cell
 * can lead back to it.
 *
 * Fires `jump` with the index of a finding before it leads to its place. It can be cancelled, to go there in another way.
 */
@customElement('gk-finding-list')
export class FindingList extends Part {
  /** The findings, in the order in which they are listed. */
  @property({ attribute: false }) findings: Finding[] = [];
  /** The rules, to explain; empty if the findings only name them. */
  @property({ attribute: false }) rules: RuleEntry[] = [];
  /** Returns whether the page has an element for a pointer. */
  @property({ attribute: false }) hasPlace: (pointer: string) => boolean = () => true;

  override render() {
    return html`<ol class="finding-items">
      ${this.findings.map((finding, index) => this.finding(finding, index))}
    </ol>`;
  }

  private finding(finding: Finding, index: number) {
    const rule = this.rules.find((one) => one.id === finding.rule);
    return html`<li id=${findingId(index)} tabindex="-1" class=${isOpen(finding) ? 'open' : ''}>
      <p class="finding-head">
        <span class="status ${severityClass(finding)}">${findingName(finding)}</span> ${this.place(finding, index)}
        ${rule === undefined ? html`<code>${finding.rule}</code>` : nothing}
      </p>
      <p>${messageOf(finding)}</p>
      ${finding.formula === undefined ? nothing : html`<p class="formula">${finding.formula}</p>`}
      ${finding.left === undefined || finding.right === undefined ? nothing : sides(finding)} ${explanation(finding)}
      ${rule === undefined
        ? nothing
        : html`<details>
            <summary>${t('规则', 'Rule')} <code>${finding.rule}</code></summary>
            <p>${of(rule.statement)}</p>
            <p class="muted">${t('依据：', 'Based on: ')}${of(rule.basis)}</p>
          </details>`}
    </li>`;
  }

  private place({ cell, pointer }: Finding, index: number) {
    if (cell === undefined) {
      return nothing;
    }
    return this.hasPlace(pointer)
      ? html`<a href="#${cellId(pointer)}" @click=${(event: Event) => this.jump(event, index)}>${cell}</a>`
      : html`<strong>${cell}</strong>`;
  }

  private jump(event: Event, index: number): void {
    if (!this.dispatchEvent(new CustomEvent<number>('jump', { detail: index, cancelable: true }))) {
      event.preventDefault();
    }
  }
}

/** Sorts findings: open warnings first, then explained ones, then notes. */
export function byUrgency(findings: Finding[]): Finding[] {
  const rank = (finding: Finding): number => (isOpen(finding) ? 0 : finding.state === 'EXPLAINED' ? 1 : 2);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

function sides({ left, right, difference }: Finding) {
  return html`<dl class="sides">
    <div><dt>${t('左边', 'Left')}</dt><dd>${number(left)}</dd></div>
    <div><dt>${t('右边', 'Right')}</dt><dd>${number(right)}</dd></div>
    <div><dt>${t('相差', 'Difference')}</dt><dd>${number(difference)}</dd></div>
  </dl>`;
}

function explanation(finding: Finding) {
  if (finding.explanation === undefined) {
    return isOpen(finding) ? html`<p class="muted">${t('机关尚未说明。', 'The agency has not explained it.')}</p>` : nothing;
  }
  const { reason, by, at } = finding.explanation;
  return html`<blockquote>
    <p>${t('说明：', 'Explanation: ')}${reason}</p>
    <p class="muted">${who(by)} · ${moment(at)}</p>
    ${isOpen(finding) ? html`<p class="muted">${t('这是针对以前数字的说明，数字已变，须重新说明。', 'It was given for other numbers and has to be given again.')}</p>` : nothing}
  </blockquote>`;
}
