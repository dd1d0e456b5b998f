import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { AgencyEntry, Report, RollUp } from '../../api/contract';
import '../../charts/line-chart';
import { legend, type Format, type Series } from '../../charts/plot';
import { overYears, reportInForce } from '../../data';
import { at } from '../../form-layout';
import { Loader, Part } from '../../screen';
import { number, percent, t } from '../../text';

interface Figure {
  code: string;
  name: string;
  format: Format;
  /** Returns its value in one report. */
  own: (report: Report) => number | null;
}

const figures = (): Figure[] => [
  count('requests.newlyReceived', '/requests/newlyReceived/total', t('新收申请', 'Requests received')),
  rate('rates.disclosure', ['disclosed', 'partlyDisclosed'], t('公开率', 'Disclosure rate')),
  count('requests.carriedForward', '/requests/carriedForward/total', t('结转下年度', 'Carried forward')),
  count('disputes.reconsideration.total', '/disputes/reconsideration/total', t('行政复议', 'Reconsiderations')),
  count('proactiveDisclosure.licensingDecisions', '/proactiveDisclosure/licensingDecisions', t('行政许可决定', 'Licensing decisions')),
  count('proactiveDisclosure.penaltyDecisions', '/proactiveDisclosure/penaltyDecisions', t('行政处罚决定', 'Penalty decisions')),
];

const count = (code: string, pointer: string, name: string): Figure => ({
  code,
  name,
  format: number,
  own: (report) => at(report, pointer) ?? null,
});

const rate = (code: string, outcomes: string[], name: string): Figure => ({
  code,
  name,
  format: percent,
  own: (report) => {
    const whole = at(report, '/requests/outcomes/total/total') ?? 0;
    const part = outcomes.reduce((sum, one) => sum + (at(report, `/requests/outcomes/${one}/total`) ?? 0), 0);
    return whole === 0 ? null : part / whole;
  },
});

/** The fewest reports whose median says anything about other agencies. */
const FEWEST = 3;

/** Some figures of an agency over years, beside those of others. */
@customElement('gk-agency-figures')
export class AgencyFigures extends Part {
  @property({ attribute: false }) agency!: AgencyEntry;
  @property({ attribute: false }) years: number[] = [];
  /** The years with reports, in force or not. */
  @property({ attribute: false }) reported: number[] = [];
  @property({ attribute: false }) categoryName = '';
  @property({ attribute: false }) districtName = '';

  /** Lists of series in the order of the figures: of the agency, and of those that it is compared with. */
  private readonly series = new Loader<Series[][]>(
    this,
    () => [this.agency.code, this.years, this.reported],
    (signal) => (this.isGovernment() ? this.ofGovernment(signal) : this.ofDepartment(signal)),
  );

  private isGovernment(): boolean {
    return this.agency.kind === 'GOVERNMENT';
  }

  private async ofDepartment(signal: AbortSignal): Promise<Series[][]> {
    const { code, category, district } = this.agency;
    const [own, ...medians] = await Promise.all([
      this.statistics({ agency: [code] }, signal),
      this.statistics({ category: [category], stats: ['median'] }, signal),
      this.statistics({ district: [district], stats: ['median'] }, signal),
    ]);
    return [this.over(own), ...medians.map((rollUp) => this.over(ofMedians(rollUp)))];
  }

  /** Statistics count departments only, so the numbers of a government are taken from its reports. */
  private async ofGovernment(signal: AbortSignal): Promise<Series[][]> {
    const [departments, ...reports] = await Promise.all([
      this.statistics({ district: [this.agency.district] }, signal),
      ...this.reported.map((year) => reportInForce(this.agency.code as string, year, signal)),
    ]);
    return [figures().map((figure) => this.ofReports(figure, reports)), this.over(departments)];
  }

  private ofReports(figure: Figure, reports: Array<Report | undefined>): Series {
    return {
      name: figure.name,
      points: this.years.map((year) => {
        const report = reports.find((one) => one?.year === year);
        const value = report === undefined ? null : figure.own(report);
        return { label: String(year), value, reports: report === undefined ? 0 : 1, expected: 1 };
      }),
    };
  }

  private statistics(query: object, signal: AbortSignal): Promise<RollUp> {
    const common = { figure: figures().map((one) => one.code), groupBy: ['year'] as Array<'year'>, year: this.years.map(String) };
    return call('getStatistics', { query: { ...common, ...query }, signal });
  }

  private over(rollUp: RollUp): Series[] {
    return overYears(rollUp, figures(), this.years);
  }

  override render() {
    const names = this.names();
    return html`${this.series.render(
      (lists) => html`${legend(names)}
        <div class="small-multiples">
          ${figures().map((figure, i) => {
            const series = lists.map((list, one) => ({ ...(list[i] as Series), name: names[one] as string }));
            return html`<section>
              <h3>${figure.name}</h3>
              <gk-line-chart .label=${figure.name} .series=${series} .format=${figure.format} .hasLegend=${false}></gk-line-chart>
            </section>`;
          })}
        </div>
        <p class="muted">
          ${t(
            '空心点：当年还有单位未报。线中断：当年没有报告，或没有办理结果而无法计算比率。',
            'A hollow point: reports are missing. A gap in a line: no report, or no outcome of which a rate could be computed.',
          )}
          ${this.isGovernment()
            ? nothing
            : t(
                `当年报告不足 ${FEWEST} 份的，不计算中位数。`,
                `A median of fewer than ${FEWEST} reports is not shown.`,
              )}
        </p>`,
    )}`;
  }

  private names(): string[] {
    return this.isGovernment()
      ? [t('政府自身报告', "The government's own report"), t('各部门合计', 'Sum of its departments')]
      : [
          t('本单位', 'This agency'),
          t(`同类单位中位数（${this.categoryName}）`, `Median of its category (${this.categoryName})`),
          t(`本区划单位中位数（${this.districtName}）`, `Median of its district (${this.districtName})`),
        ];
  }
}

const ofMedians = (rollUp: RollUp): RollUp => ({
  ...rollUp,
  rows: rollUp.rows.map((row) => ({ ...row, value: row.reports < FEWEST ? null : (row.median ?? null) })),
});
