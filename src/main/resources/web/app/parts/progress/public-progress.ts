import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { Availability, DistrictLevel, NamedCode, RollUp, RollUpRow } from '../../api/contract';
import { availability, levelOfParts } from '../../data';
import { Loader, Part } from '../../screen';
import { number, percent, t } from '../../text';
import { lateMeaning, stateName } from '../../words';
import { chinese } from '../chinese';
import '../scope-chooser';
import '../source-note';
import { countsBar } from './counts-bar';

/** Any figure has the counts of reports; this one is in all forms. */
const FIGURE = 'requests.newlyReceived';

/** How many reports of departments are in force, for everyone: counts, without the names of those that are missing. */
@customElement('gk-public-progress')
export class PublicProgress extends Part {
  @property({ attribute: false }) query = new URLSearchParams();

  private readonly available = new Loader<Availability>(
    this,
    () => ['available'],
    availability,
  );

  private readonly districts = new Loader<RollUp>(
    this,
    () => this.scope(),
    (signal) => this.counts({ groupBy: ['district'], level: this.level() }, signal),
  );

  private readonly categories = new Loader<RollUp>(
    this,
    () => this.scope(),
    (signal) => this.counts({ groupBy: ['category'] }, signal),
  );

  private scope(): unknown {
    return this.year() === undefined ? undefined : [this.year(), this.district()];
  }

  private counts(by: object, signal: AbortSignal): Promise<RollUp> {
    const district = this.district();
    return call('getStatistics', {
      query: {
        figure: [FIGURE],
        year: [String(this.year())],
        ...(district === undefined ? {} : { district: [district] }),
        ...by,
      },
      signal,
    });
  }

  private year(): number | undefined {
    const known = this.available.value?.years.map((one) => one.year) ?? [];
    return known.length === 0 ? undefined : Number(this.query.get('year') ?? Math.max(...known));
  }

  private district(): string | undefined {
    return this.query.get('district') ?? undefined;
  }

  private level(): DistrictLevel {
    return levelOfParts(this.available.value as Availability, this.district());
  }

  override render() {
    return this.available.render((available) =>
      this.year() === undefined
        ? html`<p>${t('还没有生效的年度报告。', 'No annual report is in force yet.')}</p>`
        : this.content(available),
    );
  }

  private content(available: Availability) {
    const title = { district: t('各行政区划', 'By district'), category: t('各部门类别', 'By kind of bureau') };
    return html`<gk-scope-chooser .available=${available} .year=${this.year()} .district=${this.district()}></gk-scope-chooser>
      <p class="muted">
        ${t('统计部门的年度报告，已报为已生效的报告。逾期报送：', 'Reports of departments; those in force count as reported. Late: ')}${lateMeaning()}${t('。', '.')}
      </p>
      <div class="columns">
        <section class="card">${this.districts.render((rollUp) => table(title.district, rollUp, 'district'))}</section>
        <section class="card">${this.categories.render((rollUp) => table(title.category, rollUp, 'category'))}</section>
      </div>
      ${this.categories.render(
        (rollUp) => html`<gk-source-note .dataVersion=${rollUp.dataVersion} .asOf=${rollUp.asOf}></gk-source-note>`,
      )}`;
  }
}

function table(title: string, rollUp: RollUp, key: 'district' | 'category') {
  return html`<h2>${title}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table class="wide">
        <thead>
          <tr>
            <th scope="col">${key === 'district' ? t('行政区划', 'District') : t('部门类别', 'Category')}</th>
            <th scope="col" class="number">${t('应报', 'Expected')}</th>
            <th scope="col" class="number">${t('已报', 'Reported')}</th>
            <th scope="col" class="number">${stateName('LATE')}</th>
            <th scope="col">${t('报送率', 'Share')}</th>
          </tr>
        </thead>
        <tbody>${rollUp.rows.map((row) => line(row, row[key] as NamedCode))}</tbody>
      </table>
    </div>`;
}

function line(row: RollUpRow, { name }: NamedCode) {
  const counts = {
    expected: row.expected,
    onTime: row.reports - row.late,
    late: row.late,
    returned: 0,
    missing: row.expected - row.reports,
  };
  return html`<tr>
    <th scope="row">${chinese(name)}</th>
    <td class="number">${number(row.expected)}</td>
    <td class="number">${number(row.reports)}</td>
    <td class="number">${number(row.late)}</td>
    <td class="share-bar">
      ${row.expected === 0 ? '—' : html`<div>${countsBar(counts)} ${percent(row.reports / row.expected)}</div>`}
    </td>
  </tr>`;
}
