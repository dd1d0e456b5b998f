import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { CycleEntry, ObligationChange, ObligationEntry } from '../../api/contract';
import { Part } from '../../screen';
import { day, t } from '../../text';
import { stateName } from '../../words';
import { Action } from '../action';
import { chinese } from '../chinese';
import { isEqual, staleNotice } from '../draft';
import { textArea, textField } from '../field';
import { lineOf } from './roster';

type Duty = 'usual' | 'extended' | 'exempt';

/** Changes the line of an agency on the roster. Fires `changed` when it was saved, and `close` when it is done. */
@customElement('gk-obligation-dialog')
export class ObligationDialog extends Part {
  @property({ attribute: false }) cycle!: CycleEntry;
  @property({ attribute: false }) line!: ObligationEntry;

  @state() private duty: Duty = 'usual';
  @state() private deadline = '';
  @state() private reason = '';
  @state() private newer: ObligationEntry | undefined;

  /** The line as the reader saw it. */
  private seen!: ObligationEntry;
  private readonly action = new Action(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.seen = this.line;
    const usual = this.usual();
    this.deadline = this.line.deadline === usual ? '' : this.line.deadline;
    this.duty = this.line.state === 'EXEMPT' ? 'exempt' : this.deadline === '' ? 'usual' : 'extended';
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLDialogElement>('dialog')?.showModal();
  }

  private usual(): string {
    const { departmentDeadline, governmentDeadline } = this.cycle;
    return (this.line.kind === 'GOVERNMENT' ? governmentDeadline : departmentDeadline) as string;
  }

  override render() {
    return html`<dialog aria-labelledby="obligation-title" @close=${() => this.dispatchEvent(new Event('close'))}>
      <form @submit=${this.save}>
        <h2 id="obligation-title">${t('调整应报名册', 'Change the roster')}</h2>
        <p>
          <strong>${chinese(this.seen.agency.name)}</strong><br>
          ${stateName(this.seen.state)} · ${t('期限', 'deadline')} ${day(this.seen.deadline)}
          ${this.seen.reason === undefined ? nothing : html`<br>${t('上次调整原因：', 'Reason of the last change: ')}${this.seen.reason}`}
        </p>
        ${this.newer === undefined ? nothing : this.stale(this.newer)}
        <fieldset>
          <legend>${t('报送要求', 'Obligation')}</legend>
          ${this.choice('usual', t(`按年度期限报送（${day(this.usual())}）`, `The deadline of the year (${day(this.usual())})`))}
          ${this.choice('extended', t('另定期限', 'A deadline of its own'))}
          ${this.duty !== 'extended'
            ? nothing
            : textField({
                id: 'obligation-deadline',
                type: 'date',
                label: t('报送期限（含当日，北京时间）', 'The last day in time, in Beijing time'),
                required: true,
                value: this.deadline,
                errors: this.action.findingsAt('/deadline'),
                change: (value) => (this.deadline = value),
              })}
          ${this.choice('exempt', t('免予报送', 'Exempt'))}
        </fieldset>
        ${textArea({
          id: 'obligation-reason',
          label: t('原因', 'Reason'),
          help: t('与名册一并保存，并记入审计日志。', 'It is stored with the roster and in the audit log.'),
          required: true,
          maxLength: 2000,
          value: this.reason,
          errors: this.action.findingsAt('/reason'),
          change: (value) => (this.reason = value),
        })}
        ${this.action.render(['/deadline', '/reason'])}
        <div class="actions">
          <button type="submit" class="primary" aria-disabled=${this.action.isPending}>
            ${this.action.isPending ? t('正在保存…', 'Saving…') : t('保存', 'Save')}
          </button>
          <button type="button" @click=${this.close}>${t('取消', 'Cancel')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private choice(duty: Duty, label: string) {
    return html`<label class="check">
      <input type="radio" name="duty" .checked=${this.duty === duty} @change=${() => (this.duty = duty)}> ${label}
    </label>`;
  }

  private stale(newer: ObligationEntry) {
    const differences = [
      { label: t('状态', 'State'), before: stateName(this.seen.state), now: stateName(newer.state) },
      { label: t('期限', 'Deadline'), before: day(this.seen.deadline), now: day(newer.deadline) },
      { label: t('原因', 'Reason'), before: this.seen.reason ?? '', now: newer.reason ?? '' },
    ].filter((one) => one.before !== one.now);
    return staleNotice(differences, () => {
      this.seen = newer;
      this.newer = undefined;
      this.querySelector<HTMLElement>('#obligation-reason')?.focus();
    });
  }

  private save(event: Event): void {
    event.preventDefault();
    void this.action.run(async () => {
      const now = await lineOf(this.cycle.year as number, this.line.agency.code);
      this.newer = now !== undefined && !isEqual(now, this.seen) ? now : undefined;
      if (this.newer !== undefined) {
        return;
      }
      await call('putObligation', {
        path: { year: this.cycle.year as number, agency: this.line.agency.code },
        body: this.change(),
      });
      this.dispatchEvent(new Event('changed'));
      this.close();
    });
  }

  private change(): ObligationChange {
    return {
      reason: this.reason,
      ...(this.duty === 'extended' ? { deadline: this.deadline } : {}),
      ...(this.duty === 'exempt' ? { exempt: true } : {}),
    };
  }

  private close(): void {
    this.querySelector<HTMLDialogElement>('dialog')?.close();
  }
}
