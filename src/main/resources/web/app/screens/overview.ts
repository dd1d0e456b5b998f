import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../api/client';
import type { Availability, RollUp, RollUpRow } from '../api/contract';
import '../charts/bar-chart';
import '../charts/line-chart';
import '../charts/stack-chart';
import { coverage } from '../charts/plot';
import { availability, bars, levelOfParts, outcomes, overYears, usualYear } from '../data';
import '../parts/scope-chooser';
import '../parts/source-note';
import { link } from '../router';
import { Loader, Screen } from '../screen';
import { number, percent, t } from '../text';
import { lateMeaning, stateName } from '../words';

const RECEIVED = 'requests.newlyReceived';
const DISCLOSURE = 'rates.disclosure';
const MAX_BARS = 15;

interface Totals {
  year: number;
  years: number[];
  trend: RollUp;
}

/** What a district reported in a year, beside other years, its districts and its kinds of bureau. */
@customElement('gk-overview')
export class Overview extends Screen {
  private readonly available = new Loader(
    this,
    () => ['available'],
    availability,
  );

  private readonly totals = new Loader<Totals>(
    this,
    () => (this.available.value === undefined ? undefined : [this.year(), this.district()]),
    async (signal) => {
      const years = this.available.value?.years.map((one) => one.year).sort((a, b) => a - b) ?? [];
      const figures = [RECEIVED, DISCLOSURE, ...outcomes().map((one) => one.code)];
      const trend = await this.statistics({ figure: figures, groupBy: ['year'], year: years.map(String) }, signal);
      return { year: this.year() as number, years, trend };
    },
  );

  private readonly districts = new Loader<RollUp>(
    this,
    () => this.comparedBy('district'),
    (signal) => this.ranking({ groupBy: ['district'], level: levelOfParts(this.available.value as Availability, this.district()) }, signal),
  );

  private readonly categories = new Loader<RollUp>(
    this,
    () => this.comparedBy('category'),
    (signal) => this.ranking({ groupBy: ['category'] }, signal),
  );

  private comparedBy(key: string): unknown {
    return this.available.value === undefined || this.year() === undefined ? undefined : [key, this.year(), this.district()];
  }

  private year(): number | undefined {
    const chosen = this.parameter('year');
    const available = this.available.value;
    return chosen === undefined ? available && usualYear(available) : Number(chosen);
  }

  private district(): string | undefined {
    return this.parameter('district');
  }

  private ranking(by: object, signal: AbortSignal): Promise<RollUp> {
    const query = { figure: [RECEIVED], year: [String(this.year())], orderBy: ['-value'], limit: MAX_BARS, ...by };
    return this.statistics(query, signal);
  }

  private statistics(query: object, signal: AbortSignal): Promise<RollUp> {
    const district = this.district();
    return call('getStatistics', {
      query: { ...query, ...(district === undefined ? {} : { district: [district] }) },
      signal,
    });
  }

  override render() {
    return html`<h1 tabindex="-1">${t('总览', 'Overview')}</h1>
      ${this.available.render((available) =>
        available.years.length === 0 ? this.empty() : this.content(available),
      )}`;
  }

  private empty() {
    return html`<p>
      ${t('还没有生效的年度报告。', 'No annual report is in force yet.')}
      <a href=${link('/submit')}>${t('填报', 'Submit one')}</a>
    </p>`;
  }

  private content(available: Availability) {
    return html`<gk-scope-chooser .available=${available} .year=${this.year()} .district=${this.district()}></gk-scope-chooser>
      ${this.totals.render((totals) => this.pictures(totals))}
      <div class="columns">
        <section class="card">
          <h2>${t('各行政区划新收申请', 'Requests received by district')}</h2>
          ${this.districts.render((rollUp) => this.bars(rollUp, 'district'))}
        </section>
        <section class="card">
          <h2>${t('各类机关新收申请', 'Requests received by kind of bureau')}</h2>
          ${this.categories.render((rollUp) => this.bars(rollUp, 'category'))}
        </section>
      </div>`;
  }

  private pictures({ year, years, trend }: Totals) {
    const received = trend.rows.find((row) => row.year === year && row.figure === RECEIVED);
    const disclosure = trend.rows.find((row) => row.year === year && row.figure === DISCLOSURE);
    return html`${this.tiles(received, disclosure)}
      <div class="columns">
        <section class="card">
          <h2>${t('历年新收申请', 'Requests received over the years')}</h2>
          <gk-line-chart
            .label=${t('历年新收申请', 'Requests received over the years')}
            .series=${overYears(trend, [{ code: RECEIVED, name: t('新收申请', 'Received') }], years)}
          ></gk-line-chart>
          <p class="muted">${t('空心点：当年还有单位未报。斜线：当年没有报告。', 'A hollow point: reports are missing. Hatched: no report.')}</p>
        </section>
        <section class="card">
          <h2>${t('历年办理结果', 'Outcomes over the years')}</h2>
          <gk-stack-chart
            .label=${t('历年办理结果', 'Outcomes over the years')}
            .series=${overYears(trend, outcomes(), years)}
          ></gk-stack-chart>
          <p class="muted">${t('浅色柱：当年还有单位未报。', 'A pale column: reports are missing.')}</p>
        </section>
      </div>
      <p class="muted">
        ${t('只计各部门已生效的报告；政府自身的报告已包含各部门，不重复计算。', 'Reports of departments in force count; the report of a government contains those of its departments.')}
      </p>
      <gk-source-note .dataVersion=${trend.dataVersion} .asOf=${trend.asOf}></gk-source-note>`;
  }

  private tiles(received: RollUpRow | undefined, disclosure: RollUpRow | undefined) {
    const counts = received ?? { reports: 0, expected: 0, late: 0, nil: 0, nilStated: 0, value: null };
    const covered = html`<p class="coverage ${counts.reports < counts.expected ? 'incomplete' : ''}">${coverage(counts)}</p>`;
    return html`<ul class="tiles">
      <li><h2>${t('应报', 'Expected')}</h2><p class="figure">${number(counts.expected)}</p></li>
      <li>
        <h2>${t('已报', 'Reported')}</h2>
        <p class="figure">${number(counts.reports)}</p>
        ${covered}
        ${counts.nil > 0
          ? html`<p class="coverage">${t(
              `其中数据全部为零 ${number(counts.nil)} 份（声明零报告 ${number(counts.nilStated)} 份）`,
              `${number(counts.nil)} with zeros only (${number(counts.nilStated)} stated nil returns)`,
            )}</p>`
          : nothing}
      </li>
      <li>
        <h2>${stateName('LATE')}</h2>
        <p class="figure">${number(counts.late)}</p>
        <p class="coverage">${lateMeaning()}</p>
      </li>
      <li><h2>${t('新收申请', 'Requests received')}</h2><p class="figure">${number(counts.value)}</p>${covered}</li>
      <li><h2>${t('公开率', 'Disclosure rate')}</h2><p class="figure">${percent(disclosure?.value)}</p>${covered}</li>
    </ul>`;
  }

  private bars(rollUp: RollUp, key: 'district' | 'category') {
    const title =
      key === 'district'
        ? t('各行政区划新收申请', 'Requests received by district')
        : t('各类机关新收申请', 'Requests received by kind of bureau');
    return html`<gk-bar-chart .label=${title} .name=${t('新收申请', 'Received')} .points=${bars(rollUp, key)}></gk-bar-chart>
      ${rollUp.rows.length < MAX_BARS
        ? nothing
        : html`<p>
            <a href=${link('/explore', { figure: RECEIVED, groupBy: key, year: String(this.year()), district: this.district(), orderBy: '-value' })}
              >${t('全部排名', 'The whole ranking')}</a
            >
          </p>`}`;
  }
}
