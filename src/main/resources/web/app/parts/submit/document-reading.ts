import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Confidence, DocumentPlace, FormCatalogue } from '../../api/contract';
import type { Cell } from '../../form-layout';
import { Part } from '../../screen';
import { t } from '../../text';
import type { Entries } from '../statutory-form';
import { kindOf, markName, placeText } from './document-place';
import { type Draft, SECTIONS, entry, isFilled, withEntries } from './draft';
import type { Filling } from './editor-panel';
import { goTo } from './report-findings';
import { type Issue, type Reading, isGap, isSettled, kindName, markedCells, needsReview, placeOf, toReview } from './reading';

/**
 * What was read from a document beside what is printed there. A person confirms what is uncertain.
 *
 * Fires `confirm` with the index of an issue, whose confirmation is to be turned, `fill` with a Filling, and `show` when the
 * document that was hidden is to be shown.
 */
@customElement('gk-document-reading')
export class DocumentReading extends Part {
  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) form!: FormCatalogue;
  @property({ attribute: false }) cells: Cell[] = [];
  /** Whether the reader has hidden the document. */
  @property({ attribute: false }) hidesDocument = false;

  override render() {
    const reading = this.draft.reading as Reading;
    const doubts = toReview(reading, this.cells);
    const open = doubts.filter((issue) => !isSettled(issue, this.draft, this.cells)).length;
    return html`<section class="card reading" id="reading" aria-labelledby="reading-title">
      <h2 id="reading-title" tabindex="-1">${t('与原文件核对', 'Compare with the document')}</h2>
      <p>${t(`数字和文字读自“${reading.name}”。`, `Numbers and texts were read from “${reading.name}”.`)} ${summary(doubts.length, open)}</p>
      ${this.showing()} ${doubts.length === 0 ? nothing : this.table(doubts, t('须核对', 'To compare'), true)}
      ${this.remarks(reading)} ${this.withoutPlace()} ${this.sources(reading)}
    </section>`;
  }

  private showing() {
    if (this.draft.rendering === undefined) {
      return nothing;
    }
    return this.hidesDocument
      ? html`<div class="actions"><button type="button" @click=${() => this.dispatchEvent(new Event('show'))}>${t('并排显示原文', 'Show the document')}</button></div>`
      : html`<p class="muted">
          ${t(
            '选中单元格，原文随之定位；点按原文中的标记，回到对应的单元格。按 F2 在两者之间切换。',
            'The document follows the cell with the focus. A mark in the document leads to its cell. F2 changes between them.',
          )}
        </p>`;
  }

  private table(issues: Issue[], caption: string, canConfirm: boolean) {
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${caption}>
      <table>
        <caption>${caption}</caption>
        <thead>
          <tr>
            <th scope="col">${t('位置', 'Place')}</th>
            <th scope="col">${t('原文', 'Printed')}</th>
            <th scope="col">${t('现填', 'Entered')}</th>
            <th scope="col">${t('如何读取', 'How it was read')}</th>
            ${canConfirm ? html`<th scope="col">${t('核对', 'Compared')}</th>` : nothing}
          </tr>
        </thead>
        <tbody>${issues.map((issue) => this.issue(issue, canConfirm))}</tbody>
      </table>
    </div>`;
  }

  private issue(issue: Issue, canConfirm: boolean) {
    const cells = markedCells(issue, this.cells);
    const place = placeOf(issue.pointer, this.form, this.cells);
    const target = cells[0]?.pointer ?? (SECTIONS.some((one) => issue.pointer === `/${one}`) ? issue.pointer : undefined);
    return html`<tr>
      <th scope="row">
        ${target === undefined ? place : html`<button type="button" class="plain" @click=${() => goTo(target)}>${place}</button>`}
      </th>
      <td>${this.printed(issue, cells)} ${where(issue.place)}</td>
      <td>${cells.map((cell) => entry(this.draft, cell.pointer) || t('未填', 'empty')).join(' | ')}</td>
      <td><strong>${kindName(issue.kind)}</strong> ${issue.detail}</td>
      ${canConfirm ? html`<td>${this.confirmation(issue, cells, place)}</td>` : nothing}
    </tr>`;
  }

  private printed(issue: Issue, cells: Cell[]): string {
    const { sources } = this.draft.reading as Reading;
    return sources[issue.pointer] ?? sources[cells[0]?.pointer ?? ''] ?? '';
  }

  private confirmation(issue: Issue, cells: Cell[], place: string) {
    if (isGap(issue) && cells.length > 0) {
      return isSettled(issue, this.draft, this.cells)
        ? t('已补填', 'Filled in')
        : html`${t('请补填', 'Fill it in')} ${issue.kind === 'MISSING' ? this.absence(cells, place) : nothing}`;
    }
    const index = (this.draft.reading as Reading).issues.indexOf(issue);
    return html`<label class="check">
      <input type="checkbox" .checked=${issue.isConfirmed} aria-label=${t(`已核对：${place}`, `Compared: ${place}`)}
        @change=${() => this.dispatchEvent(new CustomEvent('confirm', { detail: index }))} />
      ${t('已核对', 'Compared')}
    </label>`;
  }

  /** What is not in the document may be nothing: a person says so, place by place. */
  private absence(cells: Cell[], place: string) {
    const zeros = Object.fromEntries(cells.filter((cell) => !cell.isTotal && !isFilled(this.draft, cell.pointer)).map((cell) => [cell.pointer, '0']));
    return Object.keys(zeros).length === 0
      ? nothing
      : html`<button type="button" aria-label=${t(`填 0：${place}`, `Fill with 0: ${place}`)} @click=${() => this.fill(zeros, place)}>${t('填 0', 'Fill with 0')}</button>`;
  }

  /** The button is gone afterwards: the focus moves to the heading. */
  private fill(zeros: Entries, place: string): void {
    const detail = { draft: (draft: Draft) => withEntries(draft, zeros), note: t(`已填 0：${place}。`, `Filled with 0: ${place}.`) };
    this.dispatchEvent(new CustomEvent<Filling>('fill', { detail }));
    this.querySelector<HTMLElement>('#reading-title')?.focus({ preventScroll: true });
  }

  private remarks(reading: Reading) {
    const remarks = reading.issues.filter((issue) => !needsReview(issue));
    return remarks.length === 0
      ? nothing
      : html`<details>
          <summary>${t(`读取说明和未采用的文字（${remarks.length}）`, `Remarks and texts left out (${remarks.length})`)}</summary>
          ${this.table(remarks, t('供参考，不必逐项核对', 'For information'), false)}
        </details>`;
  }

  /** Numbers of another form, for which the form of the year has no cell. */
  private withoutPlace() {
    const known = new Set(this.cells.map((cell) => cell.pointer));
    const others = Object.keys(this.draft.entries).filter((pointer) => !known.has(pointer));
    return others.length === 0
      ? nothing
      : html`<p class="notice">
          ${t(
            `文件中有 ${others.length} 个数字在本年度的表式中没有位置，没有采用。`,
            `${others.length} numbers of the document have no place in the form of this year, and were left out.`,
          )}
        </p>`;
  }

  private sources(reading: Reading) {
    const read = this.cells.filter((cell) => reading.sources[cell.pointer] !== undefined);
    return html`<details>
      <summary>${t(`全部数字的出处（${read.length}）`, `The sources of all numbers (${read.length})`)}</summary>
      <div class="scroll tall" tabindex="0" role="group" aria-label=${t('全部数字的出处', 'The sources of all numbers')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('位置', 'Place')}</th>
              <th scope="col">${t('原文', 'Printed')}</th>
              <th scope="col">${t('可信度', 'Confidence')}</th>
              <th scope="col">${t('现填', 'Entered')}</th>
            </tr>
          </thead>
          <tbody>
            ${read.map((cell) => html`<tr>
              <th scope="row"><button type="button" class="plain" @click=${() => goTo(cell.pointer)}>${cell.name}</button></th>
              <td>${reading.sources[cell.pointer]} ${where(reading.places?.[cell.pointer])}</td>
              <td>${confidence(reading.confidences?.[cell.pointer])}</td>
              <td class="number">${entry(this.draft, cell.pointer)}</td>
            </tr>`)}
          </tbody>
        </table>
      </div>
    </details>`;
  }
}

/** Tells where something is printed. */
const where = (place: DocumentPlace | undefined) =>
  place === undefined ? nothing : html`<span class="second">${placeText(place)}</span>`;

const confidence = (of: Confidence | undefined): string => (of === undefined ? '' : markName(kindOf(of)));

function summary(doubts: number, open: number): string {
  return doubts === 0
    ? t('没有读取疑问。', 'Nothing is uncertain.')
    : open === 0
      ? t(`${doubts} 处疑问均已核对。`, `All ${doubts} uncertain places are compared.`)
      : t(`${doubts} 处疑问，还有 ${open} 处须核对。`, `${doubts} places are uncertain; ${open} are still to be compared.`);
}
