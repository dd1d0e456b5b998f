import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ApiError, call } from '../api/client';
import { landing } from '../landing';
import { LoginError, type Provider } from '../oidc';
import '../parts/login-choices';
import { takeAnswer } from '../provider-answer';
import { link, navigate } from '../router';
import { Screen } from '../screen';
import { CHANGED, events, session } from '../session';
import { completeLogin, handOver, takeDeparture, type Departure } from '../sign-in';
import { t } from '../text';

type Step = 'choosing' | 'completing' | 'handedOver' | 'loggedOut';

/** The place to which the identity provider sends readers back. Without its answer, a place to log in. */
@customElement('gk-login-screen')
export class LoginScreen extends Screen {
  @state() private step: Step = 'choosing';
  @state() private failure: LoginError | undefined;
  @state() private error: ApiError | undefined;

  private departure: Departure | undefined;

  private readonly leave = (): void => {
    if (this.step === 'choosing' && session() !== undefined) {
      this.goBack();
    }
  };

  override connectedCallback(): void {
    super.connectedCallback();
    events.addEventListener(CHANGED, this.leave);
    const answer = takeAnswer();
    if (answer === undefined) {
      return;
    }
    switch (answer.purpose) {
      case 'out':
        this.step = 'loggedOut';
        break;
      case 'window':
        this.step = 'handedOver';
        handOver(answer.parameters);
        break;
      default:
        void this.complete(answer.parameters);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    events.removeEventListener(CHANGED, this.leave);
  }

  private async complete(answer: URLSearchParams): Promise<void> {
    this.step = 'completing';
    this.departure = takeDeparture();
    try {
      await completeLogin((await call('getLogin', {})) as Provider, this.departure, answer);
      this.goBack();
    } catch (failed) {
      if (failed instanceof ApiError) {
        this.error = failed;
      } else {
        this.failure = failed instanceof LoginError ? failed : new LoginError('unknown');
      }
      this.step = 'choosing';
    }
  }

  private address(): string {
    return this.departure?.address ?? link('/');
  }

  private readonly goBack = (): void => navigate(landing(this.address()), { replace: true });

  override render() {
    return html`<h1 tabindex="-1">${this.step === 'loggedOut' ? t('已退出登录', 'You are logged out') : t('登录', 'Log in')}</h1>
      ${this.content()}`;
  }

  private content() {
    switch (this.step) {
      case 'completing':
        return html`<p class="loading" role="status">${t('正在完成登录…', 'Completing the login…')}</p>`;
      case 'handedOver':
        return html`<p role="status">${t('登录已完成，可以关闭此窗口。', 'The login is complete. You can close this window.')}</p>`;
      case 'loggedOut':
        return html`<p>${t('统一身份认证的登录也已结束。', 'Your login at the identity provider has ended too.')}</p>
          <div class="actions">
            <button type="button" class="primary" @click=${() => (this.step = 'choosing')}>${t('重新登录', 'Log in again')}</button>
            <a class="button" href=${link('/')}>${t('回到总览', 'Back to the overview')}</a>
          </div>`;
      case 'choosing':
        return html`<div class="card">
          ${this.error === undefined ? '' : html`<gk-problem .error=${this.error}></gk-problem>`}
          <gk-login-choices .failure=${this.failure} .address=${this.address()} .cancel=${this.goBack}></gk-login-choices>
        </div>`;
    }
  }
}
