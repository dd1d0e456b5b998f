import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Cause, Finding, FormCatalogue, Report } from '../../api/contract';
import { at, type Cell } from '../../form-layout';
import { Loader, Part } from '../../screen';
import { askToLogIn, session } from '../../session';
import { t } from '../../text';
import { printed } from '../number-text';
import type { Entries, Suggestion } from '../statutory-form';
import { placeText } from './document-place';
import { type Draft, emptyCells, withEntries } from './draft';
import { cellsForZeros, unreadCells, withZeros } from './filling';
import { goTo } from './report-findings';
import { mayPrepare } from './service';

/** A change of many cells that a reader asks for. */
export interface Filling {
  /** Returns the changed draft. */
  draft: (before: Draft) => Draft;
  /** What was done. */
  note: string;
}

/** Beside the form: how far it is filled in, the cell with the focus, and the findings. Fires `fill` with a Filling. */
@customElement('gk-editor-panel')
export class EditorPanel extends Part {
  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) form!: FormCatalogue;
  @property({ attribute: false }) cells: Cell[] = [];
  @property({ attribute: false }) findings: Finding[] = [];
  @property({ attribute: false }) causes: Cause[] = [];
  @property({ attribute: false }) suggestions: Suggestion[] = [];
  @property({ attribute: false }) allSuggestions: Entries = {};
  @property({ attribute: false }) lastYear: Report | undefined;
  /** The pointer of the cell with the focus. */
  @property({ attribute: false }) current: string | undefined;
  /** The check of what is filled in. */
  @property({ attribute: false }) check!: Loader<unknown>;

  override render() {
    return html`<section class="card" aria-labelledby="progress-title">
        <h2 id="progress-title" tabindex="-1">${t('填写情况', 'Progress')}</h2>
        ${this.progress()}
      </section>
      ${this.cell()}
      <section class="card" id="checks" aria-labelledby="checks-title">
        <h2 id="checks-title" tabindex="-1">${t('核对结果', 'Checks')}</h2>
        ${this.state()} ${this.acceptAll()}
        <gk-report-findings .findings=${this.findings} .suggestions=${this.suggestions} .reasons=${this.draft.reasons}
          @accept=${(event: CustomEvent<Suggestion>) => this.accept(event.detail)}></gk-report-findings>
      </section>`;
  }

  private progress() {
    const empty = emptyCells(this.draft, this.cells);
    const filled = this.cells.length - empty.length;
    return html`<label for="filled">${t(`已填 ${filled} 格，共 ${this.cells.length} 格`, `${filled} of ${this.cells.length} cells filled in`)}</label>
      <progress id="filled" max=${this.cells.length} value=${filled}></progress>
      ${empty.length === 0
        ? nothing
        : html`<div class="actions">
            <button type="button" @click=${() => goTo((empty[0] as Cell).pointer)}>${t('到第一个空格', 'First empty cell')}</button>
            ${this.zeros(cellsForZeros(this.draft, this.cells).length)}
          </div>`}
      ${this.unread(unreadCells(this.draft, this.cells))}`;
  }

  private zeros(count: number) {
    return count === 0
      ? nothing
      : html`<button type="button" title=${t('总计由本页合计', 'Totals are computed')}
          @click=${() => this.fill((draft) => withZeros(draft, this.cells), t(`其余 ${count} 格已填 0。`, `The other ${count} cells were filled with 0.`))}>
          ${t(`其余 ${count} 格填 0`, `Fill the other ${count} with 0`)}
        </button>`;
  }

  /** Cells that the document has something for: a zero would be invented. */
  private unread(cells: Cell[]) {
    return cells.length === 0
      ? nothing
      : html`<p class="notice">
          ${t(`有 ${cells.length} 格未能从原文件读出，不会填 0，请对照原文件填写。`, `${cells.length} cells could not be read from the document. They are not filled with 0: fill them in from the document.`)}
          <button type="button" @click=${() => goTo((cells[0] as Cell).pointer)}>${t('到第一处', 'First one')}</button>
        </p>`;
  }

  private cell() {
    const cell = this.cells.find((one) => one.pointer === this.current);
    if (cell === undefined) {
      return nothing;
    }
    const source = this.draft.reading?.sources[cell.pointer];
    const place = this.draft.reading?.places?.[cell.pointer];
    const last = at(this.lastYear, cell.pointer);
    return html`<section class="card current" aria-label=${t('当前单元格', 'Current cell')}>
      <p><strong>${cell.name}</strong></p>
      ${last === undefined ? nothing : html`<p>${t('上年', 'Last year')} <strong>${printed(last)}</strong></p>`}
      ${source === undefined ? nothing : html`<p>${t('原文', 'Printed')} <q>${source}</q></p>`}
      ${place === undefined ? nothing : html`<p class="muted">${placeText(place)}</p>`}
    </section>`;
  }

  /** Tells whether the findings are those of what is filled in now. */
  private state() {
    return html`<div role="status">${this.stateText()}</div>
      ${session() === undefined
        ? html`<div class="actions"><button type="button" @click=${askToLogIn}>${t('登录', 'Log in')}</button></div>`
        : nothing}
      ${this.check.error === undefined || session() === undefined
        ? nothing
        : html`<gk-problem .error=${this.check.error} .retry=${() => this.check.reload()}></gk-problem>`}`;
  }

  private stateText() {
    if (session() === undefined) {
      return html`<p>${t('尚未登录：内容保存于本机，登录后自动核对。', 'Not logged in. What you enter is kept on this machine, and checked after the login.')}</p>`;
    }
    if (!mayPrepare(this.draft.agency)) {
      return html`<p>${t('当前令牌不代表这个机关，不能核对和报送。', 'The current token is not of this agency: it cannot check nor submit.')}</p>`;
    }
    if (this.check.isPending || this.check.value === undefined) {
      return this.check.error === undefined ? html`<p class="muted">${t('正在核对…', 'Checking…')}</p>` : nothing;
    }
    const errors = this.findings.filter((one) => one.severity === 'ERROR').length;
    const open = this.findings.filter((one) => one.state === 'OPEN').length;
    const isComplete = emptyCells(this.draft, this.cells).length === 0;
    return html`<p>
      ${errors + open === 0 ? t('没有发现问题。', 'Nothing was found.') : t(`${errors} 处错误，${open} 处未说明的提示。`, `${errors} errors, ${open} warnings without a reason.`)}
      ${isComplete
        ? nothing
        : t('全部填完后，还会与上年报告和正文核对。', 'When all cells are filled in, they are also compared with last year and with the texts.')}
    </p>`;
  }

  private acceptAll() {
    return this.causes.length < 2
      ? nothing
      : html`<div class="actions">
          <button type="button" @click=${() => this.fill((draft) => withEntries(draft, this.allSuggestions), t('已采用全部建议值。', 'All suggestions were accepted.'))}>
            ${t(`采用全部 ${this.causes.length} 个建议值`, `Accept all ${this.causes.length} suggestions`)}
          </button>
        </div>`;
  }

  /** The button is gone afterwards: the focus moves to the cell. */
  private accept({ pointer, entries }: Suggestion): void {
    this.change((draft) => withEntries(draft, entries), t('已采用建议值。', 'The suggestion was accepted.'));
    goTo(pointer);
  }

  private fill(draft: Filling['draft'], note: string): void {
    this.change(draft, note);
    this.querySelector<HTMLElement>('#progress-title')?.focus({ preventScroll: true });
  }

  private change(draft: Filling['draft'], note: string): void {
    this.dispatchEvent(new CustomEvent<Filling>('fill', { detail: { draft, note } }));
  }
}
