import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { IssuedToken } from '../../api/contract';
import { Part } from '../../screen';
import { moment, t } from '../../text';
import { Action } from '../action';
import { selectField } from '../field';
import './token-list';

/** Issues a token for an agency. It is shown once: the service does not store it. */
@customElement('gk-token-issue')
export class TokenIssue extends Part {
  @property({ attribute: false }) code = '';
  @property({ attribute: false }) hasEnded = false;

  @state() private lifetime = 'P30D';
  @state() private isAllowed = false;
  @state() private isSandbox = false;
  @state() private issued: IssuedToken | undefined;
  @state() private copied: boolean | undefined;

  private readonly action = new Action(this);

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('code')) {
      this.issued = undefined;
    }
  }

  override render() {
    return html`<h3>${t('访问令牌', 'Access tokens')}</h3>
      <p class="muted">
        ${t(
          '该单位凭令牌报送。令牌只显示一次，服务不保存；请通过安全的途径交给该单位。',
          'The agency submits its reports with a token. It is shown once, and not stored: pass it on safely.',
        )}
      </p>
      <div class="filters">
        ${selectField({
          id: 'token-lifetime',
          label: t('有效期', 'Valid for'),
          value: this.lifetime,
          options: [30, 90, 180, 366].map((days) => ({ value: `P${days}D`, label: t(`${days} 天`, `${days} days`) })),
          change: (value) => (this.lifetime = value),
        })}
        <button type="button" aria-disabled=${this.action.isPending} @click=${this.issue}>
          ${this.action.isPending ? t('正在签发…', 'Issuing…') : t('签发令牌', 'Issue a token')}
        </button>
      </div>
      <label class="check">
        <input type="checkbox" name="sandbox" .checked=${this.isSandbox}
          @change=${(event: Event) => (this.isSandbox = (event.target as HTMLInputElement).checked)}>
        ${t('测试令牌：供软件开发单位测试，报送的内容不计入任何数据', 'For tests by a vendor of software: nothing that it submits counts')}
      </label>
      ${this.hasEnded
        ? html`<label class="check">
            <input type="checkbox" .checked=${this.isAllowed}
              @change=${(event: Event) => (this.isAllowed = (event.target as HTMLInputElement).checked)}>
            ${t('该单位已终止，仍然签发（补报用）', 'The agency has ended: issue one all the same')}
          </label>`
        : nothing}
      ${this.action.render()} ${this.issued === undefined ? nothing : this.result(this.issued)}
      <gk-token-list .code=${this.code} .issued=${this.issued?.id}></gk-token-list>`;
  }

  private result(issued: IssuedToken) {
    return html`<div class="notice">
      <label for="issued-token">${t('令牌（离开本页后不再显示）', 'The token; it is not shown after you leave this page')}</label>
      <textarea id="issued-token" rows="4" readonly spellcheck="false" .value=${issued.token}
        @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}></textarea>
      <p>${t(`有效至 ${moment(issued.expiresAt)}`, `Valid until ${moment(issued.expiresAt)}`)} · ${t('编号', 'Id')} <code>${issued.id}</code></p>
      <button type="button" @click=${() => this.copy(issued.token)}>${t('复制令牌', 'Copy the token')}</button>
      <span role="status">
        ${this.copied === undefined
          ? ''
          : this.copied
            ? t('已复制', 'Copied')
            : t('浏览器不允许复制，请选中后按 Ctrl+C', 'The browser does not allow it: select the token and press Ctrl+C')}
      </span>
    </div>`;
  }

  private issue(): void {
    void this.action.run(async () => {
      this.issued = undefined;
      this.copied = undefined;
      this.issued = await call('makeToken', {
        path: { code: this.code },
        body: {
          lifetime: this.lifetime,
          ...(this.isAllowed ? { allowEnded: true } : {}),
          ...(this.isSandbox ? { sandbox: true } : {}),
        },
      });
      await this.updateComplete;
      this.querySelector<HTMLElement>('#issued-token')?.focus();
    });
  }

  /** Browsers offer the clipboard to secure origins only: in a closed network without TLS, the token is selected. */
  private async copy(token: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(token);
      this.copied = true;
    } catch {
      this.copied = false;
      this.querySelector<HTMLElement>('#issued-token')?.focus();
    }
  }
}
