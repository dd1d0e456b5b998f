import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from '../screen';
import { end } from '../session';
import { moment, t } from '../text';
import './ask';
import type { Draft } from './submit/draft';
import * as store from './submit/draft-store';
import { mayShow } from './submit/service';

/** Returns the drafts on this machine that the session shows. */
export const draftsOfSession = (): Draft[] => store.all().filter(mayShow);

/**
 * Asks, before a logout, what is to become of the drafts on this machine, which others may use too. They are kept if the reader
 * does not choose, since a report that is lost has to be written again; but they are shown only after the next login. Fires
 * `close` when it is closed.
 */
@customElement('gk-logout')
export class Logout extends Part {
  private readonly drafts = draftsOfSession();

  override render() {
    return html`<gk-ask .heading=${t('退出登录', 'Log out')} .content=${this.content()} .choices=${this.deletion()} .action=${t('退出', 'Log out')}
      .run=${this.logOut} @close=${() => this.dispatchEvent(new Event('close'))}></gk-ask>`;
  }

  private content() {
    const count = this.drafts.length;
    return html`<p>${t(`本机保存着 ${count} 份尚未报送的草稿：`, `Drafts on this machine that are not submitted: ${count}`)}</p>
      <ul>
        ${this.drafts.map(({ agencyName, year, savedAt }) => html`<li>${agencyName} ${year} <span class="muted">${savedAt === undefined ? '' : moment(savedAt)}</span></li>`)}
      </ul>
      <p>
        ${t(
          '草稿留在本机，本单位再次登录后可以继续填写，未登录或其他单位登录时不显示。草稿没有加密：公用电脑上不再需要的，请删除。',
          'They stay on this machine, to be continued after the next login of your agency; without it, and for other agencies, they are not shown. They are not encrypted: on a shared computer, delete what you no longer need.',
        )}
      </p>`;
  }

  private deletion() {
    return html`<label class="choice">
      <input type="checkbox" name="delete" />
      ${t('退出时从本机删除这些草稿（不能恢复）', 'Delete these drafts from this machine, for good')}
    </label>`;
  }

  private readonly logOut = (_: string, fields: FormData): void => {
    this.drafts.forEach((draft) => (fields.has('delete') ? store.remove(draft.agency, draft.year) : store.lock(draft)));
    end();
  };
}
