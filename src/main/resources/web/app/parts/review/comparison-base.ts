import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ApiError } from '../../api/client';
import type { Report } from '../../api/contract';
import { BIG, VERY_BIG } from '../../comparison';
import { setQuery } from '../../router';
import { Part } from '../../screen';
import { t } from '../../text';

/** What a report is compared with. */
export type Base = 'year' | 'revision' | 'none';

/** The report to compare with, if there is one, and its name. */
export interface Other {
  report: Report | undefined;
  name: string;
}

/** Chooses what a report is compared with, and explains the colours of the comparison. */
@customElement('gk-comparison-base')
export class ComparisonBase extends Part {
  @property({ attribute: false }) base: Base = 'year';
  /** Whether there is a revision before this one. */
  @property({ attribute: false }) isCorrection = false;
  /** The report to compare with; undefined while it is read. */
  @property({ attribute: false }) other: Other | undefined;
  @property({ attribute: false }) error: ApiError | undefined;
  @property({ attribute: false }) retry!: () => void;

  override render() {
    const bases: Array<[Base, string]> = [
      ['year', t('上年报告', 'last year’s report')],
      ...(this.isCorrection ? ([['revision', t('上一版', 'the revision before')]] as Array<[Base, string]>) : []),
      ['none', t('不对照', 'nothing')],
    ];
    return html`<div class="comparison-base">
      <div>
        <label for="base">${t('对照', 'Compare with')}</label>
        <select id="base" @change=${choose}>
          ${bases.map(([base, text]) => html`<option value=${base} .selected=${base === this.base}>${text}</option>`)}
        </select>
      </div>
      ${this.legend()}
    </div>`;
  }

  private legend() {
    if (this.error !== undefined) {
      return html`<gk-problem .error=${this.error} .retry=${this.retry}></gk-problem>`;
    }
    if (this.base === 'none' || this.other === undefined) {
      return nothing;
    }
    const { report, name } = this.other;
    return report === undefined
      ? html`<p class="muted">${t(`${name}没有生效，不能对照。`, `Nothing to compare with: ${name} is not in force.`)}</p>`
      : html`<ul class="legend statutory">
          <li>${t(`下方小字：${name}的数字和增减`, `Small figures: ${name}, and the change`)}</li>
          <li><span class="swatch mark-3"></span>${t(`变化 ${BIG} 倍以上`, `changed ${BIG}-fold or more`)}</li>
          <li><span class="swatch mark-4"></span>${t(`变化 ${VERY_BIG} 倍以上（两数各加 10 后相比）`, `${VERY_BIG}-fold or more (10 added to both)`)}</li>
          <li><span class="swatch warning"></span>${t('有提示', 'has a finding')}</li>
        </ul>`;
  }
}

function choose(event: Event): void {
  const base = (event.target as HTMLSelectElement).value;
  setQuery({ base: base === 'year' ? undefined : base }, { replace: true });
}
