import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RollUp, RollUpRow, SeriesBreak, Statistic } from '../../api/contract';
import { nameOf, yearsInWords, type Catalogue, type Figure } from '../../catalogue';
import { isIncomplete } from '../../charts/plot';
import { Part } from '../../screen';
import { number, of, percent, t } from '../../text';

/** How the numbers of a roll-up are to be read: what is counted, what is missing, and how rates are defined. */
@customElement('gk-rollup-notes')
export class RollUpNotes extends Part {
  @property({ attribute: false }) rollUp!: RollUp;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) minCoverage: string | null = null;

  override render() {
    return html`<h2>${t('本表口径', 'How to read these numbers')}</h2>
      <ul class="notes">${this.notes().map((note) => html`<li>${note}</li>`)}</ul>`;
  }

  private notes(): string[] {
    const { basis, boundaries, kind, rows, breaks = [], stats = [] } = this.rollUp;
    const figures = this.rollUp.figures
      .map((code) => this.catalogue.figures.get(code))
      .filter((figure) => figure !== undefined);
    return [
      basis === 'accepted'
        ? t('只统计生效的报告。', 'Only reports in force are counted.')
        : t('每份报告统计最新版本，含待审核的版本。', 'The newest revision of each report is counted, including those under review.'),
      kind === 'GOVERNMENT'
        ? t(
            '统计各政府自身的报告；每份已包含其所属部门，不同层级的政府相加可能重复。',
            'The own reports of governments are counted: each contains its departments, and a sum over governments of different levels may count twice.',
          )
        : t(
            '只统计部门的报告；政府年报已包含所属部门，不再计入。',
            "Only departments are counted: a government's own report already contains them.",
          ),
      boundaries === 'as-reported'
        ? t('按报告当时的机关、行政区划和部门类别计入。', 'Agencies, districts and categories are those of the time of the report.')
        : t('折算为现行的机关、行政区划和部门类别。', 'Agencies, districts and categories are those that continue the former ones today.'),
      missing(rows),
      ...this.required(),
      ...figures.filter((figure) => figure.isRate).map(definition),
      ...(figures.some((figure) => figure.isStock) ? [stock()] : []),
      ...stats.map(meaning),
      ...breaks.map((found) => breakOf(found, this.catalogue)),
    ];
  }

  private required(): string[] {
    const share = Number(this.minCoverage ?? 0);
    return share > 0
      ? [t(`已报不足 ${percent(share)} 的，不列数值。`, `A value needs at least ${percent(share)} of the reports expected.`)]
      : [];
  }
}

/** Returns how many of the rows lack reports. Reports of rows are not added up: rows of several figures share them. */
function missing(rows: RollUpRow[]): string {
  const count = rows.filter(isIncomplete).length;
  if (count === 0) {
    return t('表中各行应报的报告均已计入。', 'Every row has all reports expected.');
  }
  const lacking =
    count === rows.length
      ? t('表中各行均有单位未报', 'Every row lacks reports')
      : t(`表中 ${number(rows.length)} 行有 ${number(count)} 行未报齐`, `${number(count)} of ${number(rows.length)} rows lack reports`);
  return t(
    `${lacking}，其数值只含已报的单位；没有报告的列为“无数据”，不等于零。`,
    `${lacking}: such values are of those that reported. “No data” is not zero.`,
  );
}

const definition = (rate: Figure): string =>
  t(`${of(rate.label)} = ${of(rate.place)}，为合计之比。`, `${of(rate.label)} = ${of(rate.place)}; a ratio of sums.`);

const stock = (): string =>
  t('存量（现行有效、上年结转、结转下年度）不跨年相加。', 'Stocks (in force, carried over, carried forward) are not added up over years.');

function meaning(statistic: Statistic): string {
  switch (statistic) {
    case 'rank':
      return t(
        '位次：同一年度、同一指标各行由高到低，数值相同的位次相同。',
        'Rank: among rows of the same year and figure, 1 for the highest; equal values share a rank.',
      );
    case 'percentile':
      return t('百分位：其他各行中数值较低的所占百分比。', 'Percentile: the percentage of other rows with a lower value.');
    case 'share':
      return t('占比：在同一年度、同一指标各行之和中所占的比例。', 'Share: the part of the sum of rows of the same year and figure.');
    case 'median':
      return t('中位数：该行各份报告的中位数，零计入，未报的不计入。', 'Median: of the reports in a row; zeros count, missing reports do not.');
    case 'mean':
      return t('平均数：该行各份报告的算术平均数，零计入，未报的不计入。', 'Mean: of the reports in a row; zeros count, missing reports do not.');
    case 'quartiles':
      return t('四分位数：该行各份报告的第一和第三四分位数。', 'Quartiles: the first and the third, of the reports in a row.');
    default:
      return t('比上年增减：与上一年度之差；上年未报齐的另行注明。', 'Change: the difference from the year before; where that lacks reports, this is said.');
  }
}

function breakOf(found: SeriesBreak, catalogue: Catalogue): string {
  const years = yearsInWords(found.years);
  if (found.agency === undefined) {
    const name = nameOf(found.figure ?? '', catalogue);
    return t(`${name}：${years} 年的格式没有此项，不计入这些年度。`, `${name}: not on the form of ${years}; these years are not counted.`);
  }
  const successors = (found.successors ?? []).join(t('、', ', '));
  return t(
    `${found.agency.name} 已拆分为 ${successors}，其 ${years} 年的数据不计入任何承继机关。`,
    `${found.agency.name} was split into ${successors}; its figures of ${years} stay with it.`,
  );
}
