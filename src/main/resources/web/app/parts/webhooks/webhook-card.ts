import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { DeliveryEntry, WebhookEntry } from '../../api/contract';
import { who } from '../../revisions';
import { Part } from '../../screen';
import { moment, t } from '../../text';
import { eventName, eventTypes } from '../../words';
import { Action } from '../action';
import '../ask';
import './delivery-list';
import { resultOf, webhookStatusClass, webhookStatusName } from './webhook-words';

/** The position before the first event. */
const BEGINNING = '0-0';

/** A subscription, and what can be done with it. Fires `changed` and `deleted`. */
@customElement('gk-webhook-card')
export class WebhookCard extends Part {
  @property({ attribute: false }) webhook!: WebhookEntry;
  /** Whether its deliveries are shown. */
  @property({ attribute: false }) isOpen = false;

  @state() private tested: DeliveryEntry | undefined;
  @state() private asked: 'replay' | 'delete' | undefined;
  /** The number of attempts and replays that the reader has started. */
  @state() private changes = 0;

  private readonly action = new Action(this);

  override render() {
    const { id, url, status } = this.webhook;
    return html`<section class="card" aria-labelledby="webhook-${id}">
      <h2 id="webhook-${id}"><code>${url}</code> <span class=${webhookStatusClass(status)}>${webhookStatusName(status)}</span></h2>
      ${this.facts()}
      <div class="actions">
        <button type="button" aria-disabled=${this.action.isPending} @click=${this.test}>${t('发送测试消息', 'Send a test message')}</button>
        <button type="button" aria-expanded=${this.isOpen} @click=${() => (this.isOpen = !this.isOpen)}>${t('推送记录', 'Deliveries')}</button>
        <button type="button" @click=${() => (this.asked = 'replay')}>${t('重新推送…', 'Deliver again…')}</button>
        <button type="button" @click=${() => (this.asked = 'delete')}>${t('删除…', 'Delete…')}</button>
      </div>
      <p role="status" class=${this.tested?.delivered === false ? 'failed' : ''}>
        ${this.tested === undefined ? '' : t(`测试消息：${resultOf(this.tested)}`, `Test message: ${resultOf(this.tested)}`)}
      </p>
      ${this.action.render()}
      ${this.isOpen ? html`<gk-delivery-list .webhook=${this.webhook} .version=${this.changes}></gk-delivery-list>` : nothing}
      ${this.asked === 'replay' ? this.replayQuestion() : this.asked === 'delete' ? this.deleteQuestion() : nothing}
    </section>`;
  }

  private facts() {
    const { id, events, agencies, after, failingSince, nextAttemptAt, disabledAt, createdAt, createdBy } = this.webhook;
    const isAll = eventTypes.every((one) => events.includes(one));
    const facts: Array<[name: string, value: unknown]> = [
      [t('编号', 'No.'), id],
      [t('事项', 'Events'), isAll || events.length === 0 ? t('全部', 'All') : events.map(eventName).join(t('、', ', '))],
      [t('单位', 'Agencies'), agencies === undefined ? t('全部', 'All') : agencies.join(t('、', ', '))],
      [t('已推送到', 'Delivered up to'), html`<code>${after}</code>`],
      [t('持续失败自', 'Failing since'), timeOf(failingSince)],
      [t('下次重试', 'Next attempt'), timeOf(nextAttemptAt)],
      [t('停用', 'Disabled'), timeOf(disabledAt)],
      [t('建立', 'Created'), `${moment(createdAt)} · ${who(createdBy)}`],
    ];
    return html`<dl class="facts">
      ${facts.filter(([, value]) => value !== undefined).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
    </dl>`;
  }

  private test(): void {
    void this.action.run(async () => {
      this.tested = undefined;
      this.tested = await call('testWebhook', { path: { id: this.webhook.id } });
      this.changes += 1;
    });
  }

  private replayQuestion() {
    return html`<gk-ask .heading=${t('重新推送？', 'Deliver again?')} .action=${t('推送', 'Deliver')}
      .content=${html`<p>
        ${t(
          '从所选位置之后的事项开始依次推送；接收方会再次收到已经收到的消息。已停用的订阅恢复推送。',
          'All events after the position are sent in order; the receiver gets messages again that it has received. A disabled subscription is enabled.',
        )}
      </p>`}
      .choices=${html`<label class="choice"><input type="radio" name="from" value="here" checked /> ${t('从停止处继续', 'Go on where it stopped')}</label>
        <label class="choice"><input type="radio" name="from" value="start" /> ${t('从头开始', 'From the beginning')}</label>
        <label class="choice"><input type="radio" name="from" value="position" /> ${t('从这个位置之后：', 'After this position:')}</label>
        <input name="position" aria-label=${t('位置', 'Position')} pattern="[0-9]{1,18}-[0-9]{1,18}" autocomplete="off" .value=${this.webhook.after}
          @input=${choosePosition} />`}
      .run=${(_: string, fields: FormData) => this.replay(fields)}
      @close=${() => (this.asked = undefined)}></gk-ask>`;
  }

  private async replay(fields: FormData): Promise<void> {
    const from = fields.get('from');
    const after = from === 'start' ? BEGINNING : from === 'position' ? String(fields.get('position')) : undefined;
    await call('replayWebhook', { path: { id: this.webhook.id }, query: after === undefined ? {} : { after } });
    this.changes += 1;
    this.dispatchEvent(new Event('changed'));
  }

  private deleteQuestion() {
    return html`<gk-ask .heading=${t('删除订阅？', 'Delete the subscription?')} .action=${t('删除', 'Delete')} .isGrave=${true}
      .content=${html`<p><code>${this.webhook.url}</code></p>
        <p>${t('删除后不再推送，推送记录一并删除，且不能恢复。', 'Nothing is sent any more. Its deliveries are deleted too, and cannot be restored.')}</p>`}
      .run=${async () => {
        await call('deleteWebhook', { path: { id: this.webhook.id } });
        this.dispatchEvent(new Event('deleted'));
      }}
      @close=${() => (this.asked = undefined)}></gk-ask>`;
  }
}

/** Chooses the position that is being entered. */
function choosePosition(event: Event): void {
  const choice = (event.target as HTMLInputElement).form?.querySelector<HTMLInputElement>('[name="from"][value="position"]');
  if (choice) {
    choice.checked = true;
  }
}

const timeOf = (instant: string | undefined): string | undefined => (instant === undefined ? undefined : moment(instant));
