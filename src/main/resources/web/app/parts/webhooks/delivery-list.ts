import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { PageDeliveryEntry, WebhookEntry } from '../../api/contract';
import { Loader, Part } from '../../screen';
import { moment, number, t } from '../../text';
import { messageName, resultOf } from './webhook-words';

const SIZE = 100;

/** The last attempts to deliver the events of a subscription, the newest first. */
@customElement('gk-delivery-list')
export class DeliveryList extends Part {
  @property({ attribute: false }) webhook!: WebhookEntry;
  /** Changes when the attempts are to be read again. */
  @property({ attribute: false }) version = 0;

  private readonly deliveries = new Loader<PageDeliveryEntry>(
    this,
    () => [this.webhook.id, this.version],
    (signal) => call('listDeliveries', { path: { id: this.webhook.id }, query: { size: SIZE }, signal }),
  );

  override render() {
    return html`<div class="toolbar">
        <h3>${t('推送记录', 'Deliveries')}</h3>
        <button type="button" @click=${() => this.deliveries.reload()}>${t('刷新', 'Read again')}</button>
      </div>
      ${this.deliveries.render((page) => (page.total === 0 ? html`<p>${t('还没有推送。', 'Nothing was sent yet.')}</p>` : this.table(page)))}`;
  }

  /** The roles stay those of a table where the lines are stacked. */
  private table({ items, total }: PageDeliveryEntry) {
    const columns = [t('时间', 'Time'), t('事项', 'Event'), t('第几次', 'Attempt'), t('结果', 'Result'), t('位置', 'Position')];
    return html`<div class="scroll">
      <table class="wide stacked" role="table" aria-label=${t(`推送记录 ${this.webhook.id}`, `Deliveries ${this.webhook.id}`)}>
        <thead role="rowgroup">
          <tr role="row">${columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr>
        </thead>
        <tbody role="rowgroup">
          ${items.map(
            (one) => html`<tr role="row">
              <td role="cell">${moment(one.at)}</td>
              <td role="cell">${messageName(one.type)}<div class="second">${one.messageId}</div></td>
              <td role="cell" data-label=${t('第几次', 'Attempt')}>${number(one.attempt)}</td>
              <td role="cell" class=${one.delivered ? '' : 'failed'}>${resultOf(one)}</td>
              <td role="cell"><code>${one.cursor ?? '—'}</code></td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${items.length < total ? html`<p class="muted">${t(`只列出最近 ${items.length} 次，共 ${number(total)} 次。`, `Only the last ${items.length} of ${number(total)} are listed.`)}</p>` : ''}`;
  }
}
