import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RuleEffect, RulePreview, RulePreviewExample } from '../../api/contract';
import { messageOf, revisionName } from '../../revisions';
import { link } from '../../router';
import { Part } from '../../screen';
import { number, t } from '../../text';
import { scopeInWords } from './rule-scope';
import { exampleName, settingClass, settingName } from './rule-words';

/** The changes that a changed rule book would bring. */
@customElement('gk-preview-result')
export class PreviewResult extends Part {
  @property({ attribute: false }) preview!: RulePreview;

  override render() {
    const { reports, refused, rules, years, district, ruleBook } = this.preview;
    return html`<section class="card" aria-labelledby="result-title">
      <h2 id="result-title" tabindex="-1">${t('试算结果', 'Result of the preview')}</h2>
      <p>
        ${t(
          `${scopeInWords(years, district)}：核对 ${number(reports)} 份报告，其中 ${number(refused)} 份重新报送时会被拒绝。`,
          `${scopeInWords(years, district)}: ${number(reports)} reports were checked; ${number(refused)} would be refused if they were submitted again.`,
        )}
        <span class="muted">${t('规则库版本', 'Rule book')} ${ruleBook}</span>
      </p>
      ${this.table(rules)} ${rules.map((one) => examples(one))}
    </section>`;
  }

  /** The roles stay those of a table where the lines are stacked. */
  private table(rules: RuleEffect[]) {
    const columns = [
      t('规则', 'Rule'),
      t('级别', 'Severity'),
      t('现有', 'Before'),
      t('改后', 'After'),
      t('新增', 'Added'),
      t('消除', 'Gone'),
      t('涉及报告', 'Reports'),
      t('会被拒绝', 'Refused'),
    ];
    const numbers = (one: RuleEffect) => [one.findingsBefore, one.findingsAfter, one.added, one.removed, one.reports, one.refused];
    return html`<div class="scroll">
      <table class="wide stacked" role="table" aria-labelledby="result-title">
        <thead role="rowgroup">
          <tr role="row">${columns.map((name, i) => html`<th role="columnheader" scope="col" class=${i < 2 ? '' : 'number'}>${name}</th>`)}</tr>
        </thead>
        <tbody role="rowgroup">
          ${rules.map(
            (one) => html`<tr role="row">
              <th role="rowheader" scope="row"><code>${one.rule}</code></th>
              <td role="cell">${setting(one)}</td>
              ${numbers(one).map((value, i) => html`<td role="cell" class="number" data-label=${columns[i + 2]}>${number(value)}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

const setting = ({ severityBefore, severityAfter }: RuleEffect) => html`<span class=${settingClass(severityBefore)}>${settingName(severityBefore)}</span>
  ${severityBefore === severityAfter ? nothing : html`→ <span class=${settingClass(severityAfter)}>${settingName(severityAfter)}</span>`}`;

const examples = (effect: RuleEffect) =>
  effect.examples.length === 0
    ? nothing
    : html`<details ?open=${effect.examples.length <= 5}>
        <summary>${t(`${effect.rule} 的变化（前 ${effect.examples.length} 条）`, `Changes by ${effect.rule} (the first ${effect.examples.length})`)}</summary>
        <ul class="examples">${effect.examples.map(example)}</ul>
      </details>`;

const example = ({ agency, year, revision, change, finding }: RulePreviewExample) => html`<li>
  <span class="status">${exampleName(change)}</span>
  <a href=${link(`/agencies/${agency}/${year}`, { revision: String(revision) })}>${agency} ${year} ${revisionName(revision)}</a>
  ${finding.cell === undefined ? nothing : html`<strong>${finding.cell}</strong>`} ${messageOf(finding)}
</li>`;
