import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ApiError } from '../api/client';
import { t } from '../text';

const FIRST_ERROR = 400;

/** Tells why something failed, in the language of the reader, with the request id for the operator. */
@customElement('gk-problem')
export class ProblemMessage extends LitElement {
  @property({ attribute: false }) error!: ApiError;
  @property({ attribute: false }) retry: (() => void) | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const problem = this.error.problem;
    return html`<div class="problem" role="alert">
      <strong>${problem?.title ?? this.title_()}</strong>
      <p>${problem?.detail ?? this.advice()}</p>
      ${problem?.parameters?.length
        ? html`<ul>
            ${problem.parameters.map((one) => html`<li><code>${one.name}${one.value === undefined ? '' : `=${one.value}`}</code> ${one.message}</li>`)}
          </ul>`
        : nothing}
      ${problem === undefined
        ? nothing
        : html`<p class="request-id">${t('请求编号', 'Request id')} <code>${problem.requestId}</code></p>`}
      ${this.retry === undefined
        ? nothing
        : html`<button type="button" @click=${this.retry}>${t('重试', 'Try again')}</button>`}
    </div>`;
  }

  private title_(): string {
    return this.error.isUnreachable ? t('无法连接服务', 'The service cannot be reached') : t('请求失败', 'The request failed');
  }

  private advice(): string {
    if (this.error.isUnreachable) {
      return t('请检查网络后重试。已填写的内容不会丢失。', 'Check the network and try again. What you have entered is kept.');
    }
    return this.error.status < FIRST_ERROR
      ? t('返回的内容不完整，或不是本服务返回的。请检查网络后重试。', 'The answer is incomplete, or not one of this service. Check the network and try again.')
      : t(`服务返回 ${this.error.status}。`, `The service answered ${this.error.status}.`);
  }
}
