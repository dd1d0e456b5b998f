import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { orMissing } from '../../api/client';
import type { CategoryEntry, DistrictEntry, EntryWarning } from '../../api/contract';
import type { Coded } from '../../registry';
import { link, navigate } from '../../router';
import { Loader, Part } from '../../screen';
import { dated, t } from '../../text';
import { memberName } from '../../words';
import { Action } from '../action';
import { chinese } from '../chinese';
import { Draft, isEqual, staleNotice } from '../draft';
import { textField } from '../field';
import { entryLink, registers, type Register } from './registers';


/** The form of one entry of a register. Fires `changed` when the entry was saved. */
export abstract class EntryForm<T extends { code?: string; name: string; warnings?: EntryWarning[] }> extends Part {
  /** The code of the entry; undefined for a new one. */
  @property({ attribute: false }) code: string | undefined;
  @property({ attribute: false }) districts: Array<Coded<DistrictEntry>> = [];
  @property({ attribute: false }) categories: Array<Coded<CategoryEntry>> = [];
  /** Changes when the entry is to be read again. */
  @property({ attribute: false }) version = 0;

  @state() protected draft: Draft<T> | undefined;
  @state() private newer: T | undefined;
  @state() private newCode = '';
  @state() private isTaken = false;
  @state() private isSaved = false;

  protected readonly action = new Action(this);

  /** The entry that the draft was made from: the one that a save answered is newer. */
  private adopted: T | undefined;

  private readonly entry = new Loader<T>(
    this,
    () => (this.code === undefined ? undefined : [this.code, this.version]),
    (signal) => this.read(this.code as string, signal),
  );

  protected abstract readonly register: Register;
  /** The members that have a field. */
  protected abstract readonly members: Array<keyof T & string>;

  protected abstract empty(): T;
  protected abstract read(code: string, signal?: AbortSignal): Promise<T>;
  protected abstract write(code: string, entry: T): Promise<T>;
  protected abstract fields(draft: Draft<T>): TemplateResult;

  /** Renders what is known about an entry beside its form. */
  protected about(_: T): TemplateResult | typeof nothing {
    return nothing;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('code')) {
      this.draft = undefined;
      this.newer = undefined;
      this.isTaken = false;
      this.isSaved = false;
      this.adopted = undefined;
    }
    if (this.code === undefined && this.draft === undefined) {
      this.draft = new Draft(this.empty());
    }
    const read = this.entry.value;
    if (read !== undefined && read !== this.adopted && read.code === this.code && this.draft?.isChanged !== true) {
      this.draft = new Draft(read);
      this.adopted = read;
    }
  }

  override render() {
    const title =
      this.code === undefined
        ? t(`新增${registers[this.register].one()}`, `New ${registers[this.register].one()}`)
        : (this.draft?.base.name ?? this.code);
    return html`<h2 tabindex="-1">${this.code === undefined ? title : chinese(title)} ${this.code === undefined ? nothing : html`<code>${this.code}</code>`}</h2>
      ${this.code === undefined ? this.form(this.draft as Draft<T>) : this.content()}`;
  }

  /** The form stays when the entry cannot be read again, so that nothing that was entered is lost. */
  private content() {
    return html`${this.draft === undefined || this.entry.error !== undefined ? this.entry.render(() => nothing) : nothing}
      ${this.draft === undefined
        ? nothing
        : html`<div class="entry">${this.form(this.draft)}<div>${this.about(this.draft.base)}</div></div>`}`;
  }

  private form(draft: Draft<T>) {
    return html`<form class="card" @submit=${(event: Event) => this.save(event, draft)} @input=${() => (this.isSaved = false)}>
      ${this.newer === undefined ? nothing : this.stale(draft, this.newer)}
      <div class="fields">${this.code === undefined ? this.codeField() : nothing} ${this.fields(draft)}</div>
      ${this.isTaken ? this.taken() : nothing} ${this.action.render(['/code', ...this.members.map((one) => `/${one}`)])}
      <div class="actions">
        <button type="submit" class="primary" aria-disabled=${this.action.isPending}>
          ${this.action.isPending ? t('正在保存…', 'Saving…') : t('保存', 'Save')}
        </button>
        ${draft.isChanged && this.code !== undefined
          ? html`<button type="button" @click=${() => this.discard(draft)}>${t('放弃修改', 'Discard the changes')}</button>`
          : nothing}
        <span role="status">${this.isSaved ? t('已保存', 'Saved') : ''}</span>
      </div>
      ${this.warnings(draft.base.warnings)}
    </form>`;
  }

  private codeField() {
    const help =
      this.register === 'districts'
        ? t('按 GB/T 2260；没有的，用本地代码。保存后不能修改。', 'The code of GB/T 2260, or a local one. It cannot be changed later.')
        : t('2 至 36 个字母、数字或连字符。保存后不能修改。', '2 to 36 letters, digits or hyphens. It cannot be changed later.');
    return textField({
      id: 'entry-code',
      label: memberName('code'),
      required: true,
      maxLength: 36,
      value: this.newCode,
      help,
      errors: this.action.findingsAt('/code'),
      change: (value) => {
        this.newCode = value.trim();
        this.isTaken = false;
      },
    });
  }

  private taken() {
    return html`<p class="notice" role="alert">
      ${t('未保存：名录中已有这个代码。', 'Not saved: the registry has this code already.')}
      <a href=${entryLink(this.register, this.newCode)}>${t('打开该条', 'Open the entry')}</a>
    </p>`;
  }

  /** Renders a field for a text or a day. */
  protected text(draft: Draft<T>, member: keyof T & string, more: Partial<Parameters<typeof textField>[0]> = {}) {
    return textField({
      id: `entry-${member}`,
      label: memberName(member),
      value: (draft.value[member] as string | undefined) ?? '',
      errors: this.action.findingsAt(`/${member}`),
      change: (value) => this.change(draft, member, value),
      ...more,
    });
  }

  protected change(draft: Draft<T>, member: keyof T & string, value: unknown): void {
    draft.set(member, value as T[keyof T & string]);
    this.isSaved = false;
    this.requestUpdate();
  }

  private discard(draft: Draft<T>): void {
    this.draft = new Draft(draft.base);
    this.newer = undefined;
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  private warnings(warnings: EntryWarning[] | undefined) {
    return warnings === undefined || warnings.length === 0
      ? nothing
      : html`<div class="notice">
          <strong>${t('提示', 'Warnings')}</strong>
          <ul>${warnings.map((one) => html`<li>${memberName(one.pointer.slice(1))}${t('：', ': ')}${one.message}</li>`)}</ul>
        </div>`;
  }

  private stale(draft: Draft<T>, newer: T) {
    const differences = this.members
      .filter((member) => !isEqual(draft.base[member], newer[member]))
      .map((member) => ({ label: memberName(member), before: shown(draft.base[member]), now: shown(newer[member]) }));
    return staleNotice(differences, () => {
      draft.rebase(newer);
      this.newer = undefined;
      this.querySelector<HTMLElement>('.fields input')?.focus();
    });
  }

  private save(event: Event, draft: Draft<T>): void {
    event.preventDefault();
    void this.action.run(async () => {
      const code = this.code ?? this.newCode;
      const now = await this.known(code);
      this.isTaken = this.code === undefined && now !== undefined;
      this.newer = this.code !== undefined && now !== undefined && !isEqual(now, draft.base) ? now : undefined;
      if (this.isTaken || this.newer !== undefined) {
        return;
      }
      const saved = await this.write(code, draft.value);
      this.draft = new Draft(saved);
      this.isSaved = true;
      this.dispatchEvent(new Event('changed'));
      if (this.code === undefined) {
        navigate(entryLink(this.register, code), { replace: true });
      }
    });
  }

  /** Returns an entry as it is now; undefined if there is none. */
  private known(code: string): Promise<T | undefined> {
    return orMissing(this.read(code));
  }
}

function shown(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(shown).join('、');
  }
  return typeof value === 'object' && value !== null ? Object.values(value).map(shown).join(' ') : dated(String(value ?? ''));
}

/** Returns an entry without the optional members that are empty: the service takes them as removed. */
export function withoutEmpty<T extends object>(entry: T): T {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== '' && value !== undefined)) as T;
}

/** Renders a link to the events about an entry. */
export const eventsLink = (subject: string) => html`<p>
  <a href=${link('/audit', { object: subject })}>${t('在审计日志中查看变更', 'Changes in the audit log')}</a>
</p>`;
