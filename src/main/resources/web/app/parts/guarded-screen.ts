import { html, type PropertyValues, type TemplateResult } from 'lit';
import { CHANGED, askToLogIn, events, session, type Session } from '../session';
import { Screen } from '../screen';
import { t } from '../text';

/**
 * A screen that needs a token. It stays open when the token expires, so that nothing that was entered is lost; it closes when
 * the reader logs out.
 */
export abstract class GuardedScreen extends Screen {
  protected isOpen = this.isAdmitted();

  /** Changes with each login, so that data are loaded with the new token. */
  protected logins = 0;

  private hasOpened = false;

  private readonly follow = (event: Event): void => {
    const change = (event as CustomEvent<string>).detail;
    const wasOpen = this.isOpen;
    this.isOpen = this.isAdmitted() || (wasOpen && change === 'expired');
    this.logins += change === 'begun' ? 1 : 0;
    this.hasOpened = this.isOpen && !wasOpen;
    this.requestUpdate();
  };

  /** Returns whether the screen is for the holder of a token. */
  protected abstract admits(reader: Session): boolean;

  /** Returns which token the screen needs, and that the current one is another. */
  protected abstract condition(): { needed: string; refused: string };

  private isAdmitted(): boolean {
    const reader = session();
    return reader !== undefined && this.admits(reader);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    events.addEventListener(CHANGED, this.follow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    events.removeEventListener(CHANGED, this.follow);
  }

  /** The button that had the focus is gone after the login. */
  protected override updated(_: PropertyValues): void {
    if (this.hasOpened) {
      this.hasOpened = false;
      this.querySelector<HTMLElement>('h1')?.focus();
    }
  }

  /** Renders what the screen is for, and a way to log in. */
  protected invitation(purpose: string): TemplateResult {
    const { needed, refused } = this.condition();
    return html`<div class="card">
      <p>${purpose}</p>
      ${session() === undefined ? html`<p>${needed}</p>` : html`<p class="notice">${refused}</p>`}
      <div class="actions"><button type="button" class="primary" @click=${askToLogIn}>${t('登录', 'Log in')}</button></div>
    </div>`;
  }
}
