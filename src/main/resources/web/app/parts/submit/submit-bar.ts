import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiError } from '../../api/client';
import type { AgencyEntry, Finding, FormCatalogue, RevisionStatus } from '../../api/contract';
import type { Cell } from '../../form-layout';
import { Part } from '../../screen';
import { askToLogIn, isForTests, session } from '../../session';
import { t } from '../../text';
import '../ask';
import { textField } from '../field';
import { numberOf } from '../number-text';
import { type Base, type Draft, emptyCells, entry, reportOf } from './draft';
import { openIssues } from './reading';
import { focusOn, goTo } from './report-findings';
import { type Filed, type Newest, type Notes, isAboutNotes, submit } from './service';
import { submissionName } from './status';

/** The maximum lengths of the remarks, which the service checks. */
const MAX_REASON = 500;
const MAX_NAME = 50;

/**
 * Below the form: how far it is filled in, and the submission. It leads to what prevents a submission.
 *
 * Fires `stored` with the new base and `submitted` with what it did, or `refused` with the error; and `undo`.
 */
@customElement('gk-submit-bar')
export class SubmitBar extends Part {
  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) agency!: AgencyEntry;
  @property({ attribute: false }) form!: FormCatalogue;
  @property({ attribute: false }) cells: Cell[] = [];
  @property({ attribute: false }) findings: Finding[] = [];
  /** Whether the rules were run: without an answer, no finding does not mean that there is none. */
  @property({ attribute: false }) isChecked = false;
  /** The status that the revision will probably have. */
  @property({ attribute: false }) expected: RevisionStatus | undefined;
  /** The revision in force that this submission corrects; undefined if it corrects none. */
  @property({ attribute: false }) corrects: number | undefined;
  @property({ attribute: false }) deadline: string | undefined;
  /** The revision that this submission replaces; undefined if it is the first one. */
  @property({ attribute: false }) replaced: Newest | undefined;
  /** What was done last. */
  @property({ attribute: false }) note = '';
  @property({ attribute: false }) canUndo = false;

  @state() private isAsking = false;
  /** The remarks, which stay when the question is closed. */
  @state() private notes: Notes = { changeReason: '', approvedBy: '' };
  /** Whether the agency states that it had nothing to report. */
  @state() private isNil = false;
  /** What prevents the submission. */
  @state() private obstacle = '';

  /** The revision that was stored when the reasons failed. */
  private stored: number | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('draft')) {
      this.obstacle = '';
    }
  }

  override render() {
    const filled = this.cells.length - emptyCells(this.draft, this.cells).length;
    const errors = this.errors().length;
    return html`<div class="editor-bar">
        <span>${t(`已填 ${filled}/${this.cells.length}`, `${filled}/${this.cells.length} filled in`)}</span>
        <button type="button" class="plain ${errors > 0 ? 'bad' : ''}" @click=${() => focusOn('checks-title')}>
          ${this.isChecked ? t(`错误 ${errors}，提示 ${this.open().length}`, `${errors} errors, ${this.open().length} warnings`) : t('尚未核对', 'Not checked yet')}
        </button>
        <span class="note" role="status">${this.obstacle || this.note}</span>
        ${this.canUndo ? html`<button type="button" @click=${this.undo}>${t('撤销', 'Undo')}</button>` : nothing}
        <button type="button" class="primary" @click=${this.prepare}>${t('报送…', 'Submit…')}</button>
      </div>
      ${this.isAsking ? this.asking() : nothing}`;
  }

  private readonly undo = (): void => {
    this.dispatchEvent(new Event('undo'));
    this.querySelector<HTMLElement>('.primary')?.focus();
  };

  private errors(): Finding[] {
    return this.findings.filter((one) => one.severity === 'ERROR');
  }

  private open(): Finding[] {
    return this.findings.filter((one) => one.state === 'OPEN');
  }

  /** Leads to the first thing that prevents a submission, or asks whether to submit. */
  private readonly prepare = (): void => {
    const [empty] = emptyCells(this.draft, this.cells);
    const issues = openIssues(this.draft, this.cells);
    const [error] = this.errors();
    if (empty !== undefined) {
      const count = emptyCells(this.draft, this.cells).length;
      this.stop(t(`还有 ${count} 格没有填。`, `${count} cells are empty.`), () => goTo(empty.pointer));
    } else if (issues.length > 0) {
      this.stop(t(`还有 ${issues.length} 处读取疑问没有核对。`, `${issues.length} uncertain places are not compared.`), () => focusOn('reading-title'));
    } else if (error !== undefined) {
      this.stop(t(`还有 ${this.errors().length} 处错误。`, `There are ${this.errors().length} errors.`), () => goTo(error.pointer));
    } else if (session() === undefined) {
      askToLogIn();
    } else {
      this.obstacle = '';
      this.isNil = this.replaced?.nilStated === true && this.hasOnlyZeros();
      this.isAsking = true;
    }
  };

  private hasOnlyZeros(): boolean {
    return this.cells.every((cell) => numberOf(entry(this.draft, cell.pointer)) === 0);
  }

  private stop(obstacle: string, go: () => void): void {
    this.obstacle = obstacle;
    go();
  }

  private asking() {
    return html`<gk-ask .heading=${this.heading()} .action=${isForTests() ? t('测试报送', 'Submit the test') : t('报送', 'Submit')} .run=${this.submit}
      .content=${this.summary()} .choices=${this.responsible()} .reasonLength=${MAX_REASON} .reason=${this.notes.changeReason}
      .reasonLabel=${this.corrects === undefined ? undefined : t('更正原因（随新版本向社会公开）', 'Reason of the correction, which is published with it')}
      .isReasonRequired=${this.corrects !== undefined}
      @reason=${(event: CustomEvent<string>) => (this.notes = { ...this.notes, changeReason: event.detail })} @close=${() => (this.isAsking = false)}></gk-ask>`;
  }

  private heading(): string {
    return isForTests() ? t('测试报送年度报告', 'Submit a test of the annual report') : t('报送年度报告', 'Submit the annual report');
  }

  private responsible() {
    return textField({
      id: 'approved-by',
      label: t('负责人（审签人），可不填', 'Responsible person, optional'),
      help: t('印在回执上，不向社会公开。', 'Printed on the receipt, and not public.'),
      maxLength: MAX_NAME,
      value: this.notes.approvedBy,
      change: (approvedBy) => (this.notes = { ...this.notes, approvedBy }),
    });
  }

  private summary() {
    const { year } = this.draft;
    const open = this.open().length;
    return html`<dl class="facts">
        <dt>${t('机关', 'Agency')}</dt>
        <dd>${this.agency.name}</dd>
        <dt>${t('年度', 'Year')}</dt>
        <dd>${year}</dd>
        <dt>${t('版本', 'Revision')}</dt>
        <dd>${submissionName(this.replaced)}</dd>
        ${this.deadline === undefined ? nothing : html`<dt>${t('期限', 'Deadline')}</dt><dd>${this.deadline}</dd>`}
      </dl>
      ${isForTests()
        ? html`<p class="notice"><strong>${t('这是测试报送：按同样的规则核对，但不产生任何效力，不送审，也不公开。', 'This is a test: it is checked by the same rules, has no effect, is not decided on, and is not public.')}</strong></p>`
        : nothing}
      <p>
        ${isForTests()
          ? nothing
          : this.expected === 'ACCEPTED'
          ? t('报送后直接生效，并向社会公开。', 'It comes into force at once, and is public.')
          : t('报送后等待主管部门审核。', 'It waits for a decision of the oversight office.')}
        ${open === 0 ? nothing : t(`有 ${open} 处提示没有说明理由，报送后仍可补充说明。`, `${open} warnings have no reason; reasons can be added afterwards.`)}
      </p>
      ${this.hasOnlyZeros() ? this.nilStatement() : nothing}`;
  }

  /** Zeros may also be cells that nobody has filled in: only the agency can state that it had nothing to report. */
  private nilStatement() {
    return html`<label class="check">
      <input type="checkbox" name="nil" .checked=${this.isNil} @change=${(event: Event) => (this.isNil = (event.target as HTMLInputElement).checked)} />
      ${t('零报告：本机关声明本年度没有需要报告的数据', 'Nil return: the agency states that it had nothing to report')}
    </label>`;
  }

  /** A reason that was entered before belongs to a correction only, and a statement to a report with only zeros. */
  private remarks(): Notes {
    const changeReason = this.corrects === undefined ? '' : this.notes.changeReason;
    return { ...this.notes, changeReason, nil: this.hasOnlyZeros() ? this.isNil : undefined };
  }

  private readonly submit = async (): Promise<void> => {
    const stored = (base: Base, isNew: boolean) => {
      this.stored = isNew ? base.revision : this.stored;
      this.dispatchEvent(new CustomEvent<Base>('stored', { detail: base }));
    };
    try {
      const { receipt, isNew } = await submit(this.draft, reportOf(this.draft, this.form, this.cells), this.remarks(), stored);
      const detail = { receipt, isNew: isNew || receipt.revision === this.stored };
      this.dispatchEvent(new CustomEvent<Filed>('submitted', { detail }));
    } catch (failed) {
      if (!(failed instanceof ApiError) || !isAnswerToContent(failed) || isAboutNotes(failed)) {
        throw failed;
      }
      this.dispatchEvent(new CustomEvent<ApiError>('refused', { detail: failed }));
    }
  };
}

/** Returns whether there is a newer revision, or the report has errors. Other failures have nothing to do with what was entered. */
const isAnswerToContent = (error: ApiError): boolean =>
  error.status === 412 || (error.status === 422 && error.problem?.findings !== undefined);
