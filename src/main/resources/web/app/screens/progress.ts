import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { OfficeScreen } from '../parts/office-screen';
import '../parts/progress/office-progress';
import '../parts/progress/public-progress';
import { askToLogIn } from '../session';
import { t } from '../text';

/** How far the reports of a year have come: counts for everyone, names and telephone numbers for the office. */
@customElement('gk-progress')
export class Progress extends OfficeScreen {
  override render() {
    return html`<h1 tabindex="-1">${t('报送进度', 'Progress')}</h1>
      ${this.isOpen
        ? html`<gk-office-progress .query=${this.query} .logins=${this.logins}></gk-office-progress>`
        : html`<gk-public-progress .query=${this.query}></gk-public-progress>
            <p class="screen-only">
              ${t('主管部门登录后可查看未报名单、调整期限。', 'The oversight office sees the agencies that have not reported, and changes deadlines.')}
              <button type="button" class="plain" @click=${askToLogIn}>${t('登录', 'Log in')}</button>
            </p>`}`;
  }
}
