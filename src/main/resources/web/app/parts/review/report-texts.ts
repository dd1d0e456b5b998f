import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Finding, Report } from '../../api/contract';
import { cellId } from '../../form-layout';
import { isOpen, messageOf } from '../../revisions';
import { Part } from '../../screen';
import { t } from '../../text';
import type { Place } from './cell-comments';

type TextMember = 'overview' | 'problemsAndImprovements' | 'otherMatters';

const sections = (): Array<{ member: TextMember; title: string }> => [
  { member: 'overview', title: t('一、总体情况', '1. Overview') },
  { member: 'problemsAndImprovements', title: t('五、存在的主要问题及改进情况', '5. Problems and improvements') },
  { member: 'otherMatters', title: t('六、其他需要报告的事项', '6. Other matters') },
];

/** The pointers of the texts of a report. */
export const TEXT_POINTERS = sections().map((section) => `/${section.member}`);

/** Returns the texts of a report as places, with their titles. */
export const textPlaces = (): Place[] => sections().map(({ member, title }) => ({ pointer: `/${member}`, name: title }));

/** The texts of a report, beside those of another one. */
@customElement('gk-report-texts')
export class ReportTexts extends Part {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) findings: Finding[] = [];
  /** A report to compare with, and its name. */
  @property({ attribute: false }) other: Report | undefined;
  @property({ attribute: false }) otherName = '';

  override render() {
    return html`${sections().map(({ member, title }) => {
      const pointer = `/${member}`;
      const findings = this.findings.filter((finding) => finding.pointer === pointer);
      return html`<section class="report-text ${findings.some(isOpen) ? 'warning' : ''}">
        <h3 id=${cellId(pointer)} tabindex="-1">${title}</h3>
        ${findings.map((finding) => html`<p class="text-finding">${messageOf(finding)}</p>`)}
        ${prose(this.report[member])}
        ${this.otherText(member)}
      </section>`;
    })}`;
  }

  private otherText(member: TextMember) {
    if (this.other === undefined) {
      return nothing;
    }
    const text = this.other[member];
    return text === this.report[member]
      ? html`<p class="muted">${t(`与${this.otherName}完全相同`, `The same as in ${this.otherName}`)}</p>`
      : html`<details>
          <summary>${this.otherName}</summary>
          ${prose(text)}
        </details>`;
  }
}

const prose = (text: string | undefined) =>
  text === undefined || text === '' ? html`<p>${t('（无）', '(none)')}</p>` : html`<p class="prose" lang="zh-CN">${text}</p>`;
