import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ApiError } from '../../api/client';
import type { AgencyEntry, Finding, FormCatalogue, PlacedComment, Report, Validation } from '../../api/contract';
import { cellId, cells, tables, type Cell } from '../../form-layout';
import { setQuery } from '../../router';
import { Loader, Part } from '../../screen';
import { session } from '../../session';
import { t } from '../../text';
import '../statutory-form';
import type { Edit, Entries } from '../statutory-form';
import './conflict';
import './document-reading';
import './document-view';
import type { DocumentView } from './document-view';
import { type Base, type Draft, type Section, relevant, withEntries } from './draft';
import './editor-panel';
import type { Filling } from './editor-panel';
import { computedTotals } from './filling';
import { markedCells, openIssues } from './reading';
import { focusOn, goTo } from './report-findings';
import './section-text';
import { type Filed, type Latest, type Newest, check, mayPrepare, newestOf } from './service';
import './submit-bar';
import { allOf, sensible, suggestionsOf } from './suggestions';

/** The time without input after which the rules are run. */
const PAUSE = 500;

/**
 * Fills in a report, with the findings of the rules at their cells.
 *
 * Fires `draft` with the changed draft, `discard` when it is given up, and `submitted` with what the submission did.
 */
@customElement('gk-report-editor')
export class ReportEditor extends Part {
  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) agency!: AgencyEntry;
  @property({ attribute: false }) form!: FormCatalogue;
  /** The newest revision when the form was opened. */
  @property({ attribute: false }) latest: Latest | undefined;
  @property({ attribute: false }) lastYear: Report | undefined;
  @property({ attribute: false }) deadline: string | undefined;
  /** Whether the numbers of last year are shown in the cells. */
  @property({ attribute: false }) showsLastYear = false;

  @state() private current: string | undefined;
  /** What was done last, and what it replaced. */
  @state() private done: { note: string; before: Pick<Draft, 'entries' | 'zeros'> | undefined } | undefined;
  @state() private conflict: Newest | undefined;
  /** A newer revision that the reader has decided to replace. */
  @state() private newer: Newest | undefined;
  /** A total that the reader has just emptied: it stays empty until the focus leaves it. */
  @state() private emptied: string | undefined;

  /** Whether the reader has hidden the document. */
  @state() private hidesDocument = false;

  private cells: Cell[] = [];
  /** The totals that follow from what is entered. They are never part of the draft. */
  private computed: Entries = {};
  /** The draft with these totals. */
  private whole!: Draft;

  private readonly check = new Loader<Validation>(
    this,
    () => (mayPrepare(this.draft.agency) ? [this.whole.entries, this.draft.texts, this.draft.reasons, session()?.token] : undefined),
    async (signal) => {
      await pause(signal);
      return check(this.whole, this.form, this.cells, signal);
    },
  );

  private readonly retry = (): void => void (this.check.error !== undefined && this.check.reload());

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.retry);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.retry);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('form')) {
      this.cells = cells(tables(this.form));
    }
    // Parts forget what they have told when the draft changes: a new object would look like a change.
    if (changed.has('form') || changed.has('draft') || changed.has('emptied')) {
      this.computed = computedTotals(this.draft, this.form, this.cells, this.emptied);
      this.whole = { ...this.draft, entries: { ...this.draft.entries, ...this.computed } };
    }
  }

  override render() {
    const { draft, whole, form } = this;
    const findings = relevant(this.check.value?.findings ?? [], whole, this.cells);
    const causes = sensible(this.check.value?.causes ?? [], draft);
    const suggestions = suggestionsOf(findings, causes, draft);
    const remarks = this.comments().map(remarkOf);
    return html`${this.conflict === undefined
        ? nothing
        : html`<gk-conflict .draft=${whole} .latest=${this.conflict} .form=${form} .cells=${this.cells}
            @keep=${this.keepMine} @discard=${() => this.dispatchEvent(new Event('discard'))}></gk-conflict>`}
      <div class="editor ${this.showsDocument ? 'with-document' : ''}">
        <div class="editor-form" @focusin=${this.focused} @focusout=${() => (this.emptied = undefined)} @keydown=${this.toDocument}>
          ${draft.reading === undefined
            ? nothing
            : html`<gk-document-reading .draft=${whole} .form=${form} .cells=${this.cells} .hidesDocument=${this.hidesDocument}
                @show=${() => (this.hidesDocument = false)}
                @confirm=${(event: CustomEvent<number>) => this.confirm(event.detail)}
                @fill=${(event: CustomEvent<Filling>) => this.fill(event.detail)}></gk-document-reading>`}
          ${this.officeComments()} ${this.text('overview', [...findings, ...remarks])}
          <section class="card">
            <h2>${t('二、三、四：统计表', '2, 3 and 4: tables')}</h2>
            ${this.help()}
            <gk-statutory-form .form=${form} .entries=${whole.entries} .computed=${this.computed} .findings=${[...findings, ...this.doubts(), ...remarks]} .suggestions=${suggestions}
              .other=${this.showsLastYear ? this.lastYear : undefined} .otherName=${t('上年', 'Last year')}
              @edit=${(event: CustomEvent<Edit>) => this.edited(event.detail)}></gk-statutory-form>
          </section>
          ${this.text('problemsAndImprovements', [...findings, ...remarks])} ${this.text('otherMatters', [...findings, ...remarks])}
        </div>
        <div class="editor-side">
          ${this.document()}
          <gk-editor-panel class="editor-panel" tabindex="0" role="group" aria-label=${t('填写情况和核对结果', 'Progress and checks')} .draft=${whole} .form=${form} .cells=${this.cells} .findings=${findings} .causes=${causes}
            .suggestions=${suggestions} .allSuggestions=${allOf(causes, draft)} .lastYear=${this.lastYear} .current=${this.current} .check=${this.check}
            @fill=${(event: CustomEvent<Filling>) => this.fill(event.detail)}
            @reason=${(event: CustomEvent<Draft['reasons']>) => this.change({ reasons: { ...draft.reasons, ...event.detail } })}></gk-editor-panel>
        </div>
      </div>
      <gk-submit-bar .draft=${whole} .form=${form} .cells=${this.cells} .agency=${this.agency} .deadline=${this.deadline} .replaced=${this.newer ?? this.latest} .findings=${findings} .isChecked=${this.check.value !== undefined}
        .expected=${this.check.value?.status} .corrects=${this.check.value?.corrects} .note=${this.done?.note ?? ''} .canUndo=${this.done?.before !== undefined}
        @undo=${this.undo}
        @stored=${(event: CustomEvent<Base>) => this.change({ base: event.detail })}
        @submitted=${(event: CustomEvent<Filed>) => this.dispatchEvent(new CustomEvent('submitted', { detail: event.detail }))}
        @refused=${(event: CustomEvent<ApiError>) => void this.refused(event.detail)}></gk-submit-bar>`;
  }

  private get showsDocument(): boolean {
    return this.draft.reading !== undefined && this.draft.rendering !== undefined && !this.hidesDocument;
  }

  private document() {
    return this.showsDocument
      ? html`<gk-document-view .rendering=${this.draft.rendering} .draft=${this.whole} .cells=${this.cells} .current=${this.current}
          @hide=${() => (this.hidesDocument = true)}></gk-document-view>`
      : nothing;
  }

  /** The key F2 leads from a cell to its place in the document, where it leads back. */
  private readonly toDocument = (event: KeyboardEvent): void => {
    if (event.key === 'F2' && this.current !== undefined) {
      event.preventDefault();
      this.querySelector<DocumentView>('gk-document-view')?.focusOn(this.current);
    }
  };

  private text(section: Section, findings: Finding[]) {
    return html`<gk-section-text .section=${section} .text=${this.draft.texts[section]} .findings=${findings} .lastYear=${this.lastYear?.[section]}
      @text=${(event: CustomEvent<string>) => this.change({ texts: { ...this.draft.texts, [section]: event.detail } })}></gk-section-text>`;
  }

  private help() {
    return html`<p class="muted">
        ${t(
          '方向键和回车键移动；可以从电子表格复制多个单元格，粘贴到左上角的一格。没有发生的填 0，不能留空。空着的总计由本页合计（斜体），随各项变化；您填写的总计不会改动。',
          'Arrow keys and Enter move. Copied cells of a spreadsheet can be pasted into the first cell. Enter 0 where there is nothing; no cell may stay empty. Empty totals are computed here (in italics) and follow their parts; totals that you enter are kept.',
        )}
      </p>
      ${this.lastYear === undefined
        ? nothing
        : html`<label class="check">
            <input type="checkbox" .checked=${this.showsLastYear}
              @change=${() => setQuery({ lastYear: this.showsLastYear ? undefined : 'shown' }, { replace: true })} />
            ${t('在单元格下显示上年的数字', 'Show the numbers of last year below the cells')}
          </label>`}`;
  }

  /** The comments of the office at cells of the newest revision, if it was returned. */
  private comments(): PlacedComment[] {
    return this.latest?.status === 'RETURNED' ? (this.latest.decision?.comments ?? []) : [];
  }

  private officeComments() {
    const comments = this.comments();
    return comments.length === 0
      ? nothing
      : html`<section class="card office-comments">
          <h2>${t('主管部门对各处的意见', 'Comments of the office at cells')}</h2>
          <ul>
            ${comments.map(
              ({ pointer, cell, comment }) => html`<li>
                ${this.hasPlace(pointer)
                  ? html`<a href="#${cellId(pointer)}" @click=${(event: Event) => (event.preventDefault(), goTo(pointer))}>${cell}</a>`
                  : html`<strong>${cell}</strong>`}${t('：', ': ')}${comment}
              </li>`,
            )}
          </ul>
        </section>`;
  }

  /** Returns whether the form has a cell or a text at a pointer, and not only a row. */
  private hasPlace(pointer: string): boolean {
    return this.cells.some((one) => one.pointer === pointer) || pointer.slice(1) in this.draft.texts;
  }

  /** Uncertain cells are marked like cells with warnings, until a person has compared them. */
  private doubts(): Finding[] {
    return openIssues(this.whole, this.cells).flatMap((issue) =>
      markedCells(issue, this.cells).map(({ pointer }): Finding => ({ rule: issue.kind, severity: 'WARNING', pointer, message: issue.detail })),
    );
  }

  private readonly focused = (event: FocusEvent): void => {
    this.current = (event.target as HTMLElement).dataset['pointer'];
  };

  private change(changes: Partial<Draft>): void {
    this.dispatchEvent(new CustomEvent<Draft>('draft', { detail: { ...this.draft, ...changes } }));
  }

  private edited({ entries, kind, outside }: Edit): void {
    const [[pointer, text] = []] = Object.entries(entries);
    this.emptied = kind === 'typed' && text === '' ? pointer : undefined;
    const note = kind === 'typed' ? undefined : noteOf(kind, Object.keys(entries).length, outside);
    this.replace(withEntries(this.draft, entries), note);
  }

  private fill({ draft, note }: Filling): void {
    this.replace(draft(this.draft), note);
  }

  /** Takes other entries. They can be taken back if there is a note of what was done. */
  private replace({ entries, zeros }: Draft, note: string | undefined): void {
    this.done = note === undefined ? undefined : { note, before: this.draft };
    this.change({ entries, zeros });
  }

  private readonly undo = (): void => {
    const { entries = {}, zeros = [] } = this.done?.before ?? {};
    this.change({ entries, zeros });
    this.done = { note: t('已撤销。', 'Undone.'), before: undefined };
  };

  private confirm(index: number): void {
    const reading = this.draft.reading as NonNullable<Draft['reading']>;
    const issues = reading.issues.map((issue, i) => (i === index ? { ...issue, isConfirmed: !issue.isConfirmed } : issue));
    this.change({ reading: { ...reading, issues } });
  }

  private readonly keepMine = (): void => {
    const { revision, etag } = this.conflict as Newest;
    this.newer = this.conflict;
    this.conflict = undefined;
    this.change({ base: { revision, etag } });
    this.done = { note: t('请再次报送。', 'Submit again.'), before: undefined };
  };

  /** Shows what somebody else submitted, or the findings for which the report was refused. */
  private async refused(error: ApiError): Promise<void> {
    if (error.status === 412) {
      this.conflict = await newestOf(this.draft.agency, this.draft.year);
    } else {
      this.check.value = { valid: false, findings: error.problem?.findings ?? [], causes: error.problem?.causes ?? [] };
      this.done = { note: t('没有报送：请更正错误。', 'Not submitted: correct the errors.'), before: undefined };
    }
    this.requestUpdate();
    await this.updateComplete;
    focusOn(error.status === 412 ? 'conflict' : 'checks-title');
  }
}

function noteOf(kind: Edit['kind'], count: number, outside: number): string {
  if (kind === 'suggested') {
    return t('已采用建议值。', 'The suggestion was accepted.');
  }
  const left = outside === 0 ? '' : t(`，另有 ${outside} 格超出表格，没有粘贴`, `; ${outside} cells lie outside the table and were left out`);
  return t(`已粘贴 ${count} 格${left}。`, `${count} cells were pasted${left}.`);
}

/** Waits until the reader makes a pause. A call that is no longer wanted does nothing further. */
const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, PAUSE);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });

/** Returns a comment of the office as a note at its cell. */
function remarkOf({ pointer, cell, comment }: PlacedComment): Finding {
  return { rule: 'COMMENT', severity: 'INFO', pointer, cell, message: t(`主管部门意见：${comment}`, `Comment of the office: ${comment}`) };
}
