import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../api/client';
import type { AgencyEntry, Availability, CategoryEntry, DistrictEntry, ReportSummary } from '../api/contract';
import { LARGEST_PAGE } from '../api/pages';
import { availability } from '../data';
import '../parts/agency/figures';
import { chinese } from '../parts/chinese';
import { statusClass, statusName } from '../revisions';
import { link } from '../router';
import { Loader, Screen } from '../screen';
import { session } from '../session';
import { day, t } from '../text';

interface Facts {
  agency: AgencyEntry;
  district: DistrictEntry;
  category: CategoryEntry;
}

/** One agency: its reports of all years, and its figures beside those of others. */
@customElement('gk-agency')
export class Agency extends Screen {
  private readonly available = new Loader(
    this,
    () => ['available'],
    availability,
  );

  private readonly facts = new Loader<Facts>(
    this,
    () => [this.code(), session()?.token],
    async (signal) => {
      const agency = await call('getAgency', { path: { code: this.code() }, signal });
      const [district, category] = await Promise.all([
        call('getDistrict', { path: { code: agency.district }, signal }),
        call('getCategory', { path: { code: agency.category }, signal }),
      ]);
      return { agency, district, category };
    },
  );

  private readonly reports = new Loader<ReportSummary[]>(
    this,
    () => [this.code(), session()?.token],
    async (signal) => (await call('listReports', { query: { agency: [this.code()], size: LARGEST_PAGE }, signal })).items,
  );

  private code(): string {
    return this.parameters['code'] as string;
  }

  override render() {
    return html`<nav aria-label=${t('位置', 'Breadcrumb')} class="breadcrumb">
        <a href=${link('/agencies')}>${t('单位', 'Agencies')}</a>
      </nav>
      <h1 tabindex="-1">${chinese(this.facts.value?.agency.name ?? this.code())}</h1>
      ${this.facts.render((facts) => html`${list(facts)} ${this.available.render((available) =>
        this.reports.render((reports) => this.content(facts, available, reports)),
      )}`)}`;
  }

  private content({ agency, district, category }: Facts, available: Availability, reports: ReportSummary[]) {
    const years = [...new Set([...available.years, ...reports].map((one) => one.year))].sort((a, b) => a - b);
    const reported = reports.map((report) => report.year);
    return html`<section class="card">
        <h2>${t('历年年报', 'Reports by year')}</h2>
        ${years.length === 0 ? html`<p>${t('还没有年报。', 'There is no report yet.')}</p>` : nothing}
        <ol class="stamps">${years.map((year) => this.stamp(year, reports.find((report) => report.year === year)))}</ol>
      </section>
      ${reports.length === 0
        ? nothing
        : html`<section class="card">
            <h2>${t('历年数据', 'Figures over the years')}</h2>
            <gk-agency-figures .agency=${agency} .years=${years} .reported=${reported}
              .categoryName=${category.name} .districtName=${district.name}></gk-agency-figures>
          </section>`}`;
  }

  private stamp(year: number, report: ReportSummary | undefined) {
    if (report === undefined) {
      return html`<li class="stamp none"><span class="year">${year}</span> <span>${t('无年报', 'No report')}</span></li>`;
    }
    return html`<li>
      <a class="stamp ${statusClass(report.status)}" href=${link(`/agencies/${report.agency}/${year}`)}>
        <span class="year">${year}</span> <span>${statusName(report.status)}</span>
        ${report.revision === 1 ? nothing : html`<span class="revision">${t(`第 ${report.revision} 版`, `rev. ${report.revision}`)}</span>`}
      </a>
    </li>`;
  }
}

function list({ agency, district, category }: Facts) {
  return html`<dl>
    ${fact(t('行政区划', 'District'), html`<a href=${link('/agencies', { district: agency.district })}>${chinese(district.name)}</a>`)}
    ${fact(t('机关类别', 'Category'), html`<a href=${link('/agencies', { category: agency.category })}>${chinese(category.name)}</a>`)}
    ${fact(t('代码', 'Code'), html`<code>${agency.code}</code>`)}
    ${fact(t('统一社会信用代码', 'Unified social credit code'), agency.unifiedSocialCreditCode)}
    ${fact(t('设立', 'Since'), dayOf(agency.validFrom))} ${fact(t('撤并', 'Until'), dayOf(agency.validTo))}
    ${fact(t('承继机关', 'Successors'), successors(agency))}
    ${fact(t('曾用名', 'Former names'), chinese(agency.formerNames?.map((one) => one.name).join(t('、', ', '))))}
    ${fact(t('联系人', 'Contact'), agency.contactPerson)} ${fact(t('电话', 'Telephone'), agency.telephone)}
    ${fact(t('电子邮箱', 'E-mail'), agency.email)}
  </dl>`;
}

function successors(agency: AgencyEntry) {
  return agency.successors?.length
    ? html`${agency.successors.map((code) => html`<a href=${link(`/agencies/${code}`)}>${code}</a> `)}`
    : undefined;
}

const dayOf = (date: string | undefined): string | undefined => (date === undefined ? undefined : day(date));

const fact = (name: string, value: unknown) =>
  value === undefined || value === '' ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
