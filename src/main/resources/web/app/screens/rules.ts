import { html, nothing, type PropertyValues } from 'lit';
import { customElement } from 'lit/decorators.js';
import { OfficeScreen } from '../parts/office-screen';
import '../parts/pager';
import '../parts/rules/revalidation-list';
import '../parts/rules/revalidation-view';
import '../parts/rules/rule-catalogue';
import '../parts/rules/rule-preview';
import { link } from '../router';
import { askToLogIn } from '../session';
import { t } from '../text';

const TABS = ['catalogue', 'preview', 'revalidations'] as const;

type Tab = (typeof TABS)[number];

const tabName = (tab: Tab): string =>
  ({
    catalogue: t('规则目录', 'Rule book'),
    preview: t('试算改动', 'Preview'),
    revalidations: t('复核', 'Revalidation'),
  })[tab];

/** The rule book for everyone. The office tries changes of it, and checks stored reports again. */
@customElement('gk-rules')
export class Rules extends OfficeScreen {
  private shown: string | undefined;

  private tab(): Tab {
    return TABS.find((one) => one === this.parameter('tab')) ?? 'catalogue';
  }

  override render() {
    return html`<h1 tabindex="-1">${t('规则', 'Rules')}</h1>
      ${this.isOpen ? this.tabs() : nothing} ${this.content()}`;
  }

  private tabs() {
    return html`<nav class="tabs" aria-label=${t('规则', 'Rules')}>
      ${TABS.map(
        (one) => html`<a href=${link('/rules', { tab: one === 'catalogue' ? undefined : one })}
          aria-current=${one === this.tab() ? 'page' : 'false'}>${tabName(one)}</a>`,
      )}
    </nav>`;
  }

  private content() {
    const tab = this.tab();
    if (tab === 'catalogue') {
      return html`<gk-rule-catalogue .query=${this.query} .canTry=${this.isOpen}></gk-rule-catalogue> ${this.isOpen ? nothing : hint()}`;
    }
    if (!this.isOpen) {
      return this.invitation(t('主管部门在此试算规则的改动，复核已报报告。', 'The oversight office tries changes of the rules here, and checks stored reports again.'));
    }
    return tab === 'preview' ? html`<gk-rule-preview .query=${this.query}></gk-rule-preview>` : this.revalidations();
  }

  private revalidations() {
    const run = Number(this.parameter('run'));
    return Number.isInteger(run) && run > 0
      ? html`<gk-revalidation .query=${this.query} .run=${run} .logins=${this.logins}></gk-revalidation>`
      : html`<gk-revalidation-list .query=${this.query} .logins=${this.logins}></gk-revalidation-list>`;
  }

  /** Another tab or run begins at its top. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const view = `${this.tab()} ${this.parameter('run') ?? ''}`;
    if (this.shown !== undefined && this.shown !== view) {
      scrollTo(0, 0);
      this.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }
    this.shown = view;
  }
}

const hint = () => html`<p class="screen-only">
  ${t('主管部门登录后可试算规则的改动、复核已报报告。', 'The oversight office tries changes of rules, and checks stored reports again.')}
  <button type="button" class="plain" @click=${askToLogIn}>${t('登录', 'Log in')}</button>
</p>`;
