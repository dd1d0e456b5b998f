import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { AgencyEntry, CycleEntry } from '../../api/contract';
import { link } from '../../router';
import { Part } from '../../screen';
import { number, t } from '../../text';
import { Action } from '../action';
import { chinese } from '../chinese';
import { textArea, textField } from '../field';
import { lineOf } from './roster';

const MAX_FOUND = 20;

/** Adds an agency to the roster after the year was opened. Fires `changed` when it was added, and `close` when it is done. */
@customElement('gk-addition-dialog')
export class AdditionDialog extends Part {
  @property({ attribute: false }) cycle!: CycleEntry;

  @state() private name = '';
  @state() private found: AgencyEntry[] | undefined;
  @state() private total = 0;
  @state() private chosen = '';
  @state() private deadline = '';
  @state() private reason = '';
  @state() private isOnRoster = false;

  private readonly search = new Action(this);
  private readonly action = new Action(this);

  protected override firstUpdated(): void {
    this.querySelector<HTMLDialogElement>('dialog')?.showModal();
  }

  override render() {
    return html`<dialog aria-labelledby="addition-title" @close=${() => this.dispatchEvent(new Event('close'))}>
      <h2 id="addition-title">${t('补入应报名册', 'Add an agency to the roster')}</h2>
      <p>
        ${t(
          `用于开启 ${this.cycle.year} 年度时名录中没有、但应当报送的单位。单位须先在名录中登记。`,
          `For an agency that owes a report on ${this.cycle.year} but was not in the registry when the year was opened. It must be in the registry first.`,
        )}
      </p>
      <form class="inline" @submit=${this.find}>
        ${textField({
          id: 'addition-name',
          type: 'search',
          label: t('单位名称或其一部分', 'A part of the name of the agency'),
          required: true,
          value: this.name,
          change: (value) => (this.name = value),
        })}
        <button type="submit" aria-disabled=${this.search.isPending}>${t('查找', 'Search')}</button>
      </form>
      ${this.search.render()} ${this.found === undefined ? nothing : this.results(this.found)}
      ${this.chosen === '' ? nothing : this.form()}
      <div class="actions">
        ${this.chosen === ''
          ? nothing
          : html`<button type="submit" form="addition" class="primary" aria-disabled=${this.action.isPending}>
              ${this.action.isPending ? t('正在保存…', 'Saving…') : t('补入', 'Add')}
            </button>`}
        <button type="button" @click=${this.close}>${t('取消', 'Cancel')}</button>
      </div>
    </dialog>`;
  }

  private results(found: AgencyEntry[]) {
    return html`<fieldset>
      <legend>${t(`找到 ${number(this.total)} 个单位`, `${number(this.total)} agencies found`)}</legend>
      ${found.map(
        (one) => html`<label class="check">
          <input type="radio" name="agency" .checked=${this.chosen === one.code} @change=${() => this.choose(one.code as string)}>
          ${chinese(one.name)} <code>${one.code}</code>
        </label>`,
      )}
      ${this.total > MAX_FOUND
        ? html`<p class="muted">${t(`只列出前 ${MAX_FOUND} 个，请补全名称。`, `Only the first ${MAX_FOUND} are listed; enter more of the name.`)}</p>`
        : nothing}
    </fieldset>`;
  }

  private form() {
    return html`<form id="addition" @submit=${this.save}>
      ${this.isOnRoster
        ? html`<p class="notice" role="alert">
            ${t('该单位已在应报名册中，请在名单中调整。', 'This agency is on the roster already. Change its line in the list.')}
            <a href=${link('/progress', { year: String(this.cycle.year), state: 'all', name: this.chosenName() })}
              @click=${this.close}>${t('查看该单位', 'Show it')}</a>
          </p>`
        : nothing}
      ${textField({
        id: 'addition-deadline',
        type: 'date',
        label: t('报送期限', 'Deadline'),
        help: t('不填的，按年度期限。', 'Empty: the deadline of the year.'),
        value: this.deadline,
        errors: this.action.findingsAt('/deadline'),
        change: (value) => (this.deadline = value),
      })}
      ${textArea({
        id: 'addition-reason',
        label: t('原因', 'Reason'),
        required: true,
        maxLength: 2000,
        value: this.reason,
        errors: this.action.findingsAt('/reason'),
        change: (value) => (this.reason = value),
      })}
      ${this.action.render(['/deadline', '/reason'])}
    </form>`;
  }

  private chosenName(): string {
    return this.found?.find((one) => one.code === this.chosen)?.name ?? '';
  }

  private choose(code: string): void {
    this.chosen = code;
    this.isOnRoster = false;
  }

  private find(event: Event): void {
    event.preventDefault();
    void this.search.run(async () => {
      const page = await call('listAgencies', { query: { name: this.name.trim(), size: MAX_FOUND } });
      this.found = page.items;
      this.total = page.total;
      this.chosen = '';
    });
  }

  private save(event: Event): void {
    event.preventDefault();
    void this.action.run(async () => {
      const year = this.cycle.year as number;
      this.isOnRoster = (await lineOf(year, this.chosen)) !== undefined;
      if (this.isOnRoster) {
        return;
      }
      const body = { reason: this.reason, ...(this.deadline === '' ? {} : { deadline: this.deadline }) };
      await call('putObligation', { path: { year, agency: this.chosen }, body });
      this.dispatchEvent(new Event('changed'));
      this.close();
    });
  }

  private close(): void {
    this.querySelector<HTMLDialogElement>('dialog')?.close();
  }
}
