import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { AgencyEntry, CategoryEntry, DistrictEntry } from '../../api/contract';
import { districtOptions } from '../../registry';
import { setQuery } from '../../router';
import { day, t } from '../../text';
import { kindName, kinds, levelName, levels, memberName } from '../../words';
import { chinese } from '../chinese';
import { selectField, type Option } from '../field';
import { email, telephones } from '../progress/contact';
import { PAGE_SIZE, RegistryList } from './registry-list';
import { entryLink } from './registers';

/** The agencies, with the filters of the service. */
@customElement('gk-agency-list')
export class AgencyList extends RegistryList<AgencyEntry> {
  protected readonly register = 'agencies';

  protected filter() {
    const kind = kinds.find((one) => one === this.parameter('kind'));
    return {
      ...given('name', this.parameter('name')),
      ...list('district', this.parameter('district')),
      ...list('category', this.parameter('category')),
      ...(kind === undefined ? {} : { kind }),
    };
  }

  protected read(page: number, signal: AbortSignal) {
    return call('listAgencies', { query: { ...this.filter(), page, size: PAGE_SIZE }, signal });
  }

  protected choosers() {
    return html`${chooser('district', memberName('district'), this.parameter('district'), districtOptions(this.districts))}
      ${chooser('category', memberName('category'), this.parameter('category'), this.categories.map((one) => ({ value: one.code, label: one.name })))}
      ${chooser('kind', memberName('kind'), this.parameter('kind'), kinds.map((one) => ({ value: one, label: kindName(one) })))}`;
  }

  protected columns() {
    return [memberName('name'), memberName('district'), memberName('category'), memberName('kind'), t('联系方式', 'Contact')];
  }

  protected line(one: AgencyEntry) {
    const code = one.code as string;
    const former = one.formerNames?.at(-1)?.name;
    return html`<tr role="row">
      <th role="rowheader" scope="row">
        <a href=${entryLink('agencies', code)}>${chinese(one.name)}</a> ${ended(one.validTo)}
        <div class="second">${code}${former === undefined ? '' : t(` · 原${former}`, ` · formerly ${former}`)}</div>
      </th>
      <td role="cell">${chinese(this.districts.find((other) => other.code === one.district)?.name ?? one.district)}</td>
      <td role="cell">${chinese(this.categories.find((other) => other.code === one.category)?.name ?? one.category)}</td>
      <td role="cell">${kindName(one.kind)}</td>
      <td role="cell">${one.contactPerson} ${telephones(one.telephone)} ${email(one.email)}</td>
    </tr>`;
  }
}

/** The administrative divisions. */
@customElement('gk-district-list')
export class DistrictList extends RegistryList<DistrictEntry> {
  protected readonly register = 'districts';

  protected filter() {
    const level = levels.find((one) => one === this.parameter('level'));
    return {
      ...given('name', this.parameter('name')),
      ...given('parent', this.parameter('parent')),
      ...(level === undefined ? {} : { level }),
    };
  }

  protected read(page: number, signal: AbortSignal) {
    return call('listDistricts', { query: { ...this.filter(), page, size: PAGE_SIZE }, signal });
  }

  protected choosers() {
    const parents = this.districts.filter((one) => this.districts.some((other) => other.parent === one.code));
    return html`${chooser('level', memberName('level'), this.parameter('level'), levels.map((one) => ({ value: one, label: levelName(one) })))}
      ${chooser('parent', memberName('parent'), this.parameter('parent'), districtOptions(parents))}`;
  }

  protected columns() {
    return [memberName('name'), memberName('code'), memberName('level'), memberName('parent'), t('存续', 'Existence')];
  }

  protected line(one: DistrictEntry) {
    const code = one.code as string;
    const to = one.validTo === undefined ? t('至今', 'now') : day(one.validTo);
    return html`<tr role="row">
      <th role="rowheader" scope="row"><a href=${entryLink('districts', code)}>${chinese(one.name)}</a> ${ended(one.validTo)}</th>
      <td role="cell"><code>${code}</code></td>
      <td role="cell">${one.level === undefined ? '' : levelName(one.level)}</td>
      <td role="cell">${chinese(this.districts.find((other) => other.code === one.parent)?.name ?? one.parent ?? undefined)}</td>
      <td role="cell">${one.validFrom === undefined && one.validTo === undefined
        ? html`<span class="muted">${t('未登记', 'unknown')}</span>`
        : `${one.validFrom === undefined ? '' : day(one.validFrom)} – ${to}`}</td>
    </tr>`;
  }
}

/** The categories of agencies. */
@customElement('gk-category-list')
export class CategoryList extends RegistryList<CategoryEntry> {
  protected readonly register = 'categories';

  protected filter() {
    return given('name', this.parameter('name'));
  }

  protected read(page: number, signal: AbortSignal) {
    return call('listCategories', { query: { ...this.filter(), page, size: PAGE_SIZE }, signal });
  }

  protected choosers(): typeof nothing {
    return nothing;
  }

  protected columns() {
    return [memberName('name'), memberName('code')];
  }

  protected line(one: CategoryEntry) {
    const code = one.code as string;
    return html`<tr role="row">
      <th role="rowheader" scope="row"><a href=${entryLink('categories', code)}>${chinese(one.name)}</a></th>
      <td role="cell"><code>${code}</code></td>
    </tr>`;
  }
}

function chooser(name: string, label: string, value: string | undefined, options: Option[]) {
  return selectField({
    id: name,
    label,
    value: value ?? '',
    options: [{ value: '', label: t('全部', 'All') }, ...options],
    change: (chosen) => setQuery({ [name]: chosen, page: undefined }),
  });
}

const ended = (validTo: string | undefined) =>
  validTo === undefined ? nothing : html`<span class="status warn">${t('已终止', 'ended')}</span>`;

const given = <N extends string>(name: N, value: string | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [key in N]?: string };

const list = <N extends string>(name: N, value: string | undefined) =>
  (value === undefined ? {} : { [name]: [value] }) as { [key in N]?: string[] };
