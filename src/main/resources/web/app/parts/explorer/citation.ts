import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RollUp } from '../../api/contract';
import type { Catalogue } from '../../catalogue';
import { link } from '../../router';
import { Part } from '../../screen';
import type { Session } from '../../session';
import { language, moment, number, t } from '../../text';
import '../copy-button';
import { addressOf, parametersOf } from './query';
import { titleOf } from './words';

/** How the answer is cited, and how a program gets it. */
@customElement('gk-citation')
export class Citation extends Part {
  @property({ attribute: false }) query = new URLSearchParams();
  @property({ attribute: false }) rollUp!: RollUp;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) scope = '';
  @property({ attribute: false }) reader: Session | undefined;

  override render() {
    return html`${this.citation()} ${this.command()}`;
  }

  /** The address in a citation has the time of the data, so that it shows the same numbers for ever. */
  private citation() {
    const { rollUp } = this;
    const kept = Object.entries(parametersOf(this.query)).map(([name, values]) => [name, values.join(',')]);
    const address = `${location.origin}${link('/explore', { ...Object.fromEntries(kept), asOf: rollUp.asOf })}`;
    const title = titleOf(rollUp, this.scope, this.catalogue);
    const text = t(
      `政府信息公开工作年度报告汇总数据：${title}。数据版本 ${number(rollUp.dataVersion)}，截至 ${moment(rollUp.asOf)}（北京时间）。${address}`,
      `Annual reports on government information disclosure: ${title}. Data version ${number(rollUp.dataVersion)}, as of ${moment(rollUp.asOf)} (Beijing time). ${address}`,
    );
    return html`<h2>${t('引用', 'Citation')}</h2>
      <p class="citation">${text}</p>
      <div class="actions"><gk-copy-button .label=${t('复制引用', 'Copy citation')} .text=${text}></gk-copy-button></div>`;
  }

  private command() {
    const token = this.reader === undefined ? '' : ' -H "Authorization: Bearer $TOKEN"';
    const accepted = language() === 'en' ? ' -H "Accept-Language: en"' : '';
    const command = `curl${token}${accepted} "${location.origin}${addressOf(this.query, {})}"`;
    return html`<div class="command">
      <h2>${t('用程序取得（curl）', 'For programs (curl)')}</h2>
      <pre><code>${command}</code></pre>
      <div class="actions"><gk-copy-button .label=${t('复制命令', 'Copy command')} .text=${command}></gk-copy-button></div>
    </div>`;
  }
}
