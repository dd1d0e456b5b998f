import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { address, call } from '../api/client';
import type { DocumentFormat, FormCatalogue, ReportRevision, ReportSummary } from '../api/contract';
import { LARGEST_PAGE } from '../api/pages';
import { cellId } from '../form-layout';
import '../parts/agency/revision-table';
import { chinese } from '../parts/chinese';
import '../parts/diagnosis/diagnosis';
import '../parts/downloads';
import '../parts/finding-list';
import '../parts/impact/revision-impact';
import '../parts/impact/what-if';
import '../parts/revision-changes';
import '../parts/statutory-form';
import { revisionName, statusClass, statusName } from '../revisions';
import { link, setQuery } from '../router';
import { Loader, Screen } from '../screen';
import { session } from '../session';
import { moment, number, t } from '../text';

/** The report of an agency for a year, in the official layout, with its findings and revisions. */
@customElement('gk-agency-report')
export class AgencyReport extends Screen {
  private readonly summaries = new Loader<ReportSummary[]>(
    this,
    () => [this.code(), session()?.token],
    async (signal) => (await call('listReports', { query: { agency: [this.code()], size: LARGEST_PAGE }, signal })).items,
  );

  private readonly form = new Loader<FormCatalogue>(
    this,
    () => [this.year()],
    (signal) => call('getForm', { path: { year: this.year() }, signal }),
  );

  private readonly revisions = new Loader<ReportRevision[]>(
    this,
    () => [this.code(), this.year(), session()?.token],
    async (signal) => (await call('listRevisions', { path: this.report(), query: { size: LARGEST_PAGE }, signal })).items,
  );

  private readonly content = new Loader<ReportRevision>(
    this,
    () => (this.revision() === undefined ? undefined : [this.code(), this.year(), this.revision(), session()?.token]),
    (signal) => call('getRevision', { path: { ...this.report(), revision: this.revision() as number }, signal }),
  );

  private code(): string {
    return this.parameters['code'] as string;
  }

  private year(): number {
    return Number(this.parameters['year']);
  }

  private report(): { agency: string; year: number } {
    return { agency: this.code(), year: this.year() };
  }

  private path(): string {
    return `/agencies/${this.code()}/${this.year()}`;
  }

  /** The revision of the address; without one, that in force, and else the newest. */
  private revision(): number | undefined {
    const chosen = this.parameter('revision');
    const known = this.revisions.value;
    if (known === undefined || chosen !== undefined) {
      return known === undefined ? undefined : Number(chosen);
    }
    return (known.find((one) => one.status === 'ACCEPTED') ?? known[0])?.revision;
  }

  /** The older revision to compare with. */
  private since(): number | undefined {
    const since = this.parameter('since');
    return since === undefined || this.revision() === undefined ? undefined : Number(since);
  }

  override render() {
    const name = this.summaries.value?.[0]?.agencyName ?? this.code();
    return html`<nav aria-label=${t('位置', 'Breadcrumb')} class="breadcrumb">
        <a href=${link('/agencies')}>${t('单位', 'Agencies')}</a> <a href=${link(`/agencies/${this.code()}`)}>${chinese(name)}</a>
      </nav>
      <h1 tabindex="-1">${chinese(name)} ${t(`${this.year()} 年度报告`, `annual report ${this.year()}`)}</h1>
      ${this.years()}
      ${this.revisions.render((revisions) =>
        this.form.render((form) => this.content.render((content) => this.everything(form, revisions, content))),
      )}`;
  }

  private years() {
    const years = [...new Set([this.year(), ...(this.summaries.value ?? []).map((one) => one.year)])].sort((a, b) => a - b);
    return html`<nav class="years" aria-label=${t('年度', 'Years')}>
      ${years.map(
        (year) => html`<a href=${link(`/agencies/${this.code()}/${year}`)} aria-current=${year === this.year() ? 'page' : nothing}>${year}</a>`,
      )}
    </nav>`;
  }

  private everything(form: FormCatalogue, revisions: ReportRevision[], content: ReportRevision) {
    return html`${this.status(content, revisions)} ${this.findings(content)}
      <section class="card">
        <h2>${t('报告正文', 'Report')}</h2>
        ${text('/overview', t('一、总体情况', '1. Overview'), content.report?.overview)}
        <gk-statutory-form .form=${form} .report=${content.report} .findings=${content.findings} .hasNotes=${true}></gk-statutory-form>
        ${text('/problemsAndImprovements', t('五、存在的主要问题及改进情况', '5. Problems and improvements'), content.report?.problemsAndImprovements)}
        ${text('/otherMatters', t('六、其他需要报告的事项', '6. Other matters'), content.report?.otherMatters)}
      </section>
      <section class="card">
        <h2>${t('历次修订', 'Revisions')}</h2>
        <gk-revision-table .path=${this.path()} .revisions=${revisions} .shown=${content.revision}></gk-revision-table>
        ${this.comparison(revisions, content)}
        <gk-diagnosis .agency=${this.code()} .year=${this.year()} .revision=${content.revision}></gk-diagnosis>
        <gk-revision-impact .agency=${this.code()} .year=${this.year()} .revision=${content.revision}></gk-revision-impact>
        ${this.whatIf(form, content)}
      </section>`;
  }

  /** The question what would follow from changes, for the office and the agency: about the revision in force, or the newest. */
  private whatIf(form: FormCatalogue, content: ReportRevision) {
    const isAllowed = session()?.isOffice === true || session()?.agencies.includes(this.code()) === true;
    const isNewest = content.revision === this.revisions.value?.[0]?.revision && content.status !== 'WITHDRAWN';
    return isAllowed && (content.status === 'ACCEPTED' || isNewest)
      ? html`<gk-what-if .agency=${this.code()} .year=${this.year()} .form=${form} .report=${content.report}
          .isInForce=${content.status === 'ACCEPTED'}></gk-what-if>`
      : nothing;
  }

  private status(content: ReportRevision, revisions: ReportRevision[]) {
    const newest = revisions[0] as ReportRevision;
    return html`<section class="card" aria-label=${t('状态', 'Status')}>
      <p>
        <span class=${statusClass(content.status)}>${statusName(content.status)}</span>
        ${revisionName(content.revision)} · ${t(`${moment(content.submittedAt)} 报送`, `submitted ${moment(content.submittedAt)}`)} ·
        <a href=${link(`${this.path()}/revisions/${content.revision}/receipt`)}>${t('回执', 'Receipt')}</a>
        ${this.next(content)}
      </p>
      ${reason(content)}
      ${newest.revision === content.revision
        ? nothing
        : html`<p class="notice">
            ${t('有更新的版本：', 'There is a newer revision: ')}
            <a href=${link(this.path(), { revision: String(newest.revision) })}>${revisionName(newest.revision)}</a>
            ${statusName(newest.status)}
          </p>`}
      ${content.status === 'ACCEPTED'
        ? html`<gk-downloads .address=${this.document} .name="${this.code()}-${this.year()}"></gk-downloads>`
        : html`<p class="print-only"><strong>${notInForce(content)}</strong></p>
            <div class="actions screen-only">
              <button type="button" @click=${() => print()}>${t('打印本版', 'Print this revision')}</button>
              <span class="muted">${t('只有生效的版本可以下载；本版打印时注明尚未生效。', 'Only the revision in force can be downloaded. A print of this one says that it is not in force.')}</span>
            </div>`}
    </section>`;
  }

  /** What the reader can do with the report: the office decides, and its agency submits it again. */
  private next({ status }: ReportRevision) {
    if (status === 'SUBMITTED' && session()?.isOffice === true) {
      return html` · <a href=${link(`/review/${this.code()}/${this.year()}`)}>${t('审核', 'Review')}</a>`;
    }
    return session()?.agencies.includes(this.code()) === true
      ? html` · <a href=${link(`/submit/${this.code()}/${this.year()}`)}>${t('填报', 'Submission')}</a>`
      : nothing;
  }

  private readonly document = (format: DocumentFormat): string => address('getReport', this.report(), { format });

  private findings({ findings }: ReportRevision) {
    return findings.length === 0
      ? nothing
      : html`<section class="card">
          <h2>${t(`核对结果（${number(findings.length)} 项）`, `Findings (${number(findings.length)})`)}</h2>
          <gk-finding-list .findings=${findings}></gk-finding-list>
        </section>`;
  }

  private comparison(revisions: ReportRevision[], shown: ReportRevision) {
    const older = revisions.filter((one) => one.revision < shown.revision);
    if (older.length === 0) {
      return nothing;
    }
    const since = this.since();
    return html`<div class="filters">
        <div>
          <label for="since">${t(`${revisionName(shown.revision)}与哪一版比较`, `Compare ${revisionName(shown.revision).toLowerCase()} with`)}</label>
          <select id="since" @change=${(event: Event) => setQuery({ since: (event.target as HTMLSelectElement).value })}>
            <option value="" .selected=${since === undefined}>${t('不比较', 'None')}</option>
            ${older.map(
              ({ revision }) => html`<option value=${revision} .selected=${revision === since}>${revisionName(revision)}</option>`,
            )}
          </select>
        </div>
      </div>
      ${since === undefined
        ? nothing
        : html`<gk-revision-changes .agency=${this.code()} .year=${this.year()} .revision=${shown.revision} .since=${since}></gk-revision-changes>`}`;
  }
}

/** Marks a printed revision that is not in force, so that it is not taken for the report. */
const notInForce = ({ revision, status }: ReportRevision): string =>
  t(`${statusName(status)}：本件为第 ${revision} 版，不是生效的年度报告。`, `${statusName(status)}: this is revision ${revision}, and not the report in force.`);

/** Why a revision was returned or withdrawn, which its agency has to know first. */
function reason({ status, decision, withdrawal }: ReportRevision) {
  const text = status === 'RETURNED' ? decision?.comment : status === 'WITHDRAWN' ? withdrawal?.reason : undefined;
  return text === undefined
    ? nothing
    : html`<p class="notice">${status === 'RETURNED' ? t('退回意见：', 'Returned: ') : t('撤回理由：', 'Withdrawn: ')}${text}</p>`;
}

/** A section of text. It is shown as it was reported: a line is a paragraph, and markup in it is only text. */
function text(pointer: string, title: string, content: string | undefined) {
  const lines = (content ?? '').split('\n').filter((line) => line.trim() !== '');
  return html`<section class="statement">
    <h3 id=${cellId(pointer)} tabindex="-1">${title}</h3>
    ${lines.length === 0 ? html`<p class="muted">${t('（没有文字）', '(no text)')}</p>` : lines.map((line) => html`<p lang="zh-CN">${line}</p>`)}
  </section>`;
}
