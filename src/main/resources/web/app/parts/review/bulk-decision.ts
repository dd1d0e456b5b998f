import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiError, call } from '../../api/client';
import type { Decision, DecisionResult, ReportDecision } from '../../api/contract';
import { discardDraft, draft, keepDraft, reasonOf } from '../../decisions';
import type { Entry, OpenWarnings } from '../../queue';
import { Part } from '../../screen';
import { number, t } from '../../text';
import { chinese } from '../chinese';
import { isConfirmation } from './keys';

const DRAFT = 'many';

/** The number of decisions in one request: the reader sees how it goes on, and can stop it. */
const AT_A_TIME = 10;

/** What became of a decision on one report of many. */
export interface Outcome {
  entry: Entry;
  state: 'waiting' | 'decided' | 'failed';
  reason?: string;
}

/**
 * Decides on many reports with one comment, some at a time. It can be stopped; what was not sent stays chosen.
 *
 * Fires `outcomes` when it is closed.
 */
@customElement('gk-bulk-decision')
export class BulkDecision extends Part {
  @property({ attribute: false }) decision!: Decision;
  @property({ attribute: false }) entries: Entry[] = [];
  @property({ attribute: false }) warnings!: OpenWarnings;

  @state() private outcomes: Outcome[] = [];
  @state() private isRunning = false;
  @state() private isCommentMissing = false;

  private isStopped = false;

  protected override willUpdate(): void {
    if (!this.hasUpdated) {
      this.outcomes = this.entries.map((entry) => ({ entry, state: 'waiting' }));
    }
  }

  protected override firstUpdated(): void {
    this.dialog().showModal();
    void this.warnings.read(this.entries, () => this.requestUpdate());
  }

  private dialog(): HTMLDialogElement {
    return this.querySelector('dialog') as HTMLDialogElement;
  }

  private count(state: Outcome['state']): number {
    return this.outcomes.filter((one) => one.state === state).length;
  }

  private get hasBegun(): boolean {
    return this.isRunning || this.count('waiting') < this.outcomes.length;
  }

  override render() {
    return html`<dialog class="bulk" aria-labelledby="bulk-title" @cancel=${this.cancel} @close=${this.closed}>
      <h2 id="bulk-title">${this.title_()}</h2>
      ${this.hasBegun ? this.progress() : this.question()}
    </dialog>`;
  }

  private title_(): string {
    const count = number(this.outcomes.length);
    return this.decision === 'ACCEPT' ? t(`通过 ${count} 份报告`, `Accept ${count} reports`) : t(`退回 ${count} 份报告`, `Return ${count} reports`);
  }

  private question() {
    const isReturn = this.decision === 'RETURN';
    return html`<form @submit=${this.begin}>
      ${isReturn ? nothing : this.warning()}
      <ul class="bulk-list">
        ${this.outcomes.map(({ entry }) => html`<li>${chinese(entry.report.agencyName)} ${entry.report.year}</li>`)}
      </ul>
      <label for="bulk-comment">
        ${isReturn ? t('退回意见（发给每个单位）', 'Comment, for each agency') : t('意见（可不填，发给每个单位）', 'Comment for each agency (optional)')}
      </label>
      <textarea id="bulk-comment" name="comment" rows="3" maxlength="2000" aria-invalid=${this.isCommentMissing ? 'true' : nothing}
        aria-describedby=${this.isCommentMissing ? 'bulk-missing' : nothing} .value=${draft(DRAFT)}
        @input=${this.keep} @keydown=${this.keyPressed}></textarea>
      ${this.isCommentMissing ? html`<p id="bulk-missing" role="alert">${t('退回须写明意见。', 'A return needs a comment.')}</p>` : nothing}
      <div class="actions">
        <button type="submit" class="primary">${isReturn ? t('确认退回', 'Return') : t('确认通过', 'Accept')}</button>
        <button type="button" @click=${() => this.dialog().close()}>${t('取消', 'Cancel')}</button>
      </div>
    </form>`;
  }

  private warning() {
    const withWarnings = this.outcomes.filter(({ entry }) => (this.warnings.of(entry) ?? 0) > 0).length;
    const unknown = this.outcomes.filter(({ entry }) => this.warnings.of(entry) === undefined).length;
    return html`${withWarnings === 0
      ? nothing
      : html`<p class="notice">
          ${t(`其中 ${number(withWarnings)} 份还有未说明的提示。`, `${number(withWarnings)} of them have open warnings.`)}
        </p>`}
    ${unknown === 0
      ? nothing
      : html`<p class="muted">${t(`正在读取另外 ${number(unknown)} 份的提示…`, `Loading the warnings of ${number(unknown)} more…`)}</p>`}`;
  }

  private progress() {
    const done = this.outcomes.length - this.count('waiting');
    const summary = t(
      `已处理 ${number(done)} / ${number(this.outcomes.length)} 份：成功 ${number(this.count('decided'))} 份，未成功 ${number(this.count('failed'))} 份。`,
      `${number(done)} of ${number(this.outcomes.length)}: ${number(this.count('decided'))} done, ${number(this.count('failed'))} failed.`,
    );
    return html`<progress max=${this.outcomes.length} .value=${done} aria-label=${this.title_()}></progress>
      <p role="status">${summary}</p>
      ${this.isRunning || this.count('waiting') + this.count('failed') === 0
        ? nothing
        : html`<p>${t('没有成功和没有处理的仍在队列中，并保持选中。', 'Those that failed or were not sent are still in the queue, and chosen.')}</p>`}
      <ul class="bulk-list">
        ${this.outcomes.map(
          ({ entry, state, reason }) => html`<li>
            <span class="status ${CLASSES[state]}">${stateName(state)}</span> ${chinese(entry.report.agencyName)} ${entry.report.year}
            ${reason === undefined ? nothing : html`<br />${reason}`}
          </li>`,
        )}
      </ul>
      <div class="actions">
        ${this.isRunning
          ? html`<button type="button" @click=${this.stop}>${t('停止', 'Stop')}</button>`
          : html`<button type="button" class="primary" @click=${() => this.dialog().close()}>${t('关闭', 'Close')}</button>`}
      </div>`;
  }

  private keep(event: Event): void {
    keepDraft(DRAFT, (event.target as HTMLTextAreaElement).value);
    this.isCommentMissing = false;
  }

  /** Ctrl+Enter confirms, as it does for a single report. */
  private readonly keyPressed = (event: KeyboardEvent): void => {
    if (isConfirmation(event)) {
      event.preventDefault();
      (event.target as HTMLTextAreaElement).form?.requestSubmit();
    }
  };

  private async begin(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const comment = draft(DRAFT).trim();
    this.isCommentMissing = this.decision === 'RETURN' && comment === '';
    if (this.isCommentMissing) {
      this.querySelector('textarea')?.focus();
      return;
    }
    this.isRunning = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.actions button')?.focus();
    for (let first = 0; first < this.outcomes.length && !this.isStopped; first += AT_A_TIME) {
      await this.decideOn(this.outcomes.slice(first, first + AT_A_TIME), comment);
      this.requestUpdate();
    }
    this.isRunning = false;
    if (this.count('decided') === this.outcomes.length) {
      discardDraft(DRAFT);
    }
    await this.updateComplete;
    this.ended();
  }

  private ended(): void {
    if (this.dialog().open) {
      this.querySelector<HTMLElement>('.actions button')?.focus();
    } else {
      this.closed();
    }
  }

  /** Decides on some reports. Without the service, or without a valid token, the others would fail as well. */
  private async decideOn(some: Outcome[], comment: string): Promise<void> {
    try {
      const results = await call('decideOnRevisions', { body: some.map(({ entry }) => this.decisionOn(entry, comment)) });
      some.forEach((outcome, index) => finish(outcome, results[index]));
    } catch (failed) {
      some.forEach((outcome) => Object.assign(outcome, { state: 'failed', reason: reasonOf(failed) }));
      this.isStopped ||= failed instanceof ApiError && (failed.isUnreachable || failed.status === 401);
    }
  }

  private decisionOn({ report: { agency, year, revision } }: Entry, comment: string): ReportDecision {
    return { agency, year, revision, decision: this.decision, ...(comment === '' ? {} : { comment }) };
  }

  private stop(): void {
    this.isStopped = true;
  }

  private cancel(event: Event): void {
    if (this.isRunning) {
      event.preventDefault();
      this.stop();
    }
  }

  /** Reports the outcomes; a run that the reader has left is stopped first. */
  private closed(): void {
    if (this.isRunning) {
      this.stop();
    } else {
      this.dispatchEvent(new CustomEvent<Outcome[]>('outcomes', { detail: this.outcomes }));
    }
  }
}

/** Notes what became of a decision. */
function finish(outcome: Outcome, result: DecisionResult | undefined): void {
  outcome.state = result?.receipt === undefined ? 'failed' : 'decided';
  if (outcome.state === 'failed') {
    outcome.reason = result?.problem?.detail ?? '';
  }
}

const CLASSES: Record<Outcome['state'], string> = { waiting: '', decided: 'good', failed: 'bad' };

function stateName(state: Outcome['state']): string {
  const names = { waiting: t('未处理', 'Not sent'), decided: t('成功', 'Done'), failed: t('未成功', 'Failed') };
  return names[state];
}
