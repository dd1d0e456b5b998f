import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { address, call } from '../api/client';
import type {
  Availability,
  ConsolidatedReport,
  Contributor,
  DocumentFormat,
  FormCatalogue,
  MissingReport,
  MissingState,
  NamedCode,
  OpenWarning,
  OwnReport,
} from '../api/contract';
import { availability, usualYear } from '../data';
import { chinese, langOf } from '../parts/chinese';
import { heatLegend, marks, ownNumbers } from '../parts/consolidated/differences';
import '../parts/downloads';
import '../parts/finding-list';
import '../parts/long-table';
import '../parts/scope-chooser';
import '../parts/source-note';
import '../parts/statutory-form';
import { SECTIONS, sectionTitle } from '../parts/submit/draft';
import { messageOf, revisionName } from '../revisions';
import { link, setQuery } from '../router';
import { Loader, Screen } from '../screen';
import { session } from '../session';
import { number, t } from '../text';

interface Sum {
  consolidated: ConsolidatedReport;
  form: FormCatalogue;
}

/** The sum of all reports of a district in the statutory form, beside the government's own report. */
@customElement('gk-consolidated')
export class Consolidated extends Screen {
  private readonly available = new Loader(
    this,
    () => ['available'],
    availability,
  );

  private readonly sum = new Loader<Sum>(
    this,
    () => (this.year() === undefined ? undefined : [this.year(), this.query_(), session()?.token]),
    async (signal) => {
      const path = { year: this.year() as number };
      const [consolidated, form] = await Promise.all([
        call('getConsolidatedReport', { path, query: this.query_(), signal }),
        call('getForm', { path, signal }),
      ]);
      return { consolidated, form };
    },
  );

  private year(): number | undefined {
    const chosen = this.parameter('year');
    const available = this.available.value;
    return chosen === undefined ? available && usualYear(available) : Number(chosen);
  }

  private isOffice(): boolean {
    return session()?.isOffice === true;
  }

  /** The query of the API. Reports that wait, and drafts of the texts, are for the office only: the public would take drafts for the report. */
  private query_(): { district?: string; basis?: 'submitted'; drafts?: boolean } {
    const district = this.parameter('district');
    return {
      ...(district === undefined ? {} : { district }),
      ...(this.isOffice() && this.parameter('basis') === 'submitted' ? { basis: 'submitted' as const } : {}),
      ...(this.isOffice() && this.parameter('drafts') !== undefined ? { drafts: true } : {}),
    };
  }

  /** The government's report that is compared with the sum: the first one, unless the address names another. */
  private compared(): OwnReport | undefined {
    const all = this.sum.value?.consolidated.comparison ?? [];
    return all.find((one) => one.agency.code === this.parameter('own')) ?? all[0];
  }

  override render() {
    return html`<h1 tabindex="-1">${t('汇总报告', 'Consolidated report')}</h1>
      ${this.available.render((available) => this.content(available))}`;
  }

  private content(available: Availability) {
    return html`<div class="chooser">
        <gk-scope-chooser .available=${available} .year=${this.year()} .district=${this.parameter('district')}></gk-scope-chooser>
        ${this.isOffice() ? this.basis() : nothing}
      </div>
      ${this.parameter('basis') === 'submitted' && !this.isOffice()
        ? html`<p class="notice">
            ${t('“含待审核”口径只供主管部门使用，登录后可见。以下只计生效的报告。', 'Reports that await review are counted for the oversight office only, after logging in. Below, only reports in force are counted.')}
          </p>`
        : nothing}
      ${this.year() === undefined
        ? html`<p>${t('还没有生效的年度报告。', 'No annual report is in force yet.')}</p>`
        : this.sum.render((sum) => this.report(sum))}`;
  }

  private basis() {
    const isSubmitted = this.parameter('basis') === 'submitted';
    return html`<div class="filters">
      <div>
        <label for="basis">${t('口径', 'Reports counted')}</label>
        <select id="basis" @change=${(event: Event) => setQuery({ basis: (event.target as HTMLSelectElement).value })}>
          <option value="" .selected=${!isSubmitted}>${t('只计生效', 'In force')}</option>
          <option value="submitted" .selected=${isSubmitted}>${t('含待审核', 'In force or awaiting review')}</option>
        </select>
      </div>
    </div>`;
  }

  private report({ consolidated, form }: Sum) {
    const { contributors, missing, openWarnings } = consolidated;
    return html`${this.tiles(consolidated)}
      <gk-downloads .address=${this.document} .name=${this.fileName(consolidated)}></gk-downloads>
      ${this.drafts(consolidated)}
      ${this.findings(consolidated)} ${contributors.length === 0 ? nobody() : this.tables(consolidated, form)}
      ${contributors.length === 0 ? nothing : this.differences(consolidated)}
      ${list('missing', t(`未计入的单位（${number(missing.length)} 个）`, `Agencies not in the sum (${number(missing.length)})`), missing.length, this.missing(consolidated))}
      ${list('warnings', t(`待说明的提示（${number(openWarnings.length)} 项）`, `Open warnings (${number(openWarnings.length)})`), openWarnings.length, warnings(openWarnings))}
      ${list('contributors', t(`计入的单位（${number(contributors.length)} 个）`, `Agencies in the sum (${number(contributors.length)})`), contributors.length, counted(contributors, consolidated.year))}
      <gk-source-note .dataVersion=${consolidated.dataVersion} .asOf=${consolidated.asOf}></gk-source-note>`;
  }

  private readonly document = (format: DocumentFormat): string =>
    address('getConsolidatedReport', { year: this.year() as number }, { ...this.query_(), format });

  private fileName({ district, year }: ConsolidatedReport): string {
    return district === undefined ? `consolidated-${year}` : `consolidated-${district.code}-${year}`;
  }

  private tiles({ coverage, missing, openWarnings, comparison }: ConsolidatedReport) {
    const own = this.compared();
    const isIncomplete = coverage.reports < coverage.expected;
    return html`<ul class="tiles">
      <li>
        <h2>${t('计入', 'In the sum')}</h2>
        <p class="figure">${number(coverage.reports)}<small> / ${number(coverage.expected)}</small></p>
        <p class="coverage ${isIncomplete ? 'incomplete' : ''}">${isIncomplete ? t('不完整', 'incomplete') : t('完整', 'complete')}</p>
      </li>
      ${tile('#missing', t('未计入', 'Not in the sum'), missing.length)}
      ${tile('#warnings', t('待说明的提示', 'Open warnings'), openWarnings.length)}
      ${comparison.length === 0
        ? html`<li><h2>${t('与政府自身报告不同', "Differs from the government's report")}</h2>
            <p class="muted">${this.whyNotCompared()}</p></li>`
        : tile('#differences', t('与政府自身报告不同的单元格', "Cells that differ from the government's report"), own?.cells.length ?? 0)}
    </ul>`;
  }

  private whyNotCompared(): string {
    return this.parameter('district') === undefined
      ? t('选择行政区划后可以比较。', 'Choose a district to compare.')
      : t('该行政区划没有生效的政府自身报告。', 'No report of the government of this district is in force.');
  }

  /** Drafts of the texts for the office, on demand: they need the texts of all reports. */
  private drafts({ drafts, contributors }: ConsolidatedReport) {
    if (contributors.length === 0 || !this.isOffice()) {
      return nothing;
    }
    return html`<section class="card drafts" aria-labelledby="drafts-title">
      <h2 id="drafts-title" tabindex="-1">${t('第一、五、六部分草稿', 'Drafts of sections 1, 5 and 6')}</h2>
      ${drafts === undefined
        ? html`<p>${t('根据各部门的数据和文字起草总体情况、存在的主要问题和其他事项，供核定、修改。', 'Drafts of the texts, from the figures and texts of the departments, to be checked and completed.')}</p>
            <button type="button" @click=${() => setQuery({ drafts: 'true' })}>${t('起草', 'Draft')}</button>`
        : html`<p class="notice">${chinese(drafts.note)}</p>
            ${SECTIONS.map((section) => html`<h3>${sectionTitle(section)}</h3>${paragraphs(drafts[section])}`)}
            <button type="button" @click=${() => setQuery({ drafts: undefined })}>${t('不显示草稿', 'Hide the drafts')}</button>`}
    </section>`;
  }

  private findings({ findings }: ConsolidatedReport) {
    const all = [...findings, ...(this.compared()?.findings ?? [])];
    return all.length === 0
      ? nothing
      : html`<section class="card">
          <h2>${t(`核对结果（${number(all.length)} 项）`, `Findings (${number(all.length)})`)}</h2>
          <gk-finding-list .findings=${all}></gk-finding-list>
        </section>`;
  }

  private tables({ report, findings, district }: ConsolidatedReport, form: FormCatalogue) {
    const own = this.compared();
    const cells = own?.cells ?? [];
    const name = district?.name ?? t('全部', 'All districts');
    return html`<section class="card">
      <h2>${chinese(name)}${t(` ${form.year} 年汇总表`, `: the sums of ${form.year}`)}</h2>
      ${own === undefined || cells.length === 0
        ? nothing
        : html`${heatLegend()}
            <p class="muted">
              ${t('着色的单元格：上方为各部门合计，下方为', 'In a coloured cell: the sum, and below it the number that ')}${chinese(own.agency.name)}${t('自身报告的数字。', ' reports.')}
            </p>`}
      <gk-statutory-form .form=${form} .report=${report} .findings=${[...findings, ...(own?.findings ?? [])]} .hasNotes=${true}
        .beside=${ownNumbers(cells)} .otherName=${own?.agency.name ?? ''} .marks=${marks(cells)}></gk-statutory-form>
    </section>`;
  }

  private differences({ comparison, coverage, year }: ConsolidatedReport) {
    const own = this.compared();
    return own === undefined
      ? nothing
      : html`<section class="card" id="differences" tabindex="-1">
          <h2>${t('与政府自身报告的差异', "Differences from the government's own report")}</h2>
          ${comparison.length === 1 ? nothing : this.governments(comparison, own)}
          <p>
            <a href=${link(`/agencies/${own.agency.code}/${year}`, { revision: String(own.revision) })}>${chinese(own.agency.name)}</a>
            ${revisionName(own.revision)}
          </p>
          ${own.cells.length === 0
            ? html`<p>${t('与各部门合计完全一致。', 'It equals the sum in every cell.')}</p>`
            : html`${coverage.reports === coverage.expected
                  ? nothing
                  : html`<p class="notice">
                      ${t(`还有 ${number(coverage.expected - coverage.reports)} 个单位没有计入，差异可能由此产生。`, `${number(coverage.expected - coverage.reports)} agencies are not in the sum, which may explain differences.`)}
                    </p>`}
                <gk-differences .cells=${own.cells} .order=${this.parameter('sort')}></gk-differences>`}
        </section>`;
  }

  private governments(comparison: OwnReport[], own: OwnReport) {
    return html`<div class="filters">
      <div>
        <label for="own">${t('政府', 'Government')}</label>
        <select id="own" @change=${(event: Event) => setQuery({ own: (event.target as HTMLSelectElement).value })}>
          ${comparison.map(({ agency }) => html`<option value=${agency.code} lang=${langOf(agency.name)} .selected=${agency.code === own.agency.code}>${agency.name}</option>`)}
        </select>
      </div>
    </div>`;
  }

  private missing({ missing, year }: ConsolidatedReport) {
    const hasStates = missing.some((one) => one.state !== undefined);
    return html`<gk-long-table .label=${t('未计入的单位', 'Agencies not in the sum')} .rows=${missing}
      .heads=${hasStates ? [t('单位', 'Agency'), t('状态', 'State')] : [t('单位', 'Agency')]}
      .row=${({ agency, state }: MissingReport) => html`<th scope="row">${state === undefined || state === 'MISSING' ? toAgency(agency) : toReport(agency, year)}</th>
        ${hasStates ? html`<td>${state === undefined ? nothing : missingName(state)}</td>` : nothing}`}></gk-long-table>`;
  }
}

const paragraphs = (text: string) => text.split('\n').map((line) => html`<p>${chinese(line)}</p>`);

const tile = (target: string, name: string, count: number) => html`<li>
  <h2>${name}</h2>
  <p class="figure">${count === 0 ? number(0) : html`<a href=${target}>${number(count)}</a>`}</p>
</li>`;

const missingName = (state: MissingState): string =>
  ({
    MISSING: t('未报', 'Missing'),
    SUBMITTED: t('待审核', 'Waiting'),
    RETURNED: t('已退回', 'Returned'),
  })[state];

const nobody = () => html`<p class="notice">${t('没有计入任何报告，没有可以汇总的数字。', 'No report is in the sum, so there are no numbers.')}</p>`;

/** A list that is closed at first, as it may be long. */
const list = (id: string, title: string, count: number, content: unknown) =>
  count === 0
    ? nothing
    : html`<section class="card" id=${id} tabindex="-1">
        <details ?open=${id !== 'contributors'}>
          <summary><h2>${title}</h2></summary>
          ${content}
        </details>
      </section>`;

const warnings = (all: OpenWarning[]) => html`<gk-long-table .label=${t('待说明的提示', 'Open warnings')} .rows=${all}
  .heads=${[t('单位', 'Agency'), t('单元格', 'Cell'), t('提示', 'Warning')]}
  .row=${(one: OpenWarning) => html`<th scope="row">${toReport(one.agency, one.year, one.revision)}</th>
    <td>${one.cell}</td>
    <td>${messageOf(one)} <code>${one.rule}</code></td>`}></gk-long-table>`;

const counted = (all: Contributor[], year: number) => html`<gk-long-table .label=${t('计入的单位', 'Agencies in the sum')} .rows=${all}
  .heads=${[t('单位', 'Agency'), t('版本', 'Revision'), t('内容校验码', 'Content hash')]}
  .row=${(one: Contributor) => html`<th scope="row">${toReport(one.agency, year, one.revision)}</th>
    <td>${revisionName(one.revision)}</td>
    <td><code title=${one.contentHash}>${one.contentHash.slice(0, 12)}…</code></td>`}></gk-long-table>`;

const toAgency = (agency: NamedCode) => html`<a href=${link(`/agencies/${agency.code}`)}>${chinese(agency.name)}</a>`;

const toReport = (agency: NamedCode, year: number, revision?: number) =>
  html`<a href=${link(`/agencies/${agency.code}/${year}`, revision === undefined ? {} : { revision: String(revision) })}>${chinese(agency.name)}</a>`;
