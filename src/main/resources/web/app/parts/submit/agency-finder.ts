import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { PageAgencyEntry } from '../../api/contract';
import { link, setQuery } from '../../router';
import { Loader, Part } from '../../screen';
import { t } from '../../text';

const SIZE = 20;

/** Finds an agency by its name, for those who do not represent any. The choice is in the address. */
@customElement('gk-agency-finder')
export class AgencyFinder extends Part {
  /** Part of the name. */
  @property({ attribute: false }) name = '';

  @state() private entered: string | undefined;

  private readonly found = new Loader<PageAgencyEntry>(
    this,
    () => (this.name === '' ? undefined : [this.name]),
    (signal) => call('listAgencies', { query: { name: this.name, size: SIZE }, signal }),
  );

  override render() {
    return html`<form class="filters" role="search" @submit=${this.search}>
        <div>
          <label for="agency-name">${t('单位名称', 'Name of the agency')}</label>
          <input id="agency-name" type="search" .value=${this.entered ?? this.name}
            @input=${(event: Event) => (this.entered = (event.target as HTMLInputElement).value)} />
        </div>
        <button type="submit">${t('查找', 'Find')}</button>
      </form>
      ${this.name === '' ? nothing : this.found.render((page) => this.list(page))}`;
  }

  private readonly search = (event: Event): void => {
    event.preventDefault();
    setQuery({ name: (this.entered ?? this.name).trim(), agency: undefined });
  };

  private list({ items, total }: PageAgencyEntry) {
    return html`<p role="status">${total > SIZE ? t(`找到 ${total} 个，列出前 ${SIZE} 个`, `${total} found, the first ${SIZE} are listed`) : t(`找到 ${total} 个`, `${total} found`)}</p>
      <ul>
        ${items.map((agency) => html`<li><a href=${link('/submit', { agency: agency.code })}>${agency.name}</a></li>`)}
      </ul>`;
  }
}
