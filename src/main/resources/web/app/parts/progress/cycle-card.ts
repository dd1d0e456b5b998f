import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { AgencyEntry, AgencyKind, CycleEntry } from '../../api/contract';
import { everyEntry } from '../../api/pages';
import { Loader, Part } from '../../screen';
import { day, moment, number, t } from '../../text';
import { Action } from '../action';
import '../ask';
import { Draft, isEqual, staleNotice } from '../draft';
import { textField } from '../field';

const DAY = 24 * 60 * 60 * 1000;
const BEIJING = 8 * 60 * 60 * 1000;

/** Returns the current day in Beijing, where deadlines are counted. */
export const today = (): string => new Date(Date.now() + BEIJING).toISOString().slice(0, 10);

/** Returns the newest year that is over, and that can be opened. */
export const lastYear = (): number => Number(today().slice(0, 4)) - 1;

/** A report year: opens it after a question, counts down to its deadlines and moves them. Fires `changed` when the year has changed. */
@customElement('gk-cycle-card')
export class CycleCard extends Part {
  @property({ attribute: false }) year = 0;
  /** Undefined while the year is not open. */
  @property({ attribute: false }) cycle: CycleEntry | undefined;

  @state() private draft: Draft<CycleEntry> | undefined;
  @state() private newer: CycleEntry | undefined;
  @state() private isSure = false;
  /** Whether the reader is asked if the year is to be opened. */
  @state() private isAsking = false;

  /** The agencies of the registry, to tell how many will owe a report. */
  private readonly agencies = new Loader<AgencyEntry[]>(
    this,
    () => (this.cycle === undefined && this.year <= lastYear() ? [this.year] : undefined),
    (signal) => everyEntry((query) => call('listAgencies', { query, signal })),
  );

  private readonly action = new Action(this);

  /** The year that was opened or closed here: the focus moves to it. */
  private finished: number | undefined;
  /** What was done here with the year. */
  private done = '';

  protected override willUpdate(changed: PropertyValues<CycleCard>): void {
    if (changed.has('year')) {
      this.done = '';
    }
    if (changed.has('year') || (changed.has('cycle') && (changed.get('cycle') === undefined) !== (this.cycle === undefined))) {
      this.draft = undefined;
      this.newer = undefined;
      this.isSure = false;
      this.isAsking = false;
      this.action.error = undefined;
    }
  }

  protected override updated(changed: PropertyValues<CycleCard>): void {
    if (changed.has('cycle') && this.finished === this.year) {
      this.finished = undefined;
      this.querySelector<HTMLElement>('h2')?.focus();
    }
  }

  override render() {
    return this.cycle === undefined ? this.closed() : this.open(this.cycle);
  }

  private closed() {
    if (this.year > lastYear()) {
      return html`<section class="card">
        <p>${t(`${this.year} 年度尚未结束，不能开启。`, `The year ${this.year} is not over, and cannot be opened.`)}</p>
      </section>`;
    }
    const draft = this.draft ?? (this.draft = new Draft<CycleEntry>(statutory(this.year)));
    return html`<section class="card">
      <h2 tabindex="-1">${t(`${this.year} 年度尚未开启`, `The year ${this.year} is not open`)}</h2>
      ${this.report()}
      <p>
        ${t(
          `开启后固定应报名册：${this.year} 年 12 月 31 日存在的每个机关都应当报送。名录此后的变更不影响名册，单个机关可以另行调整。`,
          `Opening the year freezes the roster: every agency that existed on 31 December ${this.year} owes a report. Later changes of the registry do not change it; single agencies can be added or exempted.`,
        )}
      </p>
      ${this.agencies.render((agencies) => this.opening(agencies, draft))}
    </section>`;
  }

  private opening(agencies: AgencyEntry[], draft: Draft<CycleEntry>) {
    const owing = agencies.filter((one) => existsAtTheEnd(one, this.year));
    return html`<p><strong>${t(`开启后，${counted(owing)}应当报送。`, `Once it is open, ${counted(owing)} owe a report.`)}</strong></p>
      <form @submit=${this.ask}>
        <div class="filters">${this.deadlines(draft)}</div>
        ${this.action.render(['/departmentDeadline', '/governmentDeadline'])}
        <div class="actions">
          <button type="submit" class="primary" aria-disabled=${this.action.isPending}>
            ${this.action.isPending ? t('正在开启…', 'Opening…') : t(`开启 ${this.year} 年度…`, `Open ${this.year}…`)}
          </button>
        </div>
      </form>
      ${this.isAsking ? this.question(owing, draft) : nothing}`;
  }

  private question(owing: AgencyEntry[], draft: Draft<CycleEntry>) {
    const departments = day(draft.value.departmentDeadline as string);
    const governments = day(draft.value.governmentDeadline as string);
    return html`<gk-ask .heading=${t(`开启 ${this.year} 年度？`, `Open the year ${this.year}?`)} .action=${t('开启', 'Open')}
      .content=${html`<p>${t(`将固定应报名册：${counted(owing)}。`, `The roster is frozen: ${counted(owing)}.`)}</p>
        <p>
          ${t(
            `部门报送期限 ${departments}，政府报送期限 ${governments}。`,
            `Departments submit by ${departments}, governments by ${governments}.`,
          )}
        </p>
        ${this.past(draft)}`}
      .run=${() => this.store(draft)} @close=${() => (this.isAsking = false)}></gk-ask>`;
  }

  /** Warns of deadlines that are over: every report would be late from its first day. */
  private past({ value }: Draft<CycleEntry>) {
    return [value.departmentDeadline, value.governmentDeadline].some((one) => remaining(one as string) < 0)
      ? html`<p class="problem">
          ${t('有期限已过：开启后，未报的单位即为逾期。需要的话，请先改期限。', 'A deadline is over: agencies without a report are late as soon as the year is open. Change it first if that is not intended.')}
        </p>`
      : nothing;
  }

  /** Tells what was done with the year. */
  private report() {
    return html`<p class="notice success" role="status" ?hidden=${this.done === ''}>${this.done}</p>`;
  }

  private open(cycle: CycleEntry) {
    const deadlines = [
      { name: t('部门报送期限', 'Deadline of departments'), date: cycle.departmentDeadline as string },
      { name: t('政府报送期限', 'Deadline of governments'), date: cycle.governmentDeadline as string },
    ];
    return html`<section class="card cycle">
      <h2 class="visually-hidden" tabindex="-1">${t(`${this.year} 年度`, `Year ${this.year}`)}</h2>
      ${this.report()}
      ${deadlines.map(
        ({ name, date }) => html`<p class="countdown ${remaining(date) < 0 ? 'over' : ''}">
          <span>${name} ${day(date)}</span><strong>${countdown(date)}</strong>
        </p>`,
      )}
      <p class="muted">
        ${t(
          `应报名册 ${number(cycle.obligations)} 个单位，由 ${cycle.openedBy ?? '—'} 于 ${moment(cycle.openedAt as string)} 开启`,
          `Roster of ${number(cycle.obligations)} agencies, opened ${moment(cycle.openedAt as string)} by ${cycle.openedBy ?? '—'}`,
        )}
      </p>
      <button type="button" class="edit" aria-expanded=${this.draft !== undefined}
        @click=${() => (this.draft = this.draft === undefined ? new Draft(cycle) : undefined)}>
        ${t('调整期限', 'Move the deadlines')}
      </button>
      ${this.draft === undefined ? nothing : this.form(this.draft)}
    </section>`;
  }

  private form(draft: Draft<CycleEntry>) {
    return html`<form @submit=${(event: Event) => this.save(event, draft)}>
      <p>
        ${t(
          '期限变更后，已报送的报告重新确定是否逾期。单个机关另定的期限不变。',
          'When deadlines move, submitted reports become late or on time accordingly. Deadlines of single agencies stay.',
        )}
      </p>
      ${this.newer === undefined ? nothing : this.stale(draft, this.newer)}
      <div class="filters">${this.deadlines(draft)}</div>
      ${this.action.render(['/departmentDeadline', '/governmentDeadline'])}
      <div class="actions">
        <button type="submit" class="primary" aria-disabled=${this.action.isPending}>${t('保存期限', 'Save the deadlines')}</button>
        <button type="button" @click=${() => (this.draft = undefined)}>${t('取消', 'Cancel')}</button>
      </div>
      <details>
        <summary>${t('误开的年度', 'A year that was opened by mistake')}</summary>
        <p>
          ${t(
            '没有报告或者报告均已撤回的年度可以关闭。关闭会删除其应报名册，包括另定的期限和免予报送。',
            'A year without reports can be closed. That deletes its roster, with all its extensions and exemptions.',
          )}
        </p>
        <label class="check">
          <input type="checkbox" .checked=${this.isSure}
            @change=${(event: Event) => (this.isSure = (event.target as HTMLInputElement).checked)}>
          ${t(`确认关闭 ${this.year} 年度并删除应报名册`, `Close the year ${this.year} and delete its roster`)}
        </label>
        <div class="actions">
          <button type="button" ?disabled=${!this.isSure} @click=${this.close}>${t('关闭年度', 'Close the year')}</button>
        </div>
      </details>
    </form>`;
  }

  private deadlines(draft: Draft<CycleEntry>) {
    const dates = [
      { key: 'departmentDeadline' as const, label: t('部门报送期限', 'Deadline of departments') },
      { key: 'governmentDeadline' as const, label: t('政府报送期限', 'Deadline of governments') },
    ];
    return dates.map(({ key, label }) =>
      textField({
        id: key,
        type: 'date',
        label,
        required: true,
        value: draft.value[key] ?? '',
        errors: this.action.findingsAt(`/${key}`),
        change: (value) => {
          draft.set(key, value);
          this.requestUpdate();
        },
      }),
    );
  }

  private stale(draft: Draft<CycleEntry>, newer: CycleEntry) {
    const labels = {
      departmentDeadline: t('部门报送期限', 'Deadline of departments'),
      governmentDeadline: t('政府报送期限', 'Deadline of governments'),
    };
    const differences = (Object.keys(labels) as Array<keyof typeof labels>)
      .filter((key) => draft.base[key] !== newer[key])
      .map((key) => ({ label: labels[key], before: day(draft.base[key] as string), now: day(newer[key] as string) }));
    return staleNotice(differences, () => {
      draft.rebase(newer);
      this.newer = undefined;
      this.querySelector<HTMLElement>('#departmentDeadline')?.focus();
    });
  }

  private readonly ask = (event: Event): void => {
    event.preventDefault();
    this.isAsking = true;
  };

  private save(event: Event, draft: Draft<CycleEntry>): void {
    event.preventDefault();
    void this.store(draft);
  }

  private store(draft: Draft<CycleEntry>): Promise<void> {
    this.done = '';
    return this.action.run(async () => {
      const path = { year: this.year };
      if (this.cycle !== undefined) {
        const now = await call('getCycle', { path });
        this.newer = hasMoved(draft.base, now) ? now : undefined;
        if (this.newer !== undefined) {
          return;
        }
      }
      const { departmentDeadline, governmentDeadline } = draft.value;
      const stored = await call('putCycle', {
        path,
        body: { departmentDeadline: departmentDeadline as string, governmentDeadline: governmentDeadline as string },
      });
      this.finish(
        this.cycle === undefined
          ? t(
              `已开启 ${this.year} 年度，${number(stored.obligations)} 个单位列入应报名册。`,
              `The year ${this.year} is open, with ${number(stored.obligations)} agencies on its roster.`,
            )
          : t('期限已保存。', 'The deadlines are saved.'),
      );
    });
  }

  private close(): void {
    void this.action.run(async () => {
      await call('closeCycle', { path: { year: this.year } });
      this.finish(t(`已关闭 ${this.year} 年度，应报名册已删除。`, `The year ${this.year} is closed, and its roster deleted.`));
    });
  }

  private finish(done: string): void {
    this.done = done;
    this.draft = undefined;
    this.finished = this.year;
    this.dispatchEvent(new Event('changed'));
  }
}

/** Returns the deadlines of Article 49, and those of governments. */
const statutory = (year: number): CycleEntry => ({
  departmentDeadline: `${year + 1}-01-31`,
  governmentDeadline: `${year + 1}-03-31`,
});

/** Returns whether an agency existed on the last day of a year: then it owes a report on it. */
const existsAtTheEnd = ({ validFrom, validTo }: AgencyEntry, year: number): boolean =>
  (validFrom ?? '') <= `${year}-12-31` && (validTo ?? '9999') >= `${year}-12-31`;

/** Returns how many agencies there are, by their kinds. */
function counted(agencies: AgencyEntry[]): string {
  const of = (kind: AgencyKind): string => number(agencies.filter((one) => one.kind === kind).length);
  return t(
    `${number(agencies.length)} 个单位（部门 ${of('DEPARTMENT')} 个，政府 ${of('GOVERNMENT')} 个）`,
    `${number(agencies.length)} agencies (${of('DEPARTMENT')} departments, ${of('GOVERNMENT')} governments)`,
  );
}

const hasMoved = (one: CycleEntry, other: CycleEntry): boolean =>
  !isEqual([one.departmentDeadline, one.governmentDeadline], [other.departmentDeadline, other.governmentDeadline]);

/** Returns the days until a deadline: 0 on its day, negative after it. */
const remaining = (date: string): number => Math.round((Date.parse(date) - Date.parse(today())) / DAY);

function countdown(date: string): string {
  const days = remaining(date);
  if (days === 0) {
    return t('今日截止', 'ends today');
  }
  return days > 0
    ? t(`还有 ${number(days)} 天`, `${number(days)} days left`)
    : t(`已截止 ${number(-days)} 天`, `ended ${number(-days)} days ago`);
}
