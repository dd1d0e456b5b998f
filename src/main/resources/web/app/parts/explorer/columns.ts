/** The columns of a roll-up as a table. */

import { html, nothing, type TemplateResult } from 'lit';
import type { Dimension, RollUp, RollUpRow } from '../../api/contract';
import { formatOf, nameOf, unitOf, type Catalogue } from '../../catalogue';
import { isIncomplete } from '../../charts/plot';
import { link } from '../../router';
import { number, of, t } from '../../text';
import { chinese } from '../chinese';
import { drillDown } from './drill-down';
import { statisticsColumns } from './statistics-columns';
import { applicantType, dimensions, wordOf, type Names } from './words';

export interface Column {
  title: string;
  /** The dimension of a key. */
  name?: Dimension;
  /** The name of its order in the API; undefined if rows cannot be ordered by it. */
  order?: string;
  isNumber?: boolean;
  /** Whether it names the row. */
  isKey?: boolean;
  cell: (row: RollUpRow) => TemplateResult | string | typeof nothing;
}

type Key = Exclude<Dimension, 'figure'>;

/** Returns the keys, the value with its coverage, and the statistics. */
export function columnsOf(rollUp: RollUp, names: Names, query: URLSearchParams): Column[] {
  return [
    ...keyColumnsOf(rollUp, names, query),
    valueColumn(onlyFigure(rollUp), names.catalogue),
    { title: t('已报/应报', 'Reported'), order: 'reports', isNumber: true, cell: covered },
    ...statisticsColumns(rollUp, names.catalogue),
    { title: t('逾期', 'Late'), isNumber: true, cell: (row) => number(row.late) },
    { title: t('全部为零', 'All zero'), isNumber: true, cell: (row) => number(row.nil) },
    { title: t('声明零报告', 'Nil returns'), isNumber: true, cell: (row) => number(row.nilStated) },
  ];
}

/** Returns the keys. The figure is one of them if rows differ in it. */
export function keyColumnsOf(rollUp: RollUp, names: Names, query: URLSearchParams): Column[] {
  const keys = rollUp.groupBy.filter((dimension) => dimension !== 'figure');
  return [
    ...keys.map((dimension) => keyColumn(dimension, names, query)),
    ...(onlyFigure(rollUp) === undefined ? [figureColumn(names.catalogue)] : []),
  ];
}

/** Returns the figure of all rows; undefined if there are several. */
export const onlyFigure = (rollUp: RollUp): string | undefined =>
  rollUp.figures.length === 1 && !rollUp.groupBy.includes('figure') ? rollUp.figures[0] : undefined;

function keyColumn(dimension: Key, names: Names, query: URLSearchParams): Column {
  const title = wordOf(dimension, dimensions());
  const order = dimension === 'applicantType' ? {} : { order: dimension };
  return { title, name: dimension, ...order, isKey: true, cell: (row) => keyCell(dimension, row, names, query) };
}

function keyCell(dimension: Key, row: RollUpRow, names: Names, query: URLSearchParams) {
  switch (dimension) {
    case 'year':
      return String(row.year);
    case 'applicantType':
      return applicantType(row.applicantType ?? '', names.catalogue);
    case 'agency':
      return html`<a href=${link(`/agencies/${row.agency?.code ?? ''}`)}>${chinese(row.agency?.name)}</a>`;
    case 'district':
      return html`<a href=${drillDown(query, row.district?.code ?? '', names.available)}
        title=${t('查看其下各区划或机关', 'Show what it consists of')}>${chinese(row.district?.name)}</a>`;
    default:
      return row.category?.name ?? '';
  }
}

function figureColumn(catalogue: Catalogue): Column {
  return {
    title: t('指标', 'Figure'),
    name: 'figure',
    isKey: true,
    cell: ({ figure: code }) => {
      const figure = catalogue.figures.get(code);
      return html`<span class="figure-name" title=${figure === undefined ? code : of(figure.place)}>${nameOf(code, catalogue)}</span>`;
    },
  };
}

/** The value is without a unit if the head of the column has that of the only figure. */
function valueColumn(only: string | undefined, catalogue: Catalogue): Column {
  const unit = only === undefined ? '' : unitOf(only, catalogue);
  return {
    title: withUnit(t('数值', 'Value'), unit),
    order: 'value',
    isNumber: true,
    cell: (row) => valueCell(row, only !== undefined, catalogue),
  };
}

/** Returns the title of a column of values in a unit. */
export const withUnit = (title: string, unit: string): string => (unit === '' ? title : t(`${title}（${unit}）`, `${title} (${unit})`));

export function valueCell(row: RollUpRow, isUnitInHead: boolean, catalogue: Catalogue) {
  if (row.value === null) {
    return html`<span class="muted">${t('无数据', 'No data')}</span>${remark(reason(row))}`;
  }
  const isRate = row.numerator !== undefined;
  const unit = isUnitInHead || isRate ? '' : ` ${unitOf(row.figure, catalogue)}`;
  return html`${formatOf(row.figure, catalogue)(row.value)}<span class="muted">${unit}</span>${isRate
    ? remark(`${number(row.numerator)} / ${number(row.denominator)}`)
    : nothing}`;
}

/** Returns why there is no value, where reports exist. */
function reason(row: RollUpRow): string {
  if (row.reports === 0) {
    return '';
  }
  return row.denominator === 0 ? t('分母为零', 'denominator is zero') : t('未达报送要求', 'too few reports');
}

const remark = (text: string) => (text === '' ? nothing : html`<span class="remark muted">${text}</span>`);

function covered(row: RollUpRow) {
  const text = t(`${number(row.reports)}/${number(row.expected)} 份`, `${number(row.reports)}/${number(row.expected)}`);
  const missing = number(row.expected - row.reports);
  return isIncomplete(row)
    ? html`<span class="coverage incomplete">${text}</span> <span class="status warn">${t(`缺 ${missing}`, `${missing} missing`)}</span>`
    : html`<span class="coverage">${text}</span>`;
}
