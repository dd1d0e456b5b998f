import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { TokenEntry, TokenState } from '../../api/contract';
import { Loader, Part } from '../../screen';
import { session } from '../../session';
import { moment, t } from '../../text';
import '../ask';
import './certification';

const MAX_SIZE = 100;

const stateName = (token: TokenState): string =>
  ({
    VALID: t('有效', 'Valid'),
    REPLACED: t('已更换', 'Replaced'),
    REVOKED: t('已撤销', 'Revoked'),
    EXPIRED: t('已过期', 'Expired'),
  })[token];

/** The tokens that name an agency, and the certification runs of those for tests. A valid token can be revoked. */
@customElement('gk-token-list')
export class TokenList extends Part {
  @property({ attribute: false }) code = '';
  /** The id of the token that was issued last, so that the list shows it. */
  @property({ attribute: false }) issued: string | undefined;

  /** The token that is to be revoked. */
  @state() private asked: TokenEntry | undefined;

  private readonly tokens = new Loader(
    this,
    () => [this.code, this.issued, session()?.token],
    (signal) => call('listTokens', { path: { code: this.code }, query: { size: MAX_SIZE }, signal }),
  );

  override render() {
    return html`${this.tokens.render((page) => (page.total === 0 ? nothing : this.table(page.items, page.total)))}
      ${this.asked === undefined ? nothing : this.question(this.asked)}`;
  }

  private table(tokens: TokenEntry[], total: number) {
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t('已签发的令牌', 'Issued tokens')}>
      <table>
        <caption>
          ${t('已签发的令牌', 'Issued tokens')}${tokens.length < total ? t(`（最近 ${tokens.length} 个，共 ${total} 个）`, ` (the latest ${tokens.length} of ${total})`) : ''}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('持有者', 'Holder')}</th>
            <th scope="col">${t('权限', 'Rights')}</th>
            <th scope="col">${t('签发', 'Issued')}</th>
            <th scope="col">${t('有效至', 'Valid until')}</th>
            <th scope="col">${t('状态', 'State')}</th>
          </tr>
        </thead>
        <tbody>${tokens.map((token) => this.row(token))}</tbody>
      </table>
    </div>
    ${holdersOfTests(tokens).map((holder) => html`<gk-certification .holder=${holder}></gk-certification>`)}`;
  }

  private row(token: TokenEntry) {
    return html`<tr>
      <th scope="row">${token.subject}</th>
      <td>
        ${token.sandbox === true ? html`<span class="status warn">${t('测试', 'Sandbox')}</span>` : nothing} ${rightsOf(token)}
      </td>
      <td>${moment(token.issuedAt)} · ${token.issuedBy}</td>
      <td>${moment(token.revokedAt ?? token.expiresAt)}</td>
      <td>
        <span class="status ${token.state === 'VALID' ? 'good' : ''}">${stateName(token.state)}</span>
        ${token.state === 'VALID' || token.state === 'REPLACED'
          ? html`<button type="button" class="plain" aria-label=${t(`撤销 ${token.subject} 的令牌`, `Revoke the token of ${token.subject}`)}
              @click=${() => (this.asked = token)}>${t('撤销', 'Revoke')}</button>`
          : nothing}
      </td>
    </tr>`;
  }

  private question(token: TokenEntry) {
    return html`<gk-ask .heading=${t('撤销令牌？', 'Revoke the token?')} .action=${t('撤销', 'Revoke')} .isGrave=${true}
      .content=${html`<p>${token.subject} · <code>${token.id}</code></p>
        <p>${t('撤销后一分钟内不能再使用，且不能恢复。', 'It is refused within a minute, and cannot be restored.')}</p>`}
      .run=${async () => {
        await call('revokeToken', { path: { code: this.code, id: token.id } });
        await this.tokens.reload();
      }}
      @close=${() => (this.asked = undefined)}></gk-ask>`;
  }
}

/** Returns the subjects of test tokens, the one with the newest token first. */
const holdersOfTests = (tokens: TokenEntry[]): string[] => [
  ...new Set(tokens.filter((token) => token.sandbox === true).map((token) => token.subject)),
];

/** Returns what a token is for: its agencies, districts and years. */
function rightsOf({ agencies, districts, years }: TokenEntry): string {
  return [
    agencies.join(t('、', ', ')),
    districts === undefined ? '' : t(`区划 ${districts.join('、')}`, `districts ${districts.join(', ')}`),
    years === undefined ? '' : t(`限 ${years.join('、')} 年度`, `years ${years.join(', ')} only`),
  ]
    .filter((part) => part !== '')
    .join(t('；', '; '));
}
