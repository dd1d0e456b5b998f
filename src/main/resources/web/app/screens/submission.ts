import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call, orMissing } from '../api/client';
import type { AgencyEntry, CycleEntry, FormCatalogue, Report } from '../api/contract';
import { Action } from '../parts/action';
import '../parts/ask';
import { type Draft, contentOf, emptyDraft } from '../parts/submit/draft';
import * as store from '../parts/submit/draft-store';
import '../parts/submit/report-editor';
import { focusOn } from '../parts/submit/report-findings';
import { type Filed, type Latest, type Newest, lastYearOf, latestOf, mayFile, mayOpen, mayPrepare, mayShow, newestOf } from '../parts/submit/service';
import '../parts/submit/source-chooser';
import '../parts/submit/standing';
import { deadlineOf, deadlineText, nextStep } from '../parts/submit/status';
import { revisionName, statusName } from '../revisions';
import { link, navigate, setQuery } from '../router';
import { Loader, Screen } from '../screen';
import { CHANGED, askToLogIn, events, session } from '../session';
import { moment, t } from '../text';

interface Facts {
  agency: AgencyEntry & { code: string };
  form: FormCatalogue;
  cycle: CycleEntry | undefined;
  latest: Latest | undefined;
  lastYear: Report | undefined;
}

/** One report: what was submitted, and what is being filled in. */
@customElement('gk-submission')
export class Submission extends Screen {
  @state() private draft: Draft | undefined;
  /** The time of a draft that was found on this machine. */
  @state() private restoredAt: string | undefined;
  /** Whether there is a draft that is shown after a login only. */
  @state() private isLocked = false;
  @state() private isChoosing = false;
  @state() private isDropping = false;
  /** What the last submission did. */
  @state() private outcome = '';
  @state() private canSave = true;
  /** Whether another window has changed the draft. Nothing is saved until the reader has chosen one of both. */
  @state() private isChangedElsewhere = false;

  private readonly starting = new Action(this);

  /** Changes with the session, unless a token has expired: what is on the page stays. */
  private sessions = 0;

  private readonly facts = new Loader<Facts>(
    this,
    () => [this.parameters, this.sessions],
    async (signal) => {
      const [code, year] = [this.code(), this.year()];
      const [agency, form, cycle, latest, lastYear] = await Promise.all([
        call('getAgency', { path: { code }, signal }),
        call('getForm', { path: { year }, signal }),
        orMissing(call('getCycle', { path: { year }, signal })),
        mayPrepare(code) ? latestOf(code, year, signal) : undefined,
        lastYearOf(code, year, signal),
      ]);
      this.open(agency.name, latest);
      return { agency: { ...agency, code }, form, cycle, latest, lastYear };
    },
  );

  private readonly sessionChanged = (event: Event): void => {
    const change = (event as CustomEvent<string>).detail;
    this.sessions += change === 'expired' ? 0 : 1;
    if (change === 'ended' && this.canSave) {
      this.draft = undefined;
    }
  };

  private readonly stored = (event: StorageEvent): void => {
    this.isChangedElsewhere ||= this.draft !== undefined && store.isAbout(event, this.draft);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    events.addEventListener(CHANGED, this.sessionChanged);
    addEventListener('storage', this.stored);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    events.removeEventListener(CHANGED, this.sessionChanged);
    removeEventListener('storage', this.stored);
  }

  private code(): string {
    return this.parameters['agency'] as string;
  }

  private year(): number {
    return Number(this.parameters['year']);
  }

  /** Takes the draft of this machine; without one, a correction starts from the newest revision. It is stored when it is changed. */
  private open(name: string, latest: Latest | undefined): void {
    if (!mayOpen(this.code())) {
      this.draft = undefined;
      return;
    }
    const isThis = this.draft?.agency === this.code() && this.draft.year === this.year();
    if (isThis && (this.draft?.savedAt !== undefined || !this.canSave || this.isChangedElsewhere)) {
      return;
    }
    const stored = store.load(this.code(), this.year());
    const found = stored !== undefined && mayShow(stored) ? stored : undefined;
    this.isLocked = stored !== found;
    this.draft = found ?? (latest === undefined ? undefined : this.correctionOf(name, latest));
    this.restoredAt = found?.savedAt;
    this.isChoosing = false;
    this.isChangedElsewhere = false;
    this.outcome = '';
  }

  private correctionOf(name: string, latest: Latest): Draft {
    const content = contentOf(latest.report as Report);
    return { ...emptyDraft(this.code(), name, this.year()), base: baseOf(latest), ...content };
  }

  override render() {
    const name = this.facts.value?.agency.name ?? this.code();
    return html`<p class="screen-only"><a href=${link('/submit')}>${t('填报', 'Submit')}</a></p>
      <h1 tabindex="-1">${t(`${name} ${this.year()} 年度报告`, `${name}: annual report ${this.year()}`)}</h1>
      ${this.facts.render((facts) => this.content(facts))}`;
  }

  private content(facts: Facts) {
    const { agency, latest } = facts;
    if (!mayOpen(agency.code)) {
      return this.refusal();
    }
    if (this.isLocked) {
      return this.locked();
    }
    if (latest !== undefined && this.parameter('edit') === undefined) {
      const correction = this.draft?.savedAt === undefined ? undefined : this.draft;
      return html`<p role="status" class=${this.outcome === '' ? 'visually-hidden' : 'notice success screen-only'}>${this.outcome}</p>
        ${returned(latest)}
        <gk-standing .agency=${agency} .year=${this.year()} .latest=${latest} .draft=${correction}
        @changed=${() => this.facts.reload()}></gk-standing>`;
    }
    return html`${this.state(facts)} ${returned(latest)}
    ${this.draft === undefined || this.isChoosing ? this.chooser(facts) : this.editor(facts, this.draft)}`;
  }

  private refusal() {
    return html`<p class="notice">
      ${t('您登录的单位不是这个机关，不能填报，也看不到本机上为它保存的草稿。', 'You are logged in for another agency: you cannot fill in this report, nor see drafts of it on this machine.')}
      <a href=${link('/submit')}>${t('到本单位的填报页', 'To the reports of your agency')}</a>
    </p>`;
  }

  private locked() {
    return html`<div class="notice">
      <p>${t('本机保存着这份报告的草稿，登录后继续填写。', 'There is a draft of this report on this machine. Log in to continue it.')}</p>
      <button type="button" @click=${askToLogIn}>${t('登录', 'Log in')}</button>
    </div>`;
  }

  private state({ agency, cycle, latest }: Facts) {
    const deadline = deadlineOf(agency, cycle);
    return html`<p>
        ${deadline === undefined
          ? t(`${this.year()} 年度没有开启，期限依条例规定。`, `The year ${this.year()} has not been opened; the deadline is that of the Regulations.`)
          : t(`期限：${deadlineText(deadline, new Date())}。`, `Deadline: ${deadlineText(deadline, new Date())}.`)}
        ${latest === undefined
          ? nothing
          : html`<a href=${link(location.pathname)}>${revisionName(latest.revision)}</a> ${statusName(latest.status)}`}
        ${session()?.isOffice === true && !mayFile(this.code())
          ? t('您正以主管部门的身份代为填报。', 'You fill it in for the agency, as the oversight office.')
          : nothing}
      </p>
      ${session() === undefined
        ? html`<div class="notice">
            <p>
              ${t(
                '尚未登录，可以先试填：内容保存于本机，登录后自动核对，才能报送。核对和读取文件需要登录。',
                'You can fill in the form without a login. It is kept on this machine. Checks, reading documents and submitting need a login.',
              )}
            </p>
            <button type="button" @click=${askToLogIn}>${t('登录', 'Log in')}</button>
          </div>`
        : nothing}`;
  }

  private chooser({ agency, form, latest, lastYear }: Facts) {
    return html`<h2>${t('选择填报方式', 'Choose how to start')}</h2>
      ${this.isChoosing
        ? html`<p class="notice">
            ${t('选择后将替换现在填写的内容。', 'Your choice replaces what is filled in now.')}
            <button type="button" @click=${() => (this.isChoosing = false)}>${t('返回填写', 'Back to the form')}</button>
          </p>`
        : nothing}
      <gk-source-chooser .agency=${agency} .year=${this.year()} .form=${form} .latest=${latest} .lastYear=${lastYear}
        @start=${(event: CustomEvent<Draft>) => this.starting.run(() => this.start(event.detail, latest))}></gk-source-chooser>
      ${this.starting.render()}`;
  }

  private editor({ agency, form, cycle, latest, lastYear }: Facts, draft: Draft) {
    const deadline = deadlineOf(agency, cycle);
    return html`${this.keeping(draft)}
      <gk-report-editor .draft=${draft} .agency=${agency} .form=${form} .latest=${latest} .lastYear=${lastYear}
        .deadline=${deadline === undefined ? undefined : deadlineText(deadline, new Date())} .showsLastYear=${this.parameter('lastYear') !== undefined}
        @draft=${(event: CustomEvent<Draft>) => this.keep(event.detail)} @discard=${this.discard}
        @submitted=${(event: CustomEvent<Filed>) => void this.submitted(event.detail)}></gk-report-editor>`;
  }

  /** Tells where the input is kept. */
  private keeping(draft: Draft) {
    const place = this.isChangedElsewhere
      ? nothing
      : this.restoredAt === undefined
        ? draft.savedAt === undefined
          ? t('填写的内容将保存于本机，刷新、断网或令牌失效都不会丢失。', 'What you enter is kept on this machine, also after a reload, without a connection or when the token expires.')
          : t(`内容已保存于本机（${moment(draft.savedAt)}），刷新、断网或令牌失效都不会丢失。`, `Kept on this machine (${moment(draft.savedAt)}), also after a reload, without a connection or when the token expires.`)
        : t(`已恢复保存于本机的内容（${moment(this.restoredAt)}）。`, `Restored what was kept on this machine (${moment(this.restoredAt)}).`);
    return html`<p class="print-only">${t('草稿，尚未报送', 'Draft, not submitted')}</p>
      <p class="screen-only choices ${this.restoredAt === undefined ? 'muted' : 'notice'}">
        ${place}
        <button type="button" @click=${() => (this.isChoosing = true)}>${t('换一种方式填报', 'Start from something else')}</button>
        ${draft.savedAt === undefined
          ? nothing
          : html`<button type="button" @click=${() => (this.isDropping = true)}>${t('删除草稿', 'Delete the draft')}</button>`}
      </p>
      ${this.isDropping ? this.question() : nothing}
      ${this.canSave ? nothing : html`<p class="notice" role="alert">${t('浏览器不允许保存，关闭或刷新本页会丢失内容。', 'The browser does not allow to keep anything: closing or reloading this page loses what you entered.')}</p>`}
      ${this.isChangedElsewhere
        ? html`<p class="notice" role="alert">
            ${t('这份草稿在另一个窗口中有改动。选择之前，这里的改动不会保存。', 'This draft was changed in another window. Changes here are not saved until you choose.')}
            <button type="button" @click=${this.takeOther}>${t('载入那里的内容', 'Load theirs')}</button>
            <button type="button" @click=${() => this.keepMine(draft)}>${t('保留这里的内容', 'Keep mine')}</button>
          </p>`
        : nothing}`;
  }

  private question() {
    return html`<gk-ask .heading=${t('删除草稿？', 'Delete the draft?')} .action=${t('删除', 'Delete')} .run=${this.drop}
      .content=${html`<p>${t('保存于本机的内容将被删除，不能恢复。已报送的版本不受影响。', 'What is kept on this machine is deleted for good. What was submitted stays.')}</p>`}
      @close=${() => (this.isDropping = false)}></gk-ask>`;
  }

  private keep(draft: Draft): void {
    if (this.isChangedElsewhere) {
      this.draft = draft;
      return;
    }
    const saved = store.save(draft);
    this.canSave = saved !== undefined;
    this.draft = saved ?? draft;
    this.restoredAt = undefined;
  }

  private readonly takeOther = (): void => {
    this.draft = store.load(this.code(), this.year());
    this.isChangedElsewhere = false;
    if (this.draft === undefined) {
      void this.facts.reload();
    }
  };

  private keepMine(draft: Draft): void {
    this.isChangedElsewhere = false;
    this.keep(draft);
  }

  private async start(draft: Draft, latest: Latest | undefined): Promise<void> {
    const isThis = draft.agency === this.code() && draft.year === this.year();
    const newest = isThis ? latest : mayPrepare(draft.agency) ? await newestOf(draft.agency, draft.year) : undefined;
    const based = newest === undefined ? draft : { ...draft, base: baseOf(newest) };
    this.restoredAt = undefined;
    this.isChoosing = false;
    if (isThis) {
      this.keep(based);
    } else {
      store.save(based);
      navigate(link(`/submit/${draft.agency}/${draft.year}`, newest === undefined ? {} : { edit: 'yes' }));
    }
  }

  private readonly drop = (): void => {
    store.remove(this.code(), this.year());
    this.discard();
  };

  private readonly discard = (): void => {
    this.forget();
    setQuery({ edit: undefined });
    void this.facts.reload();
  };

  /** Removes the draft, but not what another window has made of it. */
  private forget(): void {
    if (!this.isChangedElsewhere) {
      store.remove(this.code(), this.year());
    }
    this.draft = undefined;
    this.isChangedElsewhere = false;
    this.restoredAt = undefined;
  }

  private async submitted({ receipt: { revision }, isNew }: Filed): Promise<void> {
    const outcome = isNew
      ? t(`已报送：第 ${revision} 版。`, `Submitted: revision ${revision}.`)
      : t(`内容与第 ${revision} 次报送相同，未产生新的修订。`, `The content is the same as that of submission ${revision}: there is no new revision.`);
    this.forget();
    setQuery({ edit: undefined });
    await this.facts.reload();
    this.outcome = outcome;
    requestAnimationFrame(() => focusOn('receipt-title'));
  }
}

const baseOf = ({ revision, etag }: Newest) => ({ revision, etag });

/** The comment of the office, which is needed while the report is being changed. */
const returned = (latest: Latest | undefined) =>
  latest?.status === 'RETURNED' ? html`<p class="notice screen-only">${nextStep(latest)}</p>` : nothing;
