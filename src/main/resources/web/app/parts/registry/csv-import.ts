import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EntryWarning, Finding, ImportSummary } from '../../api/contract';
import { decode, read, type CsvLine } from '../../csv';
import { Part } from '../../screen';
import { number, t } from '../../text';
import { memberName, namesOfMember } from '../../words';
import { Action } from '../action';
import { registers, type Register } from './registers';

/** Lines or remarks, columns, and characters of a cell that are shown at most. */
const SHOWN = 200;
const SHOWN_COLUMNS = 50;
const SHOWN_CHARACTERS = 500;

/** The pause after a key until the text is read, in milliseconds. */
const PAUSE = 300;

/** A remark of the service about a cell of the file. */
interface Remark {
  line: number;
  column: string;
  message: string;
}

/** Loads a file into a register. Shows its lines before, and the errors at their lines after. Fires `changed`. */
@customElement('gk-csv-import')
export class CsvImport extends Part {
  @property({ attribute: false }) register: Register = 'agencies';

  @state() private file: Blob | undefined;
  @state() private fileName = '';
  @state() private text = '';
  @state() private lines: CsvLine[] = [];
  @state() private summary: ImportSummary | undefined;

  private readonly action = new Action(this);
  private pause: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.pause);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('register')) {
      this.clear();
    }
  }

  override render() {
    const facts = registers[this.register];
    return html`<h2 tabindex="-1">${t(`导入${facts.title()}`, `Import ${facts.title().toLowerCase()}`)}</h2>
      <section class="card">
        <p>
          ${t('标题行可用中文或英文列名：', 'The header line names the columns: ')}
          ${facts.columns.map((one, i) => html`${i === 0 ? '' : t('、', ', ')}${memberName(one)} <code>${one}</code>`)}
        </p>
        <p>
          ${t(
            '每行新增或修改一条，整行替换；没有列出的条目不变，也不会删除。有一处错误的，整个文件都不导入。',
            'Each line adds or replaces one entry; others stay, and nothing is deleted. A file with any error is not stored at all.',
          )}
        </p>
        <div class="filters">
          <div>
            <label for="import-file">${t('CSV 文件（UTF-8 或 GB18030）', 'A CSV file in UTF-8 or GB18030')}</label>
            <input id="import-file" type="file" accept=".csv,.txt,text/csv" @change=${this.chooseFile}>
          </div>
        </div>
        <label for="import-text">${t('或者从电子表格中复制后粘贴，包括标题行', 'Or paste cells from a spreadsheet, with their header')}</label>
        <textarea id="import-text" rows="5" spellcheck="false" placeholder=${facts.example} .value=${this.text}
          @input=${this.enterText}></textarea>
        ${this.lines.length === 0
          ? nothing
          : html`<div class="actions">
              <button type="button" class="primary" aria-disabled=${this.action.isPending} @click=${this.load}>
                ${this.action.isPending
                  ? t('正在导入…', 'Importing…')
                  : t(`导入 ${number(this.entries().length)} 行`, `Import ${number(this.entries().length)} lines`)}
              </button>
              <button type="button" @click=${this.clear}>${t('清除', 'Clear')}</button>
            </div>`}
        ${this.summary === undefined ? nothing : this.result(this.summary)} ${this.refusal()}
      </section>
      ${this.lines.length === 0 ? nothing : this.preview()}`;
  }

  private entries(): CsvLine[] {
    return this.lines.filter((line) => line.cells.some((cell) => cell.trim() !== '')).slice(1);
  }

  private result(summary: ImportSummary) {
    const warnings = (summary.warnings ?? []).map(remarkOf);
    return html`<div class="notice" role="status">
      <strong>
        ${t(
          `已导入：新增 ${number(summary.added)} 条，修改 ${number(summary.changed)} 条，未变 ${number(summary.unchanged)} 条`,
          `Imported: ${number(summary.added)} added, ${number(summary.changed)} changed, ${number(summary.unchanged)} unchanged`,
        )}
      </strong>
      ${warnings.length === 0 ? nothing : this.remarks(warnings, t('提示', 'Warnings'))}
    </div>`;
  }

  private refusal() {
    const errors = this.errors();
    return errors.length === 0
      ? this.action.render()
      : html`<div class="problem" role="alert">
          <strong>${t(`未导入：共 ${number(errors.length)} 处错误`, `Not imported: ${number(errors.length)} errors`)}</strong>
          ${this.remarks(errors, t('错误', 'Errors'))}
          <p class="request-id">${t('请求编号', 'Request id')} <code>${this.action.error?.problem?.requestId}</code></p>
        </div>`;
  }

  private errors(): Remark[] {
    return (this.action.error?.problem?.findings ?? []).map(remarkOf).sort((a, b) => a.line - b.line);
  }

  private remarks(remarks: Remark[], title: string) {
    return html`${remarks.length <= SHOWN
        ? nothing
        : html`<p>${t(`显示前 ${SHOWN} 处。`, `The first ${SHOWN} are shown.`)}</p>`}
    <div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table>
        <thead>
          <tr><th scope="col">${t('行', 'Line')}</th><th scope="col">${t('列', 'Column')}</th><th scope="col">${title}</th></tr>
        </thead>
        <tbody>
          ${remarks.slice(0, SHOWN).map(
            (one) => html`<tr>
              <td class="number">
                <button type="button" class="plain" aria-label=${t(`跳到第 ${one.line} 行`, `Go to line ${one.line}`)}
                  @click=${() => this.show(one.line)}>${one.line}</button>
              </td>
              <td>${memberName(one.column)}</td>
              <td>${one.message}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private preview() {
    const errors = this.errors().slice(0, SHOWN);
    const wrong = new Set(errors.map((one) => one.line));
    const isShown = (line: CsvLine): boolean => line.number <= SHOWN || wrong.has(line.number);
    const shown = this.lines.filter(isShown).map(({ number: line, cells }) => ({ number: line, cells: cells.slice(0, SHOWN_COLUMNS) }));
    const hidden = this.lines.reduce((most, line) => Math.max(most, line.cells.length), 0) - SHOWN_COLUMNS;
    const [header] = shown;
    return html`<section class="card">
      <h3>${t('文件内容', 'Lines of the file')}${this.fileName === '' ? nothing : html` · ${this.fileName}`}</h3>
      ${shown.length === this.lines.length
        ? nothing
        : html`<p class="muted">
            ${t(
              `共 ${number(this.lines.length)} 行，显示前 ${SHOWN} 行和列出错误的行。`,
              `${number(this.lines.length)} lines; the first ${SHOWN} and those of the listed errors are shown.`,
            )}
          </p>`}
      ${hidden <= 0
        ? nothing
        : html`<p class="muted">
            ${t(
              `只显示前 ${SHOWN_COLUMNS} 列，另有 ${number(hidden)} 列未显示。`,
              `The first ${SHOWN_COLUMNS} columns are shown; ${number(hidden)} more are not.`,
            )}
          </p>`}
      <div class="scroll lines" tabindex="0" role="region" aria-label=${t('文件内容', 'Lines of the file')}>
        <table>
          <thead>
            <tr id="line-1" tabindex="-1">
              <th scope="col">1</th>
              ${header?.cells.map((cell) => this.cell(header, cell, errors, true))}
            </tr>
          </thead>
          <tbody>
            ${shown.slice(1).map(
              (line) => html`<tr id="line-${line.number}" tabindex="-1" class=${wrong.has(line.number) ? 'wrong' : ''}>
                <th scope="row">${line.number}</th>
                ${line.cells.map((cell, i) => this.cell(line, cell, errors, false, header?.cells[i]))}
                ${this.elsewhere(line, errors, header)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private cell(line: CsvLine, cell: string, errors: Remark[], isHeader: boolean, column = cell) {
    const here = errors.filter((one) => one.line === line.number && isColumn(column, one.column));
    const content = html`${beginningOf(cell)}${here.map((one) => html`<div class="cell-fault">${one.message}</div>`)}`;
    const style = here.length > 0 ? 'wrong' : '';
    return isHeader ? html`<th scope="col" class=${style}>${content}</th>` : html`<td class=${style}>${content}</td>`;
  }

  /** Renders the errors of a line in columns that are not shown, or that the header names otherwise or not at all. */
  private elsewhere(line: CsvLine, errors: Remark[], header: CsvLine | undefined) {
    const others = errors.filter(
      (one) => one.line === line.number && header?.cells.some((cell) => isColumn(cell, one.column)) !== true,
    );
    return others.length === 0
      ? nothing
      : html`<td class="wrong">${others.map((one) => html`<div class="cell-fault">${memberName(one.column)} ${one.message}</div>`)}</td>`;
  }

  private show(line: number): void {
    this.querySelector<HTMLElement>(`#line-${line}`)?.focus();
  }

  private async chooseFile(event: Event): Promise<void> {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file !== undefined) {
      this.text = '';
      this.fileName = file.name;
      this.take(file, decode(new Uint8Array(await file.arrayBuffer())));
    }
  }

  private enterText(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.fileName = '';
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.readText(), PAUSE);
  }

  private readText(): void {
    this.take(new Blob([this.text]), this.text);
  }

  private take(file: Blob, text: string): void {
    clearTimeout(this.pause);
    this.pause = undefined;
    this.file = file;
    this.lines = read(text);
    this.summary = undefined;
    this.action.error = undefined;
  }

  private clear(): void {
    this.text = '';
    this.fileName = '';
    this.take(new Blob(), '');
    const input = this.querySelector<HTMLInputElement>('#import-file');
    if (input !== null) {
      input.value = '';
    }
  }

  private load(): void {
    if (this.pause !== undefined) {
      this.readText();
    }
    void this.action.run(async () => {
      this.summary = undefined;
      const type = this.fileName === '' ? 'text/csv;charset=utf-8' : 'text/csv';
      this.summary = await registers[this.register].load(this.file as Blob, type);
      this.dispatchEvent(new Event('changed'));
    });
  }
}

/** Returns a cell for the preview. A quote that is never closed makes one cell of the rest of a file. */
const beginningOf = (cell: string): string =>
  cell.length > SHOWN_CHARACTERS ? `${cell.slice(0, SHOWN_CHARACTERS)}…` : cell;

/** Returns the place of a remark: the service points to `/line/column`. */
function remarkOf(remark: Finding | EntryWarning): Remark {
  const [, line = '0', column = ''] = remark.pointer.split('/');
  return { line: Number(line), column, message: remark.message };
}

/** Returns whether a cell of the header names a column. */
const isColumn = (header: string, column: string): boolean =>
  namesOfMember(column).some((name) => name.toLowerCase() === header.trim().toLowerCase());
