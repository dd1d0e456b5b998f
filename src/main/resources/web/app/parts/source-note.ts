import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Part } from '../screen';
import { moment, number, t } from '../text';

/** Where the numbers of a screen come from, in words that can be cited. */
@customElement('gk-source-note')
export class SourceNote extends Part {
  @property({ attribute: false }) dataVersion = 0;
  @property({ attribute: false }) asOf = '';

  override render() {
    return html`<p class="muted source">
      ${t(
        `资料来源：政府信息公开工作年度报告汇总，数据版本 ${number(this.dataVersion)}，截至 ${moment(this.asOf)}。`,
        `Source: annual reports on government information disclosure, data version ${number(this.dataVersion)}, as of ${moment(this.asOf)}.`,
      )}
      <span class="help">
        ${t(
          '数据版本对应所查的年度和行政区划，有关数据变动时才变，所以各页可能不同；引用时请一并注明。',
          'The data version belongs to the years and districts that were asked for, and changes only when data about them change, so it may differ between pages. Quote it with the numbers.',
        )}
      </span>
    </p>`;
  }
}
