import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ApiError } from '../../api/client';
import type { CellComment, Decision, Finding, Receipt, ReportRevision } from '../../api/contract';
import { cellDraft, decide, discardDraft, draft, keepCellDraft, keepDraft, Outdated } from '../../decisions';
import { isOpen, messageOf } from '../../revisions';
import { Part, asApiError } from '../../screen';
import { Shortcuts } from '../../shortcuts';
import { number, t } from '../../text';
import '../shortcut-help';
import './cell-comments';
import type { Place } from './cell-comments';
import { isConfirmation } from './keys';
import './withdrawal';

/** A second key press within this time is not for a report that has just appeared: nobody has read it. */
const GUARD_MILLISECONDS = 700;

/**
 * Decides on a report, and stays visible.
 *
 * Fires `decided` with the receipt, `outdated` when the report has to be read again, `step` with 1 or -1 for the next report
 * of the queue or the one before, `leave` to go back to the queue, `next-finding`, and `back` to the finding.
 */
@customElement('gk-decision-bar')
export class DecisionBar extends Part {
  @property({ attribute: false }) agency = '';
  @property({ attribute: false }) year = 0;
  /** The newest revision; undefined while it is read. */
  @property({ attribute: false }) revision: ReportRevision | undefined;
  @property({ attribute: false }) inForce: ReportRevision | undefined;
  /** The number of the revision that was in force before. */
  @property({ attribute: false }) previous: number | undefined;
  /** The place of the report in the queue, such as “3 / 12”. */
  @property({ attribute: false }) position = '';
  /** The places of the report that a comment can be about. */
  @property({ attribute: false }) places: Place[] = [];
  /** Whether the reader has jumped from a finding to its cell. */
  @property({ attribute: false }) hasJumped = false;

  @state() private asked: Decision | undefined;
  @state() private isSending = false;
  @state() private isCommentMissing = false;
  @state() private error: ApiError | undefined;
  @state() private outdated: Outdated | undefined;

  private shownAt = 0;

  constructor() {
    super();
    new Shortcuts(this, () => ({
      a: () => this.accept(),
      r: () => this.ask('RETURN'),
      w: () => this.ask('WITHDRAW'),
      j: () => this.step(1),
      k: () => this.step(-1),
      f: () => this.fire('next-finding', undefined),
      b: () => this.fire('back', undefined),
      q: () => this.fire('leave', undefined),
      escape: () => this.dismiss(),
    }));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('agency') || changed.has('year')) {
      this.asked = undefined;
      this.error = undefined;
      this.outdated = undefined;
      this.isCommentMissing = false;
    }
    if (changed.has('revision')) {
      this.shownAt = performance.now();
      this.outdated = undefined;
      this.asked = this.revision?.status === 'SUBMITTED' ? this.asked : undefined;
    }
  }

  private get draftKey(): string {
    return `${this.agency}/${this.year}`;
  }

  private get isWaiting(): boolean {
    return this.revision?.status === 'SUBMITTED' && !this.isSending;
  }

  private openFindings(): Finding[] {
    return (this.revision?.findings ?? []).filter(isOpen);
  }

  private openWarnings(): string[] {
    return this.openFindings().map(messageOf);
  }

  override render() {
    return html`<section class="decision-bar" aria-label=${t('决定', 'Decision')}>
        ${this.outdated === undefined ? nothing : this.explain(this.outdated)}
        ${this.error === undefined ? nothing : html`<gk-problem .error=${this.error}></gk-problem>`}
        ${this.asked === 'ACCEPT' || this.asked === 'RETURN' ? this.form(this.asked) : nothing}
        <div class="bar-row">${this.asked === undefined || this.asked === 'WITHDRAW' ? this.decisions() : nothing} ${this.steps()}</div>
      </section>
      ${this.asked === 'WITHDRAW' && this.inForce !== undefined
        ? html`<gk-withdrawal .agency=${this.agency} .year=${this.year} .revision=${this.inForce} .previous=${this.previous}
            @decided=${(event: CustomEvent<Receipt>) => this.fire('decided', event.detail)}
            @outdated=${(event: CustomEvent<Outdated>) => (this.outdated = event.detail)}
            @close=${() => (this.asked = undefined)}></gk-withdrawal>`
        : nothing}`;
  }

  private decisions() {
    return html`<button type="button" class="primary" aria-keyshortcuts="A" ?disabled=${!this.isWaiting} @click=${this.accept}>
        ${t('通过', 'Accept')} <kbd>A</kbd></button>
      <button type="button" aria-keyshortcuts="R" ?disabled=${!this.isWaiting}
        @click=${() => this.ask('RETURN')}>${t('退回…', 'Return…')} <kbd>R</kbd></button>
      ${this.inForce === undefined
        ? nothing
        : html`<button type="button" class="danger" aria-keyshortcuts="W" @click=${() => this.ask('WITHDRAW')}>
            ${t(`撤回生效的第 ${this.inForce.revision} 版…`, `Withdraw revision ${this.inForce.revision}…`)} <kbd>W</kbd></button>`}
      ${this.hasJumped
        ? html`<button type="button" aria-keyshortcuts="B" @click=${() => this.fire('back', undefined)}>
            ${t('回到提示', 'Back to the finding')} <kbd>B</kbd></button>`
        : nothing}`;
  }

  private steps() {
    return html`<span class="bar-steps">
      <button type="button" aria-keyshortcuts="K" ?disabled=${this.isSending} @click=${() => this.step(-1)}>${t('上一份', 'Previous')} <kbd>K</kbd></button>
      <span>${this.position}</span>
      <button type="button" aria-keyshortcuts="J" ?disabled=${this.isSending} @click=${() => this.step(1)}>${t('下一份', 'Next')} <kbd>J</kbd></button>
      <gk-shortcut-help .keys=${keys()}></gk-shortcut-help>
    </span>`;
  }

  private form(decision: 'ACCEPT' | 'RETURN') {
    const open = this.openWarnings();
    return html`<form class="bar-form" @submit=${this.submit} @keydown=${this.typed}>
      ${decision === 'ACCEPT'
        ? html`<p><strong>${t(`还有 ${number(open.length)} 条提示没有说明，仍要通过吗？`, `${number(open.length)} warnings are open. Accept all the same?`)}</strong></p>`
        : nothing}
      <label for="decision-comment">
        ${decision === 'ACCEPT' ? t('意见（可不填，告知该单位）', 'Comment for the agency (optional)') : t('退回意见（告知该单位）', 'Comment for the agency')}
      </label>
      <textarea id="decision-comment" rows="3" maxlength="2000" aria-invalid=${this.isCommentMissing ? 'true' : nothing}
        aria-describedby=${this.isCommentMissing ? 'decision-missing' : nothing} .value=${draft(this.draftKey)}
        @input=${(event: Event) => this.keep((event.target as HTMLTextAreaElement).value)}></textarea>
      ${this.isCommentMissing ? html`<p id="decision-missing" role="alert">${t('退回须写明意见。', 'A return needs a comment.')}</p>` : nothing}
      <gk-cell-comments .places=${this.places} .comments=${cellDraft(this.draftKey)}
        @comments=${(event: CustomEvent<CellComment[]>) => keepCellDraft(this.draftKey, event.detail)}></gk-cell-comments>
      <div class="actions">
        <button type="submit" class="primary" ?disabled=${this.isSending}>
          ${decision === 'ACCEPT' ? t('确认通过', 'Accept') : t('确认退回', 'Return')} <kbd>Ctrl+Enter</kbd></button>
        ${decision === 'RETURN' && open.length > 0
          ? html`<button type="button" @click=${this.insertWarnings}>${t('填入未说明的提示', 'Insert the open warnings')}</button>
              <button type="button" @click=${this.insertAtCells}>${t('将提示填到各处', 'Insert them at their cells')}</button>`
          : nothing}
        <button type="button" @click=${this.dismiss}>${t('取消', 'Cancel')} <kbd>Esc</kbd></button>
      </div>
    </form>`;
  }

  private explain(outdated: Outdated) {
    return html`<div class="notice" role="alert">
      <strong>${t('没有提交：这份报告的情况已经变化。', 'Nothing was sent: the report has changed meanwhile.')}</strong>
      <p>${outdated.message} ${t('您写的内容仍然保留。', 'What you have written is kept.')}</p>
      <button type="button" @click=${() => this.fire('outdated', outdated)}>${t('查看现在的情况', 'Show it as it is now')}</button>
    </div>`;
  }

  private readonly accept = (): void => {
    if (!this.isWaiting || performance.now() - this.shownAt < GUARD_MILLISECONDS) {
      return;
    }
    if (this.openWarnings().length > 0) {
      this.ask('ACCEPT');
    } else {
      void this.send('ACCEPT', '');
    }
  };

  private ask(decision: Decision): void {
    if (decision === 'WITHDRAW' ? this.inForce !== undefined : this.isWaiting) {
      this.asked = decision;
      this.isCommentMissing = false;
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('#decision-comment')?.focus());
    }
  }

  private keep(text: string): void {
    keepDraft(this.draftKey, text);
    this.isCommentMissing = false;
  }

  private readonly insertWarnings = (): void => {
    const lines = [draft(this.draftKey).trim(), ...this.openWarnings().map((message, i) => `${i + 1}. ${message}`)];
    this.keep(lines.filter((line) => line !== '').join('\n'));
    this.requestUpdate();
    this.querySelector<HTMLElement>('#decision-comment')?.focus();
  };

  /** Writes the open warnings at their places, besides what is there already. */
  private readonly insertAtCells = (): void => {
    const known = new Set(this.places.map(({ pointer }) => pointer));
    const given = cellDraft(this.draftKey);
    const added = this.openFindings()
      .filter(({ pointer }) => known.has(pointer))
      .map((finding) => ({ pointer: finding.pointer, comment: messageOf(finding) }))
      .filter((one) => !given.some(({ pointer, comment }) => pointer === one.pointer && comment === one.comment));
    keepCellDraft(this.draftKey, [...given, ...added]);
    this.requestUpdate();
  };

  private readonly typed = (event: KeyboardEvent): void => {
    if (isConfirmation(event)) {
      event.preventDefault();
      (event.currentTarget as HTMLFormElement).requestSubmit();
    } else if (event.key === 'Escape' && !event.isComposing) {
      this.dismiss();
    }
  };

  /** Closes the comment; what was written is kept. */
  private readonly dismiss = (): void => {
    const opener = this.asked;
    this.asked = undefined;
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(`[aria-keyshortcuts="${opener === 'ACCEPT' ? 'A' : 'R'}"]`)?.focus(),
    );
  };

  /** Goes to another report, but not before the answer to a decision is known. */
  private step(by: 1 | -1): void {
    if (!this.isSending) {
      this.fire('step', by);
    }
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const decision = this.asked as Decision;
    const comment = draft(this.draftKey).trim();
    this.isCommentMissing = decision === 'RETURN' && comment === '';
    if (this.isCommentMissing) {
      this.querySelector<HTMLElement>('#decision-comment')?.focus();
    } else if (!this.isSending) {
      void this.send(decision, comment);
    }
  };

  private async send(decision: Decision, comment: string): Promise<void> {
    const { revision, contentHash } = this.revision as ReportRevision;
    const target = { agency: this.agency, year: this.year, revision, contentHash };
    this.isSending = true;
    this.error = undefined;
    this.outdated = undefined;
    try {
      const comments = this.asked === undefined ? [] : cellDraft(this.draftKey).filter((one) => one.comment.trim() !== '');
      const receipt = await decide(target, {
        decision,
        ...(comment === '' ? {} : { comment }),
        ...(comments.length === 0 ? {} : { comments }),
      });
      discardDraft(`${target.agency}/${target.year}`);
      this.asked = undefined;
      this.fire('decided', receipt);
    } catch (failed) {
      if (failed instanceof Outdated) {
        this.outdated = failed;
      } else {
        this.error = asApiError(failed);
      }
    } finally {
      this.isSending = false;
    }
  }

  private fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

const keys = (): Array<[string, string]> => [
  ['A', t('通过', 'Accept')],
  ['R', t('退回', 'Return')],
  ['W', t('撤回生效', 'Withdraw')],
  ['J', t('下一份', 'Next report')],
  ['K', t('上一份', 'Previous report')],
  ['F', t('下一条提示', 'Next finding')],
  ['B', t('回到提示', 'Back to the finding')],
  ['Q', t('回到队列', 'Back to the queue')],
  ['Esc', t('收起意见', 'Close the comment')],
];
