import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call, orMissing } from '../../api/client';
import { Loader, Part } from '../../screen';
import { t } from '../../text';
import { agencyChoices } from '../agency-choices';
import { chinese } from '../chinese';
import '../picker';
import type { Choice } from '../picker';
import { choose } from './scope';

/** Selects one agency by a part of its name, or by its code. The address has its code. */
@customElement('gk-agency-filter')
export class AgencyFilter extends Part {
  @property({ attribute: false }) code: string | undefined;

  private readonly found = new Loader<string>(
    this,
    () => this.code,
    async (signal) => {
      const code = this.code as string;
      return (await orMissing(call('getAgency', { path: { code }, signal })))?.name ?? code;
    },
  );

  override render() {
    return html`<gk-picker .name=${'pick-agency'} .label=${t('单位名称或代码', 'Name or code of the agency')}
        .find=${(text: string, signal: AbortSignal) => agencyChoices(text, undefined, signal)}
        @pick=${(event: CustomEvent<Choice>) => choose('agency', event.detail.code)}></gk-picker>
      ${this.code === undefined ? nothing : this.chosen(this.found.value ?? this.code)}`;
  }

  private chosen(name: string) {
    return html`<ul class="chips" aria-label=${t('所选单位', 'Chosen agency')}>
      <li>${chinese(name)}<button type="button" aria-label=${t(`移除 ${name}`, `Remove ${name}`)} @click=${this.clear}>×</button></li>
    </ul>`;
  }

  private readonly clear = (): void => {
    choose('agency', '');
    this.querySelector('input')?.focus();
  };
}
