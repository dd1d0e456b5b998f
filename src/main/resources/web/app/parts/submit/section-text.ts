import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Finding } from '../../api/contract';
import { cellId } from '../../form-layout';
import { Part } from '../../screen';
import { number, t } from '../../text';
import { type Section, sectionTitle } from './draft';

const MAX_LENGTH = 100_000;

/** The text of a section, with its length, its findings, and that of last year. Fires `text` with the new text. */
@customElement('gk-section-text')
export class SectionText extends Part {
  @property({ attribute: false }) section!: Section;
  @property({ attribute: false }) text = '';
  @property({ attribute: false }) lastYear: string | undefined;
  @property({ attribute: false }) findings: Finding[] = [];

  override render() {
    const id = cellId(`/${this.section}`);
    const findings = this.findings.filter((finding) => finding.pointer === `/${this.section}`);
    const isFaulty = findings.some((finding) => finding.severity === 'ERROR');
    return html`<section class="card section-text">
      <h2><label for=${id}>${sectionTitle(this.section)}</label></h2>
      <textarea id=${id} data-pointer="/${this.section}" rows="5" maxlength=${MAX_LENGTH} .value=${this.text} aria-describedby="${id}-length ${id}-findings"
        aria-invalid=${isFaulty ? 'true' : nothing} @input=${this.changed}></textarea>
      <p class="muted length" id="${id}-length">
        ${t(`${number([...this.text].length)} 字，最多 ${number(MAX_LENGTH)} 字`, `${number([...this.text].length)} of at most ${number(MAX_LENGTH)} characters`)}
      </p>
      <ul class="section-findings" id="${id}-findings">
        ${findings.map((finding) => html`<li class=${finding.severity === 'ERROR' ? 'bad' : 'warn'}>${finding.message}</li>`)}
      </ul>
      ${this.lastYear === undefined || this.lastYear === ''
        ? nothing
        : html`<details>
            <summary>${t('上年这一部分的文字', 'This section last year')}</summary>
            <p class="verbatim">${this.lastYear}</p>
          </details>`}
    </section>`;
  }

  private changed(event: Event): void {
    this.dispatchEvent(new CustomEvent('text', { detail: (event.target as HTMLTextAreaElement).value }));
  }
}
