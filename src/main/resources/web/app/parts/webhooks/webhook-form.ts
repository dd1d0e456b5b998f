import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { EventType, WebhookEntry } from '../../api/contract';
import { Part } from '../../screen';
import { session } from '../../session';
import { t } from '../../text';
import { eventName, eventTypes } from '../../words';
import { Action } from '../action';
import { chinese } from '../chinese';
import { textField } from '../field';
import type { Choice } from '../picker';
import '../picker';

const CHOICES = 20;

/** Creates a subscription. Fires `created` with it, and `close` when the reader gives up. */
@customElement('gk-webhook-form')
export class WebhookForm extends Part {
  @state() private url = '';
  @state() private events: EventType[] = [];
  @state() private agencies: Choice[] = [];

  private readonly action = new Action(this);

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('#webhook-url')?.focus();
  }

  override render() {
    return html`<form class="card" aria-labelledby="webhook-form-title" @submit=${this.create}>
      <h2 id="webhook-form-title">${t('新建订阅', 'New subscription')}</h2>
      ${textField({
        id: 'webhook-url',
        label: t('接收地址', 'URL of the receiver'),
        value: this.url,
        maxLength: 2000,
        required: true,
        help: t('以 https:// 开头；内部网络的地址须经运维人员允许。', 'It begins with https://. Addresses in a private network have to be allowed by the operator.'),
        errors: this.action.findingsAt('/url'),
        change: (value) => (this.url = value),
      })}
      <fieldset>
        <legend>${t('推送的事项；都不选为全部', 'Events to send; all if none is chosen')}</legend>
        <div class="events">${eventTypes.map((one) => this.event(one))}</div>
      </fieldset>
      ${session()?.isOffice === true ? this.agencyChoice() : nothing} ${this.action.render(['/url'])}
      <div class="actions">
        <button type="submit" class="primary" aria-disabled=${this.action.isPending}>${t('建立', 'Create')}</button>
        <button type="button" @click=${() => this.dispatchEvent(new Event('close'))}>${t('取消', 'Cancel')}</button>
      </div>
    </form>`;
  }

  private event(type: EventType) {
    const isChosen = this.events.includes(type);
    return html`<label class="check">
      <input type="checkbox" name="event" value=${type} .checked=${isChosen}
        @change=${() => (this.events = isChosen ? this.events.filter((one) => one !== type) : [...this.events, type])} />
      ${eventName(type)}
    </label>`;
  }

  private agencyChoice() {
    return html`<fieldset>
      <legend>${t('只推送这些单位的；都不选为全部', 'Agencies whose events are sent; all if none is chosen')}</legend>
      <gk-picker .name=${'webhook-agency'} .label=${t('添加单位', 'Add an agency')} .find=${find}
        @pick=${(event: CustomEvent<Choice>) => this.add(event.detail)}></gk-picker>
      <ul class="chips">
        ${this.agencies.map(
          (one) => html`<li>
            ${chinese(one.name)}<button type="button" aria-label=${t(`取消“${one.name}”`, `Remove "${one.name}"`)}
              @click=${() => this.leaveOut(one)}>×</button>
          </li>`,
        )}
      </ul>
    </fieldset>`;
  }

  private add(choice: Choice): void {
    if (!this.agencies.some((one) => one.code === choice.code)) {
      this.agencies = [...this.agencies, choice];
    }
  }

  /** The button that had the focus is gone with its agency. */
  private leaveOut(choice: Choice): void {
    this.agencies = this.agencies.filter((one) => one !== choice);
    this.querySelector<HTMLElement>('#webhook-agency')?.focus();
  }

  private create(event: SubmitEvent): void {
    event.preventDefault();
    void this.action.run(async () => {
      const body = { url: this.url.trim(), events: this.events, agencies: this.agencies.map((one) => one.code) };
      const detail = await call('createWebhook', { body });
      this.dispatchEvent(new CustomEvent<WebhookEntry>('created', { detail }));
    });
  }
}

async function find(text: string, signal: AbortSignal): Promise<Choice[]> {
  const { items } = await call('listAgencies', { query: { ...(text === '' ? {} : { name: text }), size: CHOICES }, signal });
  return items.map(({ code, name }) => ({ code: code as string, name }));
}
