import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../api/client';
import type { AgencyEntry, Receipt } from '../api/contract';
import { chinese } from '../parts/chinese';
import '../parts/filing-receipt';
import { link } from '../router';
import { Loader, Screen } from '../screen';
import { session } from '../session';
import { t } from '../text';

/** The receipt of a revision, to be printed on one sheet of A4. */
@customElement('gk-receipt')
export class ReceiptScreen extends Screen {
  private readonly receipt = new Loader<{ receipt: Receipt; agency: AgencyEntry }>(
    this,
    () => [this.parameters, session()?.token],
    async (signal) => {
      const [receipt, agency] = await Promise.all([
        call('getReceipt', { path: { agency: this.code(), year: this.year(), revision: Number(this.parameters['revision']) }, signal }),
        call('getAgency', { path: { code: this.code() }, signal }),
      ]);
      return { receipt, agency };
    },
  );

  private code(): string {
    return this.parameters['code'] as string;
  }

  private year(): number {
    return Number(this.parameters['year']);
  }

  override render() {
    const name = chinese(this.receipt.value?.agency.name ?? this.code());
    const back = link(`/agencies/${this.code()}/${this.year()}`);
    return html`<nav aria-label=${t('位置', 'Breadcrumb')} class="breadcrumb">
        <a href=${link('/agencies')}>${t('单位', 'Agencies')}</a> <a href=${link(`/agencies/${this.code()}`)}>${name}</a>
        <a href=${back}>${t(`${this.year()} 年度报告`, `Annual report ${this.year()}`)}</a>
      </nav>
      <h1 tabindex="-1">${name} ${t(`${this.year()} 年度报告回执`, `receipt of the annual report ${this.year()}`)}</h1>
      ${this.receipt.render(({ receipt, agency }) => html`<gk-filing-receipt .agency=${agency} .receipt=${receipt}></gk-filing-receipt>`)}
      <div class="actions"><button type="button" class="primary" @click=${() => print()}>${t('打印', 'Print')}</button></div>`;
  }
}
