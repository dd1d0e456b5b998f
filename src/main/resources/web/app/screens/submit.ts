import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call } from '../api/client';
import type { AgencyEntry, CycleEntry, OwnYear, ReportSummary, SandboxSubmission } from '../api/contract';
import { FIRST_YEAR } from '../data';
import '../parts/ask';
import '../parts/submit/agency-finder';
import type { Draft } from '../parts/submit/draft';
import * as store from '../parts/submit/draft-store';
import { type Newest, mayOpen, mayPrepare, mayShow, newestOf } from '../parts/submit/service';
import { changeName, deadlineOf, deadlineText, nextStep } from '../parts/submit/status';
import { statusClass, statusName } from '../revisions';
import { link } from '../router';
import { Loader, Screen } from '../screen';
import { askToLogIn, isForTests, session } from '../session';
import { day, moment, t } from '../text';
import { stateName } from '../words';

const MAX_SIZE = 100;
const MAX_OWED = 500;

interface Desk {
  agency: AgencyEntry & { code: string };
  reports: ReportSummary[];
  /** The tests of the session, if its token is for tests. */
  tests: SandboxSubmission[];
  /** What the agency owes, if the session represents it. */
  owed: OwnYear[];
  /** The newest revisions of reports that need something. */
  waiting: Newest[];
}

interface Desks {
  cycles: CycleEntry[];
  desks: Desk[];
}

/** The reports of the agencies that the session represents, with what is to be done. */
@customElement('gk-submit')
export class Submit extends Screen {
  /** The drafts that the session may open. */
  private drafts: Draft[] = [];
  /** The keys of those that cannot be read. */
  private damaged: string[] = [];
  /** A draft that the reader wants to delete: its key and its name. */
  @state() private dropped: { key: string; name: string } | undefined;

  private readonly desks = new Loader<Desks>(
    this,
    () => [this.codes(), session()?.token],
    async (signal) => {
      const [cycles, owed] = await Promise.all([call('listCycles', { query: { size: MAX_SIZE }, signal }), ownYears(signal)]);
      return { cycles: cycles.items, desks: await Promise.all(this.codes().map((code) => deskOf(code, owed, signal))) };
    },
  );

  /** The agencies of the token, or the chosen one. */
  private codes(): string[] {
    const chosen = this.parameter('agency');
    return chosen === undefined ? (session()?.agencies ?? []) : [chosen];
  }

  protected override willUpdate(): void {
    this.drafts = store.all().filter(mayShow);
    this.damaged = store.damaged().filter((key) => mayOpen(store.agencyOf(key)));
  }

  override render() {
    const isOwn = (session()?.agencies.length ?? 0) > 0;
    return html`<h1 tabindex="-1">${t('填报', 'Submit')}</h1>
      ${session() === undefined ? this.invitation() : nothing}
      ${isOwn ? nothing : this.finder()}
      ${this.desks.render(({ cycles, desks }) => html`${desks.map((desk) => this.desk(desk, cycles))}`)} ${this.otherDrafts()}
      ${this.dropped === undefined ? nothing : this.question(this.dropped)}`;
  }

  private invitation() {
    return html`<div class="card">
      <p>
        ${t(
          '各单位在这里填报政府信息公开工作年度报告：从上年结转、已有文件或空表开始，边填边核对，报送后打印回执。',
          'Agencies fill in and submit their annual reports here: from last year, from a document or from nothing, with checks while they fill in, and a receipt.',
        )}
      </p>
      <p>${t('报送需要主管部门发放的令牌。没有登录也可以试填：内容保存于本机，登录后核对和报送。', 'Submitting needs a token of the oversight office. The form can be filled in without a login; it is checked after the login.')}</p>
      <div class="actions"><button type="button" class="primary" @click=${askToLogIn}>${t('登录', 'Log in')}</button></div>
    </div>`;
  }

  private finder() {
    return html`<section class="card">
      <h2>${session()?.isOffice === true ? t('代为填报', 'Fill in for an agency') : t('试填', 'Try it')}</h2>
      <gk-agency-finder .name=${this.parameter('name') ?? ''}></gk-agency-finder>
    </section>`;
  }

  private desk(desk: Desk, cycles: CycleEntry[]) {
    const drafts = this.drafts.filter((draft) => draft.agency === desk.agency.code);
    const years = yearsOf(desk, cycles, drafts);
    return html`<section class="card">
      <h2>${desk.agency.name}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${desk.agency.name}>
        <table class="desk">
          <thead>
            <tr>
              <th scope="col">${t('年度', 'Year')}</th>
              <th scope="col">${t('状态', 'State')}</th>
              <th scope="col">${t('操作', 'Actions')}</th>
              <th scope="col">${t('期限', 'Deadline')}</th>
              <th scope="col">${t('办理', 'To do')}</th>
            </tr>
          </thead>
          <tbody>${years.map((year) => this.year(desk, year, cycles.find((one) => one.year === year)))}</tbody>
        </table>
      </div>
      ${this.otherYear(desk, years)}
    </section>`;
  }

  /** A year that has not been opened can be reported on, too. */
  private otherYear({ agency }: Desk, shown: number[]) {
    const last = new Date().getFullYear() - 1;
    const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, i) => last - i).filter((year) => !shown.includes(year));
    return years.length === 0
      ? nothing
      : html`<p class="choices">
          ${t('其他年度', 'Other years')}
          ${years.map((year) => html`<a href=${link(`/submit/${agency.code}/${year}`)} aria-label="${t('填报', 'Fill in')} ${year}">${year}</a>`)}
        </p>`;
  }

  private year(desk: Desk, year: number, cycle: CycleEntry | undefined) {
    const { code } = desk.agency;
    const report = desk.reports.find((one) => one.year === year);
    const draft = this.drafts.find((one) => one.agency === code && one.year === year);
    const owed = desk.owed.find((one) => one.year === year);
    const test = desk.tests.find((one) => one.year === year);
    const deadline = owed?.deadline ?? deadlineOf(desk.agency, cycle);
    return html`<tr>
      <th scope="row">${year}</th>
      <td>
        ${report === undefined
          ? owed?.exemption === undefined
            ? html`<span class="status ${deadline === undefined ? '' : 'bad'}">${t('未报', 'Not submitted')}</span>`
            : html`<span class="status">${stateName('EXEMPT')}</span> ${owed.exemption.reason}`
          : html`<span class=${statusClass(report.status)}>${statusName(report.status)}</span> ${t(`第 ${report.revision} 版`, `revision ${report.revision}`)}`}
        ${test === undefined ? nothing : html`<a class="status warn" href=${link(`/submit/${code}/${year}`)}>${t(`测试报送第 ${test.revision} 版，${moment(test.submittedAt)}`, `Test, revision ${test.revision}, ${moment(test.submittedAt)}`)}</a>`}
        ${draft?.savedAt === undefined ? nothing : html`<span class="draft">${t(`草稿 ${moment(draft.savedAt)}`, `Draft of ${moment(draft.savedAt)}`)}</span>`}
      </td>
      <td>${this.actions(code, year, report, draft)}</td>
      <td>
        ${deadline === undefined ? t('年度未开启', 'Not opened') : report === undefined ? deadlineText(deadline, new Date()) : day(deadline)}
        ${owed?.extension === undefined ? nothing : html`<br><span class="muted">${t(`已另定期限：${owed.extension.reason}`, `A deadline of its own: ${owed.extension.reason}`)}</span>`}
      </td>
      <td class="next">${this.next(desk, report)}</td>
    </tr>`;
  }

  private next({ waiting }: Desk, report: ReportSummary | undefined) {
    const revision = waiting.find((one) => one.report?.year === report?.year && report !== undefined);
    return revision === undefined ? nothing : nextStep(revision);
  }

  private actions(code: string, year: number, report: ReportSummary | undefined, draft: Draft | undefined) {
    const path = `/submit/${code}/${year}`;
    const editName = draft !== undefined ? t('继续填写', 'Continue') : report === undefined ? t('开始填报', 'Start') : changeName(report.status);
    return html`<span class="choices">
      ${report === undefined ? nothing : html`<a class="button" href=${link(path)} aria-label="${t('查看', 'Show')} ${year}">${t('查看', 'Show')}</a>`}
      <a class="button" href=${link(path, report === undefined ? {} : { edit: 'yes' })} aria-label="${editName} ${year}">${editName}</a>
      ${draft === undefined
        ? nothing
        : html`<button type="button" aria-label="${t('删除草稿', 'Delete the draft')} ${year}" @click=${() => this.drop(draft)}>${t('删除草稿', 'Delete the draft')}</button>`}
    </span>`;
  }

  /** Drafts for agencies that are not on the page, such as those from before the login. */
  private otherDrafts() {
    const others = this.drafts.filter((draft) => !this.codes().includes(draft.agency));
    return others.length + this.damaged.length === 0
      ? nothing
      : html`<section class="card">
          <h2>${t('保存于本机的草稿', 'Drafts on this machine')}</h2>
          <ul>
            ${others.map((draft) => html`<li>
              <a href=${link(`/submit/${draft.agency}/${draft.year}`, { edit: 'yes' })}>${draft.agencyName} ${draft.year}</a>
              ${draft.savedAt === undefined ? nothing : moment(draft.savedAt)}
              <button type="button" class="plain" aria-label=${t(`删除：${draft.agencyName} ${draft.year}`, `Delete: ${draft.agencyName} ${draft.year}`)}
                @click=${() => this.drop(draft)}>${t('删除', 'Delete')}</button>
            </li>`)}
            ${this.damaged.map((key) => this.damagedDraft(key, store.nameOf(key)))}
          </ul>
        </section>`;
  }

  private damagedDraft(key: string, name: string) {
    return html`<li>
      ${name} <span class="status bad">${t('草稿已损坏，无法读取', 'Damaged, cannot be read')}</span>
      <button type="button" class="plain" aria-label=${t(`删除：${name}`, `Delete: ${name}`)}
        @click=${() => (this.dropped = { key, name })}>${t('删除', 'Delete')}</button>
    </li>`;
  }

  private drop({ agency, agencyName, year }: Draft): void {
    this.dropped = { key: store.keyOf(agency, year), name: `${agencyName} ${year}` };
  }

  private question({ key, name }: { key: string; name: string }) {
    return html`<gk-ask .heading=${t('删除草稿？', 'Delete the draft?')} .action=${t('删除', 'Delete')}
      .content=${html`<p>${name}</p>
        <p>${t('保存于本机的内容将被删除，不能恢复。', 'What is kept on this machine is deleted for good.')}</p>`}
      .run=${() => {
        store.removeKey(key);
        this.requestUpdate();
      }}
      @close=${() => (this.dropped = undefined)}></gk-ask>`;
  }
}

/** Returns what the agencies of the session owe; nothing if it represents none. */
async function ownYears(signal: AbortSignal): Promise<OwnYear[]> {
  return (session()?.agencies.length ?? 0) === 0 ? [] : (await call('getMe', { query: { size: MAX_OWED }, signal })).obligations.items;
}

async function deskOf(code: string, owed: OwnYear[], signal: AbortSignal): Promise<Desk> {
  const [agency, reports, tests] = await Promise.all([
    call('getAgency', { path: { code }, signal }),
    call('listReports', { query: { agency: [code], size: MAX_SIZE }, signal }),
    isForTests() ? call('listTests', { query: { agency: [code], size: MAX_SIZE }, signal }) : undefined,
  ]);
  const unsettled = reports.items.filter((one) => one.status === 'RETURNED' || one.status === 'SUBMITTED');
  const waiting = mayPrepare(code) ? await Promise.all(unsettled.map((one) => newestOf(code, one.year, signal))) : [];
  return {
    agency: { ...agency, code },
    reports: reports.items,
    tests: tests?.items ?? [],
    owed: owed.filter((one) => one.agency.code === code),
    waiting: waiting.filter((one) => one !== undefined),
  };
}

/** Returns the years of an agency: those that are open, and those with a report or a draft; the newest first. */
function yearsOf({ agency, reports, tests, owed }: Desk, cycles: CycleEntry[], drafts: Draft[]): number[] {
  const since = Math.max(FIRST_YEAR, Number((agency.validFrom ?? '').slice(0, 4)));
  const until = Number((agency.validTo ?? '9999').slice(0, 4));
  const open = cycles.map((one) => one.year as number).filter((year) => year >= since && year <= until);
  return [...new Set([...open, ...[...reports, ...tests, ...drafts, ...owed].map((one) => one.year)])].sort((a, b) => b - a);
}
