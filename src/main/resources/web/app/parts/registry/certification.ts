import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { Certification, CertificationCase } from '../../api/contract';
import { Loader, Part } from '../../screen';
import { moment, number, t } from '../../text';

/** The certification run of a holder of test tokens: the cases that its requests have shown, and those that are open. */
@customElement('gk-certification')
export class CertificationRun extends Part {
  /** The subject of the tokens. */
  @property({ attribute: false }) holder = '';

  private readonly run = new Loader<Certification>(
    this,
    () => [this.holder],
    (signal) => call('getCertification', { query: { holder: this.holder }, signal }),
  );

  override render() {
    return this.run.render(
      (run) => html`<details>
        <summary>
          ${t(`测试认证：${this.holder}`, `Certification run: ${this.holder}`)}
          <span class="status ${run.complete ? 'good' : ''}">
            ${t(`已通过 ${number(run.done)} / ${number(run.total)} 项`, `${number(run.done)} of ${number(run.total)} cases`)}
          </span>
        </summary>
        <div class="scroll" tabindex="0" role="group" aria-label=${t(`${this.holder} 的测试用例`, `Cases of ${this.holder}`)}>
          <table>
            <thead>
              <tr>
                <th scope="col">${t('测试用例', 'Case')}</th>
                <th scope="col">${t('结果', 'Result')}</th>
                <th scope="col">${t('报告', 'Report')}</th>
              </tr>
            </thead>
            <tbody>${run.cases.map(line)}</tbody>
          </table>
        </div>
      </details>`,
    );
  }
}

const line = ({ title, done, agency, year, at, times }: CertificationCase) => html`<tr>
  <th scope="row">${title}</th>
  <td>
    <span class="status ${done ? 'good' : ''}">${done ? t('已通过', 'Shown') : t('未测试', 'Open')}</span>
    ${at === undefined ? nothing : html`<div class="second">${moment(at)}${times > 1 ? t(`，共 ${number(times)} 次`, `, ${number(times)} times`) : nothing}</div>`}
  </td>
  <td>${agency === undefined ? '—' : `${agency} ${year}`}</td>
</tr>`;
