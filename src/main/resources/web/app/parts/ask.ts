import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiError } from '../api/client';
import { Part, asApiError } from '../screen';
import { t } from '../text';

/**
 * Asks before something is done. It stays open while it is being done, and when this fails.
 *
 * Fires `reason` with the text of the reason while it is entered, and `close` when it is closed.
 */
@customElement('gk-ask')
export class Ask extends Part {
  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) content: TemplateResult | typeof nothing = nothing;
  /** The name of the action. */
  @property({ attribute: false }) action = '';
  /** The label of the reason; undefined if none is asked for. */
  @property({ attribute: false }) reasonLabel: string | undefined;
  @property({ attribute: false }) isReasonRequired = false;
  /** The maximum length of the reason. */
  @property({ attribute: false }) reasonLength = 2000;
  /** The text that the reason begins with. */
  @property({ attribute: false }) reason = '';
  /** What is asked for besides the reason. */
  @property({ attribute: false }) choices: TemplateResult | typeof nothing = nothing;
  /** Whether the action cannot be undone by its reader. */
  @property({ attribute: false }) isGrave = false;
  /** Does it, with the reason and with all fields. */
  @property({ attribute: false }) run!: (reason: string, fields: FormData) => Promise<void> | void;

  @state() private isReasonMissing = false;
  @state() private isRunning = false;
  @state() private error: ApiError | undefined;

  protected override firstUpdated(): void {
    this.dialog().showModal();
  }

  private dialog(): HTMLDialogElement {
    return this.querySelector('dialog') as HTMLDialogElement;
  }

  override render() {
    return html`<dialog aria-labelledby="ask-title" @close=${() => this.dispatchEvent(new Event('close'))}>
      <form @submit=${this.submit}>
        <h2 id="ask-title">${this.heading}</h2>
        ${this.content}
        ${this.reasonLabel === undefined ? nothing : this.reasonField(this.reasonLabel)} ${this.choices}
        ${this.error === undefined ? nothing : html`<gk-problem .error=${this.error}></gk-problem>`}
        <div class="actions">
          <button type="submit" class=${this.isGrave ? 'danger' : 'primary'} ?disabled=${this.isRunning} aria-busy=${this.isRunning}>${this.action}</button>
          <button type="button" @click=${() => this.dialog().close()}>${t('取消', 'Cancel')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private reasonField(label: string) {
    return html`<label for="ask-reason">${label}</label>
      <textarea id="ask-reason" name="reason" rows="3" maxlength=${this.reasonLength} aria-required=${this.isReasonRequired} aria-invalid=${this.isReasonMissing ? 'true' : nothing}
        aria-describedby=${this.isReasonMissing ? 'ask-missing' : nothing} .value=${this.reason} @input=${this.entered}></textarea>
      ${this.isReasonMissing ? html`<p id="ask-missing" role="alert">${t('须写明理由。', 'A reason is needed.')}</p>` : nothing}`;
  }

  private entered(event: Event): void {
    this.reason = (event.target as HTMLTextAreaElement).value;
    this.isReasonMissing = false;
    this.dispatchEvent(new CustomEvent<string>('reason', { detail: this.reason }));
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const reason = this.reason.trim();
    this.isReasonMissing = this.isReasonRequired && reason === '';
    if (this.isReasonMissing) {
      this.querySelector('textarea')?.focus();
      return;
    }
    const fields = new FormData(event.target as HTMLFormElement);
    this.isRunning = true;
    this.error = undefined;
    try {
      await this.run(reason, fields);
      this.dialog().close();
    } catch (failed) {
      this.error = asApiError(failed);
    } finally {
      this.isRunning = false;
    }
  };
}
