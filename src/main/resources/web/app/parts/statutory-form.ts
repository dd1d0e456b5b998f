import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Finding, FormCatalogue, Report } from '../api/contract';
import { at, cellId, height, tables, width, type Block, type Cell, type Head, type Row, type Table } from '../form-layout';
import { messageOf } from '../revisions';
import { Part } from '../screen';
import { number, signed, t } from '../text';
import { chinese } from './chinese';
import { findingId } from './finding-list';
import { move, spread } from './grid-keys';
import { MAX_LENGTH, faultOf, maximumOf, printed } from './number-text';

/** Texts that a reader has entered, by the pointers of their cells. */
export type Entries = Record<string, string>;

/** A change of cells. */
export interface Edit {
  entries: Entries;
  kind: 'typed' | 'pasted' | 'suggested';
  /** The number of pasted cells that the form has no place for. */
  outside: number;
}

/** A number that a cell should probably have. */
export interface Suggestion {
  pointer: string;
  value: number;
  reason: string;
  /** All cells that change when it is accepted, with their new texts. */
  entries: Entries;
}

/**
 * The three statutory tables of a report, to read or to fill in. Findings are shown at their cells.
 *
 * Fires `edit` when texts were entered or pasted, or a suggestion was accepted; the detail is an Edit.
 */
@customElement('gk-statutory-form')
export class StatutoryForm extends Part {
  @property({ attribute: false }) form!: FormCatalogue;
  /** The report whose numbers are shown. */
  @property({ attribute: false }) report: Report | undefined;
  /** The texts of all cells, if they can be edited. */
  @property({ attribute: false }) entries: Entries | undefined;
  /** Those of them that the page has computed. */
  @property({ attribute: false }) computed: Entries = {};
  @property({ attribute: false }) findings: Finding[] = [];
  @property({ attribute: false }) suggestions: Suggestion[] = [];
  /** A report to compare with, such as that of last year, and its name. */
  @property({ attribute: false }) other: Report | undefined;
  @property({ attribute: false }) otherName = '';
  /** Numbers to compare some cells with, by their pointers, where there is no other report. */
  @property({ attribute: false }) beside: Record<string, number> = {};
  /** Whether cells link to their findings in a `gk-finding-list` with the same findings. */
  @property({ attribute: false }) hasNotes = false;
  /** How strongly cells are marked, from 1 to 4, by their pointers. */
  @property({ attribute: false }) marks: Record<string, number> = {};

  private tables: Table[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('form')) {
      this.tables = tables(this.form);
    }
  }

  override render() {
    return html`${this.tables.map(
      (table) => html`<section class="statutory table-${table.number}" @keydown=${move} @paste=${this.paste}>
        <h3>${t(`表${'零一二三四'[table.number]}`, `Table ${table.number}`)} ${table.title}</h3>
        ${table.blocks.map((block) => this.block(block, table))}
      </section>`,
    )}`;
  }

  private block(block: Block, table: Table) {
    const levels = height(block.heads);
    return html`<div class="scroll" tabindex=${this.entries === undefined ? '0' : nothing} role="group" aria-label=${table.title}>
      <table>
        <thead>
          ${Array.from({ length: levels }, (_, level) => html`<tr>
            ${level === 0 && block.corner !== undefined
              ? html`<th scope="col" rowspan=${levels} class="corner">${block.corner}</th>`
              : nothing}
            ${atLevel(block.heads, level).map((head) => this.head(head, levels - level))}
          </tr>`)}
        </thead>
        <tbody>${block.rows.map((row) => this.row(row, block))}</tbody>
      </table>
    </div>`;
  }

  private head(head: Head, levels: number) {
    return html`<th scope=${head.parts.length === 0 ? 'col' : 'colgroup'} colspan=${width(head)}
      rowspan=${head.parts.length === 0 ? levels : 1}>${head.label}</th>`;
  }

  private row(row: Row, block: Block) {
    const columns = block.heads.reduce((sum, head) => sum + width(head), 0);
    return html`<tr>
      ${block.corner === undefined ? nothing : html`<th scope="row" class="depth-${row.depth}">${row.label}</th>`}
      ${row.cells.length === 0 ? html`<td colspan=${columns} class="group"></td>` : row.cells.map((cell) => this.cell(cell))}
    </tr>`;
  }

  private cell(cell: Cell) {
    const findings = this.findings.filter((finding) => finding.pointer === cell.pointer);
    const suggestion = this.suggestions.find((one) => one.pointer === cell.pointer);
    const mark = this.marks[cell.pointer];
    return html`<td class="number ${severity(findings)} ${cell.isTotal ? 'total' : ''} ${cell.pointer in this.computed ? 'computed' : ''} ${mark === undefined ? '' : `mark-${mark}`}">
      ${this.value(cell, findings)} ${this.hasNotes ? this.notes(findings) : nothing} ${this.otherValue(cell)}
      ${suggestion === undefined || this.entries === undefined ? nothing : this.suggestion(cell, suggestion)}
      ${findings.length === 0
        ? nothing
        : html`<span class="visually-hidden" id="${cellId(cell.pointer)}-findings"
            >${findings.map(textOf).join(' ')}</span>`}
    </td>`;
  }

  private value(cell: Cell, findings: Finding[]): TemplateResult {
    const id = cellId(cell.pointer);
    const described = findings.length === 0 ? nothing : `${id}-findings`;
    if (this.entries === undefined) {
      const title = findings.length === 0 ? nothing : findings.map(textOf).join('\n');
      return html`<span id=${id} tabindex="-1" title=${title} aria-describedby=${described}>${printed(at(this.report, cell.pointer))}</span>`;
    }
    const text = this.entries[cell.pointer] ?? '';
    // One character more than a number can have: a number that was cut is marked, and not taken for another one.
    return html`<input id=${id} data-pointer=${cell.pointer} inputmode="decimal" autocomplete="off" maxlength=${MAX_LENGTH + 1} aria-label=${cell.name}
      aria-invalid=${findings.some((one) => one.severity === 'ERROR') || faultOf(text, maximumOf(cell.isAmount)) !== undefined ? 'true' : nothing}
      title=${cell.pointer in this.computed ? t('由本页合计', 'Computed here') : nothing} aria-describedby=${described} .value=${text}
      @input=${(event: Event) => this.changed({ [cell.pointer]: (event.target as HTMLInputElement).value }, 'typed')} />`;
  }

  private notes(findings: Finding[]) {
    return findings.map((finding) => {
      const index = this.findings.indexOf(finding);
      return html`<sup><a href="#${findingId(index)}" aria-label=${t(`提示 ${index + 1}`, `Finding ${index + 1}`)}>${index + 1}</a></sup>`;
    });
  }

  private otherValue(cell: Cell) {
    const value = this.other === undefined ? this.beside[cell.pointer] : at(this.other, cell.pointer);
    if (this.other === undefined && value === undefined) {
      return nothing;
    }
    const difference = this.other === undefined ? 0 : (at(this.report, cell.pointer) ?? NaN) - (value ?? NaN);
    return html`<span class="other" title=${this.otherName}
      ><span class="visually-hidden">${chinese(this.otherName)} </span>${printed(value)}${difference > 0 || difference < 0
        ? html` <b>${printed(difference, signed)}</b>`
        : nothing}</span
    >`;
  }

  private suggestion(cell: Cell, { value, reason, entries }: Suggestion) {
    const label = t(`建议 ${number(value)}`, `use ${number(value)}`);
    return html`<button type="button" class="suggestion" title=${reason} aria-label="${label}${t('：', ': ')}${cell.name}"
      @click=${() => {
        this.changed(entries, 'suggested');
        document.getElementById(cellId(cell.pointer))?.focus();
      }}>${label}</button>`;
  }

  private readonly paste = (event: ClipboardEvent): void => {
    const target = (event.target as HTMLElement).closest<HTMLInputElement>('input[data-pointer]');
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (target !== null && this.entries !== undefined && /[\t\n]/.test(text.trim())) {
      event.preventDefault();
      const { texts, outside } = spread(text, target);
      this.changed(texts, 'pasted', outside);
    }
  };

  private changed(entries: Entries, kind: Edit['kind'], outside = 0): void {
    this.dispatchEvent(new CustomEvent<Edit>('edit', { detail: { entries, kind, outside } }));
  }
}

/** Returns the class of a cell: after its gravest finding. Explained warnings and notes are marked less. */
function severity(findings: Finding[]): string {
  if (findings.some((one) => one.severity === 'ERROR')) {
    return 'error';
  }
  const isOpen = findings.some((one) => one.severity === 'WARNING' && one.state !== 'EXPLAINED');
  return isOpen ? 'warning' : findings.length > 0 ? 'noted' : '';
}

/** Returns a finding with its explanation. */
function textOf(finding: Finding): string {
  const message = messageOf(finding);
  const reason = finding.explanation?.reason;
  return reason === undefined ? message : t(`${message}（说明：${reason}）`, `${message} (explanation: ${reason})`);
}

/** Returns the heads at a level, from the left. */
const atLevel = (heads: Head[], level: number): Head[] =>
  level === 0 ? heads : heads.flatMap((head) => atLevel(head.parts, level - 1));
