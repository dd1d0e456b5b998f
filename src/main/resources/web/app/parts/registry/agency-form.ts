import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { AgencyEntry } from '../../api/contract';
import { districtOptions } from '../../registry';
import { link } from '../../router';
import { t } from '../../text';
import { kindName, kinds, memberName } from '../../words';
import type { Draft } from '../draft';
import { selectField, textField } from '../field';
import { EntryForm, eventsLink, withoutEmpty } from './entry-form';
import './name-history';
import './token-issue';

/** An agency: its entry, its names over time, and tokens for it. */
@customElement('gk-agency-form')
export class AgencyForm extends EntryForm<AgencyEntry> {
  protected readonly register = 'agencies';
  protected readonly members = [
    'name',
    'nameSince',
    'formerNames',
    'district',
    'category',
    'kind',
    'unifiedSocialCreditCode',
    'validFrom',
    'validTo',
    'successors',
    'successor',
    'contactPerson',
    'telephone',
    'email',
  ] as const satisfies Array<keyof AgencyEntry> as Array<keyof AgencyEntry & string>;

  /** Whether a different name is a renaming, which keeps the previous one. */
  @state() private isRenaming = true;

  protected empty(): AgencyEntry {
    return { name: '', district: '', category: '', kind: 'DEPARTMENT' };
  }

  protected read(code: string, signal?: AbortSignal): Promise<AgencyEntry> {
    return call('getAgency', { path: { code }, ...(signal === undefined ? {} : { signal }) });
  }

  protected write(code: string, entry: AgencyEntry): Promise<AgencyEntry> {
    const { successor: _, warnings: __, contactPerson = '', telephone = '', email = '', ...members } = entry;
    const kept = this.isRenamed() && this.isRenaming ? { ...members, formerNames: undefined } : members;
    const body = { ...withoutEmpty(kept), contactPerson, telephone, email } as AgencyEntry;
    return call('putAgency', { path: { code }, body });
  }

  private isRenamed(): boolean {
    return this.code !== undefined && this.draft?.has('name') === true;
  }

  protected fields(draft: Draft<AgencyEntry>) {
    const { district, category, kind } = draft.value;
    const choose = { value: '', label: t('请选择', 'Choose') };
    return html`${this.text(draft, 'name', { required: true, maxLength: 200 })} ${this.renaming(draft)}
      ${selectField({
        id: 'entry-district',
        label: memberName('district'),
        required: true,
        value: district,
        options: [...(district === '' ? [choose] : []), ...districtOptions(this.districts)],
        errors: this.action.findingsAt('/district'),
        change: (value) => this.change(draft, 'district', value),
      })}
      ${selectField({
        id: 'entry-category',
        label: memberName('category'),
        required: true,
        value: category,
        options: [...(category === '' ? [choose] : []), ...this.categories.map((one) => ({ value: one.code, label: one.name }))],
        errors: this.action.findingsAt('/category'),
        change: (value) => this.change(draft, 'category', value),
      })}
      ${selectField({
        id: 'entry-kind',
        label: memberName('kind'),
        help: t('部门报送本机关的报告，政府报送汇总报告。', 'A department reports on itself, a government on all its departments.'),
        value: kind,
        options: kinds.map((one) => ({ value: one, label: kindName(one) })),
        errors: this.action.findingsAt('/kind'),
        change: (value) => this.change(draft, 'kind', value),
      })}
      ${this.text(draft, 'unifiedSocialCreditCode', { maxLength: 18 })}
      ${this.text(draft, 'contactPerson', { maxLength: 50, help: t('只有主管部门和本单位可见。', 'Shown to the office and the agency only.') })}
      ${this.text(draft, 'telephone', {
        maxLength: 60,
        help: t('座机 0733-28681234，分机加“转8012”；多个号码以“、”分隔。', 'Several numbers are separated by 、, extensions follow 转.'),
      })}
      ${this.text(draft, 'email', { maxLength: 254, help: t('接收催报邮件。', 'Receives reminders.') })}
      ${this.text(draft, 'validFrom', { type: 'date' })}
      ${this.text(draft, 'validTo', {
        type: 'date',
        help: t('撤销的单位填写最后存续日；存续的不填。', 'The last day of an agency that has ended; empty while it exists.'),
      })}
      ${textField({
        id: 'entry-successors',
        label: memberName('successors'),
        help: t('承继其职责的单位的代码，多个以空格分隔。', 'Codes of the agencies that continue its tasks, separated by spaces.'),
        value: (draft.value.successors ?? []).join(' '),
        errors: this.action.findingsAt('/successors', '/successor'),
        change: (value) => this.change(draft, 'successors', value.trim() === '' ? undefined : value.split(/[\s、，,]+/)),
      })}`;
  }

  /** A different name is asked about: only a renaming, which has a later day, keeps the previous name. */
  private renaming(draft: Draft<AgencyEntry>) {
    const isRenamed = this.isRenamed();
    const since = this.text(draft, 'nameSince', {
      type: 'date',
      required: isRenamed && this.isRenaming,
      disabled: isRenamed && !this.isRenaming,
      label: isRenamed && this.isRenaming ? t('新名称起始日期', 'First day of the new name') : memberName('nameSince'),
    });
    return !isRenamed
      ? since
      : html`<fieldset>
            <legend>${t('名称为什么变更', 'Why the name is different')}</legend>
            <label class="check">
              <input type="radio" name="renaming" .checked=${this.isRenaming} @change=${() => (this.isRenaming = true)}>
              ${t('单位更名：保留原名称', 'Renaming: the previous name is kept')}
            </label>
            <label class="check">
              <input type="radio" name="renaming" .checked=${!this.isRenaming} @change=${() => this.correct(draft)}>
              ${t('更正登记错误：不保留', 'Correction: it is not kept')}
            </label>
          </fieldset>
          ${since}`;
  }

  private correct(draft: Draft<AgencyEntry>): void {
    this.isRenaming = false;
    this.change(draft, 'nameSince', draft.base.nameSince);
  }

  protected override about(entry: AgencyEntry) {
    const code = entry.code as string;
    return html`<gk-name-history class="card" .entry=${entry} .errors=${this.action.findingsAt('/formerNames')}
        .change=${(names: AgencyEntry['formerNames']) => this.change(this.draft as Draft<AgencyEntry>, 'formerNames', names)}
        .names=${this.draft?.value.formerNames ?? []}></gk-name-history>
      <section class="card">
        <h3>${t('报告', 'Reports')}</h3>
        <p><a href=${link(`/agencies/${code}`)}>${t('历年报告', 'Reports of all years')}</a></p>
        ${eventsLink(`agencies/${code}`)}
      </section>
      <gk-token-issue class="card" .code=${code} .hasEnded=${entry.validTo !== undefined}></gk-token-issue>`;
  }
}
