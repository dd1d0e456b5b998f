import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { DistrictEntry, DistrictLevel } from '../../api/contract';
import { districtOptions, type Coded } from '../../registry';
import { link } from '../../router';
import { day, t } from '../../text';
import { levelName, levels, memberName } from '../../words';
import { chinese } from '../chinese';
import type { Draft } from '../draft';
import { selectField } from '../field';
import { EntryForm, eventsLink, withoutEmpty } from './entry-form';
import { entryLink } from './registers';

/** An administrative division: its entry, and what it was and contained over time. */
@customElement('gk-district-form')
export class DistrictForm extends EntryForm<DistrictEntry> {
  protected readonly register = 'districts';
  protected readonly members = ['name', 'parent', 'level', 'validFrom', 'validTo', 'successor'] as Array<keyof DistrictEntry & string>;

  protected empty(): DistrictEntry {
    return { name: '', parent: null };
  }

  protected read(code: string, signal?: AbortSignal): Promise<DistrictEntry> {
    return call('getDistrict', { path: { code }, ...(signal === undefined ? {} : { signal }) });
  }

  protected write(code: string, entry: DistrictEntry): Promise<DistrictEntry> {
    const { warnings: _, parent, ...members } = entry;
    return call('putDistrict', { path: { code }, body: { ...withoutEmpty(members), parent: parent === '' ? null : (parent ?? null) } });
  }

  protected fields(draft: Draft<DistrictEntry>) {
    const { parent, level, successor } = draft.value;
    const others = this.districts.filter((one) => one.code !== this.code);
    return html`${this.text(draft, 'name', { required: true, maxLength: 200 })}
      ${selectField({
        id: 'entry-parent',
        label: memberName('parent'),
        value: parent ?? '',
        options: [{ value: '', label: t('无（最高一级）', 'None: a topmost division') }, ...districtOptions(others)],
        errors: this.action.findingsAt('/parent'),
        change: (value) => this.change(draft, 'parent', value === '' ? null : value),
      })}
      ${selectField({
        id: 'entry-level',
        label: memberName('level'),
        value: level ?? '',
        options: [
          { value: '', label: t('按代码或上级推断', 'From the code or the parent') },
          ...levels.map((one) => ({ value: one, label: levelName(one) })),
        ],
        errors: this.action.findingsAt('/level'),
        change: (value) => this.change(draft, 'level', value === '' ? undefined : (value as DistrictLevel)),
      })}
      ${this.text(draft, 'validFrom', { type: 'date' })}
      ${this.text(draft, 'validTo', {
        type: 'date',
        help: t('撤销的填写最后存续日；存续的不填。', 'The last day of a division that has ended; empty while it exists.'),
      })}
      ${selectField({
        id: 'entry-successor',
        label: memberName('successor'),
        help: t('取代它的行政区划，例如渌口区取代株洲县。', 'The division that replaced it, as 渌口区 replaced 株洲县.'),
        value: successor ?? '',
        options: [{ value: '', label: t('无', 'None') }, ...districtOptions(others)],
        errors: this.action.findingsAt('/successor'),
        change: (value) => this.change(draft, 'successor', value === '' ? undefined : value),
      })}`;
  }

  protected override about(entry: DistrictEntry) {
    const code = entry.code as string;
    return html`<section class="card">
        <h3>${t('区划沿革', 'The division over time')}</h3>
        <ol class="history">${this.lineage(code).map((one) => html`<li>${this.period(one, code)}</li>`)}</ol>
        <h3>${t('下辖', 'Divisions inside')}</h3>
        ${this.inside(code)}
      </section>
      <section class="card">
        <p><a href=${link('/registry', { district: code })}>${t('本行政区划的单位', 'Agencies in this district')}</a></p>
        ${eventsLink(`districts/${code}`)}
      </section>`;
  }

  /** Returns the divisions that became this one, this one, and those that replaced it. */
  private lineage(code: string): Array<Coded<DistrictEntry>> {
    const found: Array<Coded<DistrictEntry>> = [];
    const before = (of: string): void => {
      for (const one of this.districts.filter((other) => other.successor === of && !found.includes(other))) {
        found.unshift(one);
        before(one.code);
      }
    };
    before(code);
    for (let next: string | undefined = code; next !== undefined; ) {
      const one = this.districts.find((other) => other.code === next && !found.includes(other));
      if (one !== undefined) {
        found.push(one);
      }
      next = one?.successor;
    }
    return found;
  }

  private inside(code: string) {
    const children = this.districts.filter((one) => one.parent === code);
    return children.length === 0
      ? html`<p class="muted">${t('没有', 'None')}</p>`
      : html`<ul class="history">${children.map((one) => html`<li>${this.period(one, code)}</li>`)}</ul>`;
  }

  private period(one: Coded<DistrictEntry>, current: string) {
    const from = one.validFrom === undefined ? '' : day(one.validFrom);
    const to = one.validTo === undefined ? '' : day(one.validTo);
    return html`${one.code === current
        ? html`<strong>${chinese(one.name)}</strong>`
        : html`<a href=${entryLink('districts', one.code)}>${chinese(one.name)}</a>`}
      <code>${one.code}</code>
      ${from === '' && to === '' ? nothing : html`<span class="muted">${from} – ${to === '' ? t('至今', 'now') : to}</span>`}`;
  }
}
