import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { address, call } from '../../api/client';
import type { DiagnosedFinding, Diagnosis, DiagnosisPart, DocumentFormat, EqualPassage, PeerDifference } from '../../api/contract';
import { isOpen } from '../../revisions';
import { Loader, Part } from '../../screen';
import { session } from '../../session';
import { number, t } from '../../text';
import { chinese } from '../chinese';
import '../downloads';

/** What a revision leaves open, and the paper (核查单) to hand over. It is read when the reader opens it. */
@customElement('gk-diagnosis')
export class DiagnosisSheet extends Part {
  @property({ attribute: false }) agency = '';
  @property({ attribute: false }) year = 0;
  @property({ attribute: false }) revision = 0;

  @state() private isOpen = false;

  private readonly diagnosis = new Loader<Diagnosis>(
    this,
    () => (this.isOpen ? [this.agency, this.year, this.revision, session()?.token] : undefined),
    (signal) => call('getDiagnosis', { path: this.path(), query: this.query(), signal }),
  );

  private path() {
    return { agency: this.agency, year: this.year };
  }

  private query() {
    return { revision: String(this.revision) };
  }

  override render() {
    return html`<details class="diagnosis" @toggle=${(event: Event) => (this.isOpen = (event.currentTarget as HTMLDetailsElement).open)}>
      <summary>${t('核查单', 'Diagnosis')}</summary>
      ${this.isOpen ? this.diagnosis.render((diagnosis) => this.content(diagnosis)) : nothing}
    </details>`;
  }

  private content(diagnosis: Diagnosis) {
    return html`<p>${diagnosis.conclusion}</p>
      ${diagnosis.parts.map(part)}
      <gk-downloads .address=${this.document} .name="${this.agency}-${this.year}-diagnosis"></gk-downloads>`;
  }

  private readonly document = (format: DocumentFormat): string => address('getDiagnosis', this.path(), { ...this.query(), format });
}

function part({ heading, conclusion, findings, peers = [], passages = [] }: DiagnosisPart) {
  return html`<section>
    <h3>${heading}</h3>
    <p>${conclusion}</p>
    ${findings.length + peers.length + passages.length === 0
      ? nothing
      : html`<ol>
          ${findings.map(finding)} ${peers.map(peer)} ${passages.map(passage)}
        </ol>`}
  </section>`;
}

function finding({ finding: found, action }: DiagnosedFinding) {
  const isUnexplained = found.severity === 'ERROR' || isOpen(found);
  const words = isUnexplained ? t('未说明', 'Open') : found.state === 'EXPLAINED' ? t('已说明', 'Explained') : t('供参考', 'Note');
  return html`<li>
    <span class="status">${words}</span> ${found.cell === undefined ? nothing : html`<strong>${found.cell}</strong>`} ${found.message}
    <span class="muted">${action}</span>
  </li>`;
}

function peer({ cell, value, district, category, reports, median, quartiles, action }: PeerDifference) {
  const group = category === undefined ? chinese(district.name) : html`${chinese(district.name)} · ${chinese(category.name)}`;
  return html`<li>
    <strong>${cell}</strong> ${number(value)}${t('；', '; ')}${group}${t(
      `，${reports} 份报告，中位数 ${number(median)}，四分位数 ${number(quartiles.first)}～${number(quartiles.third)}。`,
      `, ${reports} reports: median ${number(median)}, quartiles ${number(quartiles.first)} to ${number(quartiles.third)}.`,
    )}
    <span class="muted">${action}</span>
  </li>`;
}

function passage({ cell, passage: words, lastYear, agencies, examples, action }: EqualPassage) {
  const names = examples.map((one) => one.name).join('、');
  return html`<li>
    <strong>${cell}</strong> <q>${chinese(words)}</q>
    ${lastYear ? t('与上年年报相同。', 'The same as last year. ') : nothing}
    ${agencies === 0 ? nothing : t(`与 ${agencies} 个机关相同：${names}。`, `The same as in ${agencies} other report(s): ${names}.`)}
    <span class="muted">${action}</span>
  </li>`;
}
