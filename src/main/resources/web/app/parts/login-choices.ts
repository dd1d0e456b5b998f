import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type ApiError, call } from '../api/client';
import type { LoginProvider } from '../api/contract';
import { claimsOf } from '../claims';
import { Loader, Part, asApiError } from '../screen';
import { begin } from '../session';
import { t } from '../text';
import { LoginError, type Provider } from '../oidc';
import { logIn, logInBeside } from '../sign-in';
import { loginFailure } from './login-failure';

const UNAUTHENTICATED = 401;

/** The ways to log in: at the identity provider, if there is one, and with a token. */
@customElement('gk-login-choices')
export class LoginChoices extends Part {
  /** Whether the page has input that must not be lost: the provider then opens in a window of its own. */
  @property({ attribute: false }) keepsPage = false;

  /** Why an earlier login has failed. */
  @property({ attribute: false }) failure: LoginError | undefined;

  /** The address to show after a login at the provider; undefined for the present one. */
  @property({ attribute: false }) address: string | undefined;

  @property({ attribute: false }) cancel!: () => void;

  @state() private isUnderWay = false;
  @state() private isNoToken = false;
  @state() private isChecking = false;
  /** Why the service refused the token. */
  @state() private refusal: ApiError | undefined;

  private hasFocused = false;

  private readonly login = new Loader<LoginProvider>(
    this,
    () => ['login'],
    (signal) => call('getLogin', { signal }),
  );

  /** The choices appear when it is known which there are: the first one then gets the focus. */
  protected override updated(_: PropertyValues): void {
    const first = this.querySelector<HTMLElement>('button.primary, textarea');
    if (first !== null && !this.hasFocused) {
      this.hasFocused = true;
      first.focus();
    }
  }

  override render() {
    if (this.login.error !== undefined) {
      return html`<gk-problem .error=${this.login.error} .retry=${() => this.login.reload()}></gk-problem> ${this.form(true)}`;
    }
    return this.login.render((login) => {
      if (!isProvider(login)) {
        return html`${this.failed()} ${this.form(true)}`;
      }
      return isSecureContext
        ? html`${this.atProvider(login)} ${this.withToken()}`
        : html`${loginFailure(new LoginError('insecure'))} ${this.form(true)}`;
    });
  }

  private atProvider(provider: Provider) {
    const host = new URL(provider.issuer).host;
    return html`${this.failed()}
      <div class="actions">
        <button type="button" class="primary" aria-describedby="provider-help" @click=${() => this.start(provider)}>
          ${t('用统一身份认证登录', 'Log in at the identity provider')}
        </button>
        ${this.failure?.reason === 'blocked'
          ? html`<button type="button" @click=${() => this.start(provider, false)}>${t('在本窗口登录', 'Log in in this window')}</button>`
          : nothing}
        ${this.cancelButton()}
      </div>
      <p id="provider-help" class="muted" aria-live="polite">
        ${this.isUnderWay && this.keepsPage
          ? t('请在新打开的窗口中登录。', 'Log in in the window that has opened.')
          : this.keepsPage
            ? t(`将打开 ${host} 的登录窗口，本页内容保持不变。`, `A window of ${host} opens; this page stays as it is.`)
            : t(`将转到 ${host} 登录，然后回到本系统。`, `You go to ${host} and come back after the login.`)}
      </p>`;
  }

  private failed() {
    return this.failure === undefined ? nothing : loginFailure(this.failure);
  }

  private withToken() {
    return html`<details>
      <summary>${t('使用访问令牌登录', 'Log in with an access token')}</summary>
      ${this.form(false)}
    </details>`;
  }

  private form(isOnly: boolean) {
    return html`<form @submit=${this.submit}>
      <label for="token">${t('访问令牌', 'Access token')}</label>
      <textarea id="token" name="token" rows="4" required autocomplete="off" spellcheck="false"
        aria-describedby="token-help" @keydown=${this.keyPressed}></textarea>
      <p id="token-help">
        ${t('令牌由主管部门发放。它只保存在本页的内存中，刷新页面后需要重新登录。', 'The oversight office issues tokens. The token is kept in the memory of this page only.')}
      </p>
      ${this.isNoToken
        ? html`<p role="alert">${t('这不是令牌：令牌由三段组成，中间用点隔开。', 'This is no token: a token has three parts with dots between.')}</p>`
        : nothing}
      ${this.refused()}
      <div class="actions">
        <button type="submit" class=${isOnly ? 'primary' : ''} aria-disabled=${this.isChecking}>
          ${this.isChecking ? t('正在核对令牌…', 'Checking the token…') : t('登录', 'Log in')}
        </button>
        ${isOnly ? this.cancelButton() : nothing}
      </div>
    </form>`;
  }

  private cancelButton() {
    return html`<button type="button" @click=${this.cancel}>${t('取消', 'Cancel')}</button>`;
  }

  private async start(provider: Provider, inWindow = this.keepsPage): Promise<void> {
    this.failure = undefined;
    this.isUnderWay = true;
    const address = this.address ?? location.pathname + location.search + location.hash;
    try {
      await (inWindow ? logInBeside(provider) : logIn(provider, address));
    } catch (failed) {
      this.failure = failed instanceof LoginError ? failed : new LoginError('unknown');
    }
    this.isUnderWay = false;
  }

  private refused() {
    if (this.refusal === undefined) {
      return nothing;
    }
    return this.refusal.status === UNAUTHENTICATED && this.refusal.problem?.detail !== undefined
      ? html`<div class="problem" role="alert"><strong>${t('不能登录', 'Not logged in')}</strong><p>${this.refusal.problem.detail}</p></div>`
      : html`<gk-problem .error=${this.refusal}></gk-problem>`;
  }

  /** A token is one line: Enter logs in. */
  private readonly keyPressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      (event.target as HTMLTextAreaElement).form?.requestSubmit();
    }
  };

  /** Begins a session if the service accepts the token: only the service can tell whether it is valid. */
  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const token = (new FormData(event.target as HTMLFormElement).get('token') as string).trim();
    this.isNoToken = claimsOf(token) === undefined;
    this.refusal = undefined;
    if (this.isNoToken || this.isChecking) {
      return;
    }
    this.isChecking = true;
    try {
      await call('getMe', { query: { size: 1 }, headers: { Authorization: `Bearer ${token}` } });
      begin(token);
    } catch (failed) {
      this.refusal = asApiError(failed);
    } finally {
      this.isChecking = false;
    }
  }
}

function isProvider(login: LoginProvider): login is Provider {
  return login.issuer !== undefined;
}
