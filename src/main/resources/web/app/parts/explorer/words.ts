/** The query of the explorer in words, for chips, titles, print and citations. */

import type { Availability, Dimension, RollUp, Statistic } from '../../api/contract';
import { nameOf, type Catalogue } from '../../catalogue';
import { moment, of, percent, t } from '../../text';
import { levelName, levels as districtLevels } from '../../words';
import { valuesOf } from './query';

/** What the names of codes are read from. */
export interface Names {
  catalogue: Catalogue;
  available: Availability;
  /** The names of the agencies of the query, by their codes. */
  agencies: Map<string, string>;
}

export interface Condition {
  parameter: string;
  value: string;
  /** The name of the parameter. */
  title: string;
  /** The value in words. */
  text: string;
}

export const dimensions = (): Array<[Dimension, string]> => [
  ['year', t('年度', 'Year')],
  ['district', t('行政区划', 'District')],
  ['category', t('部门类别', 'Category')],
  ['agency', t('机关', 'Agency')],
  ['applicantType', t('申请人类型', 'Type of applicant')],
  ['figure', t('明细指标', 'Figure')],
];

export const levels = (): Array<[string, string]> => districtLevels.map((level) => [level, levelName(level)]);

export const statistics = (): Array<[Statistic, string]> => [
  ['rank', t('位次', 'Rank')],
  ['percentile', t('百分位', 'Percentile')],
  ['share', t('占比', 'Share')],
  ['median', t('中位数', 'Median')],
  ['mean', t('平均数', 'Mean')],
  ['quartiles', t('四分位数', 'Quartiles')],
  ['change', t('比上年增减', 'Change on the year before')],
];

const measures = (): Array<[string, string]> => [
  ['value', t('数值', 'Value')],
  ['reports', t('已报', 'Reported')],
  ['expected', t('应报', 'Expected')],
];

const titles = (): Array<[string, string]> => [
  ['figure', t('指标', 'Figure')],
  ['groupBy', t('分组', 'Group by')],
  ['level', t('区划层级', 'Level')],
  ['year', t('年度', 'Year')],
  ['district', t('行政区划', 'District')],
  ['category', t('部门类别', 'Category')],
  ['agency', t('机关', 'Agency')],
  ['applicantType', t('申请人', 'Applicant')],
  ['kind', t('统计对象', 'Agencies')],
  ['boundaries', t('区划口径', 'Boundaries')],
  ['basis', t('统计范围', 'Basis')],
  ['minCoverage', t('报送要求', 'Coverage')],
  ['asOf', t('截至', 'As of')],
  ['stats', t('统计量', 'Statistic')],
  ['orderBy', t('排序', 'Order')],
  ['limit', t('条数', 'Rows')],
];

/** The columns of files that are no dimensions, measures or statistics. */
const furtherColumns = (): Array<[string, string]> => [
  ['numerator', t('分子', 'Numerator')],
  ['denominator', t('分母', 'Denominator')],
  ['late', t('逾期报送', 'Late')],
  ['nil', t('数据全部为零', 'All figures zero')],
  ['nilStated', t('声明零报告', 'Stated nil returns')],
  ['firstQuartile', t('第一四分位数', 'First quartile')],
  ['thirdQuartile', t('第三四分位数', 'Third quartile')],
  ['changePercent', t('比上年增减（%）', 'Change in per cent')],
];

/** Returns the head of a column of a file. The codes of a dimension are beside its names. */
export function columnName(column: string): string {
  const dimension = dimensions().find(([code]) => code !== 'year' && (code === column || `${code}Name` === column));
  if (dimension === undefined) {
    return wordOf(column, [...dimensions(), ...measures(), ...statistics(), ...furtherColumns()]);
  }
  const [code] = dimension;
  const name = wordOf(code, titles());
  return code === column ? t(`${name}代码`, `${name} code`) : name;
}

/** Returns all parameters in words. Those that the API does not know are among them, so that they can be removed. */
export function conditionsOf(query: URLSearchParams, names: Names): Condition[] {
  const known = titles();
  const unknown = [...new Set(query.keys())].filter((name) => name !== 'lang' && !known.some(([one]) => one === name));
  return [...known, ...unknown.map((name) => [name, name] as [string, string])].flatMap(([parameter, title]) =>
    valuesOf(query, parameter).map((value) => ({ parameter, value, title, text: inWords(parameter, value, names) })),
  );
}

function inWords(parameter: string, value: string, names: Names): string {
  switch (parameter) {
    case 'figure':
      return nameOf(value, names.catalogue);
    case 'groupBy':
      return wordOf(value, dimensions());
    case 'level':
      return wordOf(value, levels());
    case 'year':
      return value.replace('..', '–');
    case 'district':
      return named(value, names.available.districts);
    case 'category':
      return named(value, names.available.categories);
    case 'agency':
      return names.agencies.get(value) ?? value;
    case 'applicantType':
      return applicantType(value, names.catalogue);
    case 'stats':
      return wordOf(value, statistics());
    case 'orderBy':
      return order(value);
    case 'limit':
      return t(`前 ${value} 行`, `first ${value}`);
    case 'minCoverage':
      return coverage(value);
    case 'asOf':
      return instant(value);
    case 'boundaries':
      return wordOf(value, boundaries());
    case 'basis':
      return wordOf(value, bases());
    case 'kind':
      return wordOf(value, kinds());
    default:
      return value;
  }
}

export const boundaries = (): Array<[string, string]> => [
  ['as-reported', t('报告当时', 'As reported')],
  ['current', t('现行', 'Current')],
];

export const kinds = (): Array<[string, string]> => [
  ['DEPARTMENT', t('各部门', 'Departments')],
  ['GOVERNMENT', t('政府自身的报告', 'Own reports of governments')],
];

export const bases = (): Array<[string, string]> => [
  ['accepted', t('生效的报告', 'Reports in force')],
  ['submitted', t('含待审核的版本', 'With revisions under review')],
];

/** Returns the word of a code; the code itself if it has none. */
export const wordOf = (value: string, words: Array<[string, string]>): string =>
  words.find(([code]) => code === value)?.[1] ?? value;

const named = (code: string, entries: Array<{ code: string; name: string }>): string =>
  entries.find((one) => one.code === code)?.name ?? code;

/** Returns the name of a type of applicant. */
export function applicantType(code: string, catalogue: Catalogue): string {
  const type = catalogue.applicantTypes.find((one) => one.code === code);
  return type === undefined ? code : of(type.label);
}

function order(value: string): string {
  const name = wordOf(value.replace('-', ''), [...measures(), ...dimensions()]);
  return value.startsWith('-') ? t(`${name}降序`, `${name}, descending`) : t(`${name}升序`, `${name}, ascending`);
}

function coverage(value: string): string {
  const share = Number(value);
  return Number.isNaN(share) ? value : t(`至少 ${percent(share)} 已报`, `at least ${percent(share)} reported`);
}

function instant(value: string): string {
  return Number.isNaN(Date.parse(value)) ? value : moment(value);
}

/** Returns what a roll-up shows: its figures, what they are grouped by, and the reports that it is about. */
export function titleOf({ figures, groupBy }: RollUp, scope: string, catalogue: Catalogue): string {
  const what =
    figures.length > 3
      ? t(`${figures.length} 项指标`, `${figures.length} figures`)
      : figures.map((code) => nameOf(code, catalogue)).join(t('、', ', '));
  const by = groupBy.map((dimension) => wordOf(dimension, dimensions())).join(t('、', ', '));
  const title = by === '' ? what : t(`${what}（按${by}）`, `${what} by ${by.toLowerCase()}`);
  return scope === '' ? title : `${title} · ${scope}`;
}

/** The parameters that choose reports, unlike those that choose what is shown of them. */
const SCOPE = ['year', 'district', 'category', 'agency', 'applicantType', 'kind', 'boundaries', 'basis', 'minCoverage'];

/** Returns the reports that a query is about, as one line. It is empty for all reports. */
export const scopeOf = (conditions: Condition[]): string =>
  lineOf(conditions.filter((one) => SCOPE.includes(one.parameter)));

/** Returns conditions as one line. */
export function lineOf(conditions: Condition[]): string {
  const groups = new Map<string, string[]>();
  for (const one of conditions) {
    groups.set(one.title, [...(groups.get(one.title) ?? []), one.text]);
  }
  return [...groups].map(([title, texts]) => `${title}${t('：', ': ')}${texts.join(t('、', ', '))}`).join(t('；', '; '));
}
