import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AgencyEntry, Finding, FormerName } from '../../api/contract';
import { Part } from '../../screen';
import { day, t } from '../../text';
import { chinese } from '../chinese';
import { textField } from '../field';
import { entryLink } from './registers';

/** The names of an agency over time, and its beginning and end. Former names can be corrected. */
@customElement('gk-name-history')
export class NameHistory extends Part {
  @property({ attribute: false }) entry!: AgencyEntry;
  /** The former names as they are in the form. */
  @property({ attribute: false }) names: FormerName[] = [];
  @property({ attribute: false }) errors: Finding[] = [];
  @property({ attribute: false }) change: (names: FormerName[]) => void = () => undefined;

  @state() private isEditing = false;

  protected override willUpdate(changed: PropertyValues): void {
    this.isEditing &&= !changed.has('entry');
  }

  override render() {
    const { validFrom, validTo, successors } = this.entry;
    return html`<h3>${t('名称沿革', 'Names over time')}</h3>
      <table class="wide">
        <thead>
          <tr><th scope="col">${t('名称', 'Name')}</th><th scope="col">${t('自', 'From')}</th><th scope="col">${t('至', 'To')}</th></tr>
        </thead>
        <tbody>
          ${this.periods().map(
            (one) => html`<tr><th scope="row">${chinese(one.name)}</th><td class="nowrap">${one.from}</td><td class="nowrap">${one.to}</td></tr>`,
          )}
        </tbody>
      </table>
      <p>
        ${validFrom === undefined ? t('设立日期未登记', 'Beginning unknown') : t(`${day(validFrom)} 设立`, `Founded ${day(validFrom)}`)}
        ${validTo === undefined ? nothing : html`<br>${t(`存续至 ${day(validTo)}`, `Ended ${day(validTo)}`)}`}
        ${successors?.map((code) => html`<br>${t('职责由', 'Continued by')} <a href=${entryLink('agencies', code)}>${code}</a> ${t('承继', '')}`)}
      </p>
      ${this.isEditing ? this.editor() : nothing}
      ${(this.entry.formerNames ?? []).length === 0 && !this.isEditing
        ? html`<button type="button" @click=${this.add}>${t('补登曾用名', 'Add a former name')}</button>`
        : this.isEditing
          ? nothing
          : html`<button type="button" @click=${() => (this.isEditing = true)}>${t('更正曾用名', 'Correct former names')}</button>`}`;
  }

  /** Returns the names with their days, the current one first. */
  private periods(): Array<{ name: string; from: string; to: string }> {
    const names = [...(this.entry.formerNames ?? []), { name: this.entry.name, since: this.entry.nameSince }];
    return names
      .map((one, i) => ({
        name: one.name,
        from: one.since === undefined ? t('最初', 'first') : day(one.since),
        to: endOf(names[i + 1]?.since) ?? t('现名称', 'current'),
      }))
      .reverse();
  }

  private editor() {
    return html`<fieldset>
      <legend>${t('曾用名，由早到晚', 'Former names, the oldest first')}</legend>
      ${this.names.map((one, i) => this.row(one, i))}
      <button type="button" @click=${this.add}>${t('增加一行', 'Add a line')}</button>
      <p class="help">${t('随表单一并保存。', 'They are saved with the form.')}</p>
    </fieldset>`;
  }

  private row(former: FormerName, i: number) {
    const errors = (member: string) => this.errors.filter((one) => one.pointer === `/formerNames/${i}/${member}`);
    return html`<div class="filters">
      ${textField({
        id: `former-${i}-name`,
        label: t('名称', 'Name'),
        required: true,
        maxLength: 200,
        value: former.name,
        errors: errors('name'),
        change: (name) => this.replace(i, { ...former, name }),
      })}
      ${textField({
        id: `former-${i}-since`,
        label: t('起始日期', 'Since'),
        type: 'date',
        value: former.since ?? '',
        errors: errors('since'),
        change: (since) => this.replace(i, since === '' ? { name: former.name } : { ...former, since }),
      })}
      <button type="button" @click=${() => this.change(this.names.filter((_, other) => other !== i))}>
        ${t('删除', 'Remove')}<span class="visually-hidden"> ${former.name}</span>
      </button>
    </div>`;
  }

  private replace(i: number, former: FormerName): void {
    this.change(this.names.map((one, other) => (other === i ? former : one)));
  }

  private add(): void {
    this.isEditing = true;
    this.change([...this.names, { name: '' }]);
  }
}

/** Returns the day before another name began. */
function endOf(since: string | undefined): string | undefined {
  if (since === undefined) {
    return undefined;
  }
  const date = new Date(`${since}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return day(date.toISOString().slice(0, 10));
}
