import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { call } from '../api/client';
import type { WebhookEntry } from '../api/contract';
import { everyEntry } from '../api/pages';
import '../parts/copy-button';
import { groupTabs } from '../parts/group-tabs';
import { MemberScreen } from '../parts/member-screen';
import '../parts/webhooks/webhook-card';
import '../parts/webhooks/webhook-form';
import { Loader } from '../screen';
import { t } from '../text';

/** The systems that events are sent to. The office sees all subscriptions, an agency its own. */
@customElement('gk-webhooks')
export class Webhooks extends MemberScreen {
  @state() private isCreating = false;
  /** The subscription that was created last, with its secret. */
  @state() private created: WebhookEntry | undefined;

  private readonly webhooks = new Loader<WebhookEntry[]>(
    this,
    () => (this.isOpen ? [this.logins] : undefined),
    (signal) => everyEntry((query) => call('listWebhooks', { query, signal })),
  );

  override render() {
    const purpose = t(
      '推送订阅把审计日志中的事项即时推送到其他系统，其他系统不必反复查询。单位只收到本单位的事项。',
      'Webhooks send the events of the audit log to other systems, so that they need not ask for them. An agency gets the events about itself only.',
    );
    return html`<h1 tabindex="-1">${t('推送订阅', 'Webhooks')}</h1>
      ${groupTabs()} ${this.isOpen ? this.content(purpose) : this.invitation(purpose)}`;
  }

  private content(purpose: string) {
    return html`<p class="muted">${purpose}</p>
      ${this.isCreating
        ? html`<gk-webhook-form @created=${this.show} @close=${() => this.close()}></gk-webhook-form>`
        : html`<div class="toolbar">
            <button type="button" class="primary create" @click=${() => (this.isCreating = true)}>${t('新建订阅', 'New subscription')}</button>
          </div>`}
      ${this.created === undefined ? nothing : this.secret(this.created)} ${this.webhooks.render((found) => this.list(found))}`;
  }

  private secret({ url, secret }: WebhookEntry) {
    return html`<div class="notice">
      <h2 id="secret-title" tabindex="-1">${t('订阅已建立', 'The subscription was created')}</h2>
      <p><code>${url}</code></p>
      <label for="webhook-secret">
        ${t('密钥（只显示这一次）：接收方用它核对消息的签名', 'The secret, which is not shown again: the receiver verifies signatures with it')}
      </label>
      <input id="webhook-secret" readonly spellcheck="false" .value=${secret ?? ''} />
      <div class="actions">
        <gk-copy-button .label=${t('复制密钥', 'Copy the secret')} .text=${secret ?? ''}></gk-copy-button>
      </div>
    </div>`;
  }

  private list(found: WebhookEntry[]) {
    return found.length === 0
      ? html`<p>${t('还没有订阅。', 'There is no subscription.')}</p>`
      : html`${repeat(
          found,
          ({ id }) => id,
          (one) => html`<gk-webhook-card .webhook=${one} @changed=${() => this.webhooks.reload()}
            @deleted=${() => this.leaveOut(one)}></gk-webhook-card>`,
        )}`;
  }

  private async show(event: CustomEvent<WebhookEntry>): Promise<void> {
    this.created = event.detail;
    this.isCreating = false;
    void this.webhooks.reload();
    await this.updateComplete;
    this.querySelector<HTMLElement>('#secret-title')?.focus();
  }

  /** The button that had the focus is gone with its subscription. */
  private async leaveOut({ id }: WebhookEntry): Promise<void> {
    this.created = this.created?.id === id ? undefined : this.created;
    await this.webhooks.reload();
    await this.updateComplete;
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  private async close(): Promise<void> {
    this.isCreating = false;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.create')?.focus();
  }
}
