import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { CategoryEntry } from '../../api/contract';
import { link } from '../../router';
import { t } from '../../text';
import type { Draft } from '../draft';
import { EntryForm, eventsLink } from './entry-form';

/** A category of agencies. */
@customElement('gk-category-form')
export class CategoryForm extends EntryForm<CategoryEntry> {
  protected readonly register = 'categories';
  protected readonly members = ['name'] as Array<keyof CategoryEntry & string>;

  protected empty(): CategoryEntry {
    return { name: '' };
  }

  protected read(code: string, signal?: AbortSignal): Promise<CategoryEntry> {
    return call('getCategory', { path: { code }, ...(signal === undefined ? {} : { signal }) });
  }

  protected write(code: string, entry: CategoryEntry): Promise<CategoryEntry> {
    return call('putCategory', { path: { code }, body: { name: entry.name } });
  }

  protected fields(draft: Draft<CategoryEntry>) {
    return this.text(draft, 'name', { required: true, maxLength: 200 });
  }

  protected override about(entry: CategoryEntry) {
    const code = entry.code as string;
    return html`<section class="card">
      <p><a href=${link('/registry', { category: code })}>${t('本类别的单位', 'Agencies of this category')}</a></p>
      ${eventsLink(`categories/${code}`)}
    </section>`;
  }
}
