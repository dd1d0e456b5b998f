import { html, type LitElement, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { CategoryEntry, DistrictEntry } from '../api/contract';
import { OfficeScreen } from '../parts/office-screen';
import '../parts/registry/agency-form';
import '../parts/registry/category-form';
import '../parts/registry/csv-import';
import '../parts/registry/district-form';
import '../parts/registry/lists';
import { registerOf, registers, type Register } from '../parts/registry/registers';
import { allCategories, allDistricts, type Coded } from '../registry';
import { link } from '../router';
import { Loader } from '../screen';
import { t } from '../text';

interface Lists {
  districts: Array<Coded<DistrictEntry>>;
  categories: Array<Coded<CategoryEntry>>;
}

/** The agencies, districts and categories: search, one entry, or a file with many. */
@customElement('gk-registry')
export class Registry extends OfficeScreen {
  /** The number of changes that the reader has made. */
  @state() private changes = 0;

  private shown = '';

  private readonly lists = new Loader<Lists>(
    this,
    () => (this.isOpen ? [this.logins, this.changes] : undefined),
    async (signal) => {
      const [districts, categories] = await Promise.all([allDistricts(signal), allCategories(signal)]);
      return { districts, categories };
    },
  );

  override render() {
    const purpose = t(
      '主管部门在此维护单位、行政区划和类别名录，签发单位的访问令牌。',
      'The oversight office maintains the agencies, districts and categories here, and issues tokens for agencies.',
    );
    return html`<h1 tabindex="-1">${t('名录', 'Registry')}</h1>
      ${this.isOpen ? html`${this.tabs()} ${this.lists.render((lists) => this.content(lists))}` : this.invitation(purpose)}`;
  }

  private tabs() {
    const current = registerOf(this.query);
    return html`<nav class="tabs" aria-label=${t('名录种类', 'Registers')}>
      ${(Object.keys(registers) as Register[]).map(
        (one) => html`<a href=${link('/registry', { tab: one === 'agencies' ? undefined : one })}
          aria-current=${one === current ? 'page' : 'false'}>${registers[one].title()}</a>`,
      )}
    </nav>`;
  }

  private content(lists: Lists) {
    const register = registerOf(this.query);
    if (this.query.has('import')) {
      return html`<gk-csv-import .register=${register} @changed=${this.changed}></gk-csv-import>`;
    }
    return this.query.has('code') || this.query.has('new') ? this.entry(register, lists) : this.list(register, lists);
  }

  private list(register: Register, { districts, categories }: Lists) {
    const version = this.logins + this.changes;
    switch (register) {
      case 'districts':
        return html`<gk-district-list .query=${this.query} .districts=${districts} .version=${version}></gk-district-list>`;
      case 'categories':
        return html`<gk-category-list .query=${this.query} .version=${version}></gk-category-list>`;
      default:
        return html`<gk-agency-list .query=${this.query} .districts=${districts} .categories=${categories}
          .version=${version}></gk-agency-list>`;
    }
  }

  private entry(register: Register, { districts, categories }: Lists) {
    const code = this.query.get('code') ?? undefined;
    switch (register) {
      case 'districts':
        return html`<gk-district-form .code=${code} .districts=${districts} .version=${this.logins}
          @changed=${this.changed}></gk-district-form>`;
      case 'categories':
        return html`<gk-category-form .code=${code} .version=${this.logins} @changed=${this.changed}></gk-category-form>`;
      default:
        return html`<gk-agency-form .code=${code} .districts=${districts} .categories=${categories} .version=${this.logins}
          @changed=${this.changed}></gk-agency-form>`;
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const view = ['tab', 'code', 'new', 'import'].map((name) => this.query.get(name)).join(' ');
    if (this.lists.value !== undefined && view !== this.shown) {
      const isFirst = this.shown === '';
      this.shown = view;
      void (isFirst || this.moveFocus());
    }
  }

  /** Moves the focus to the heading of another view. */
  private async moveFocus(): Promise<void> {
    await this.querySelector<LitElement>('.loaded > *')?.updateComplete;
    scrollTo(0, 0);
    this.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  private changed(): void {
    this.changes += 1;
  }
}
