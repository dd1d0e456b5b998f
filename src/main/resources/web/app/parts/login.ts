import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Part } from '../screen';
import { t } from '../text';
import './login-choices';

/** Asks the reader to log in. Fires `close` when the reader does not want to. */
@customElement('gk-login')
export class Login extends Part {
  /** Whether the session before has ended without the reader's doing. */
  @property({ attribute: false }) isExpired = false;

  private focusedBefore: Element | null = null;

  protected override firstUpdated(): void {
    this.focusedBefore = document.activeElement;
    this.querySelector<HTMLDialogElement>('dialog')?.showModal();
  }

  /** Gives the focus back; the button that opened the dialog is gone after a login. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const last = this.focusedBefore?.isConnected === true ? this.focusedBefore : document.querySelector('main');
    (last as HTMLElement | null)?.focus({ preventScroll: true });
  }

  override render() {
    return html`<dialog aria-labelledby="login-title" @close=${this.close}>
      <h2 id="login-title">${t('登录', 'Log in')}</h2>
      ${this.isExpired
        ? html`<p role="alert">
            ${t('登录已失效，请重新登录。已填写的内容仍在。', 'Your login is no longer valid. Log in again; what you have entered is kept.')}
          </p>`
        : nothing}
      <gk-login-choices .keepsPage=${this.isExpired} .cancel=${() => this.close()}></gk-login-choices>
    </dialog>`;
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }
}
