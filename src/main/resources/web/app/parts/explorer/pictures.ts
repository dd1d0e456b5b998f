/** Which charts show a roll-up: lines over years, or else bars. */

import type { RollUp, RollUpRow } from '../../api/contract';
import { formatOf, labelOf, nameOf, unitOf, type Catalogue } from '../../catalogue';
import type { Format, Point, Series } from '../../charts/plot';
import { t } from '../../text';
import { withUnit } from './columns';
import { applicantType } from './words';

const MOST_LINES = 7;
const MOST_BARS = 30;
const MOST_PICTURES = 4;

export interface Picture {
  kind: 'lines' | 'bars';
  title: string;
  series: Series[];
  format: Format;
  /** The number of lines or bars that there is no room for. */
  omitted: number;
}

/** Returns pictures of the rows. Figures share one if it has room for them and they have the same unit. */
export function picturesOf(rollUp: RollUp, catalogue: Catalogue): Picture[] {
  const isOverYears = new Set(rollUp.rows.map((row) => row.year)).size > 1;
  const isByFigure = rollUp.groupBy.every((dimension) => dimension === 'figure' || dimension === 'year');
  const unit = (row: RollUpRow): string => unitOf(row.figure, catalogue);
  const groups = grouped(rollUp.rows, isOverYears || isByFigure ? unit : (row) => row.figure);
  const draw = isOverYears ? lines : bars;
  return [...groups.values()].slice(0, MOST_PICTURES).map((rows) => draw(rows, catalogue));
}

function lines(rows: RollUpRow[], catalogue: Catalogue): Picture {
  const years = rows.map((row) => row.year as number);
  const first = Math.min(...years);
  const all = Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => first + i);
  const series = [...grouped(rows, (row) => rowLabel(row, rows, catalogue))]
    .map(([name, own]) => ({ name, points: all.map((year) => pointOf(String(year), own.find((row) => row.year === year))) }))
    .sort((a, b) => latest(b) - latest(a));
  return {
    kind: 'lines',
    title: titleOf(rows, catalogue),
    series: series.slice(0, MOST_LINES),
    format: formatOf((rows[0] as RollUpRow).figure, catalogue),
    omitted: Math.max(0, series.length - MOST_LINES),
  };
}

const latest = (series: Series): number =>
  series.points.reduce((value, point) => point.value ?? value, Number.NEGATIVE_INFINITY);

function bars(rows: RollUpRow[], catalogue: Catalogue): Picture {
  const title = titleOf(rows, catalogue);
  const points = rows.map((row) => pointOf(rowLabel(row, rows, catalogue), row));
  return {
    kind: 'bars',
    title,
    series: [{ name: title, points: points.slice(0, MOST_BARS) }],
    format: formatOf((rows[0] as RollUpRow).figure, catalogue),
    omitted: Math.max(0, points.length - MOST_BARS),
  };
}

/**
 * Returns the names of the keys of a row, without its year. The figure is named if rows differ in it, and its group if
 * they differ in that.
 */
function rowLabel(row: RollUpRow, rows: RollUpRow[], catalogue: Catalogue): string {
  const keys = [
    row.district?.name,
    row.category?.name,
    row.agency?.name,
    row.applicantType === undefined ? undefined : applicantType(row.applicantType, catalogue),
  ].filter((key) => key !== undefined);
  const isOneFigure = rows.every((one) => one.figure === row.figure);
  const name = groupsOf(rows, catalogue).length === 1 ? labelOf(row.figure, catalogue) : nameOf(row.figure, catalogue);
  return isOneFigure && keys.length > 0 ? keys.join(' · ') : [...keys, name].join(' · ');
}

const groupsOf = (rows: RollUpRow[], catalogue: Catalogue): Array<string | undefined> => [
  ...new Set(rows.map((row) => catalogue.figures.get(row.figure)?.group?.code)),
];

/** Returns the names of the figures; of many, that of their group. */
function titleOf(rows: RollUpRow[], catalogue: Catalogue): string {
  const codes = [...new Set(rows.map((row) => row.figure))];
  const [group, ...others] = groupsOf(rows, catalogue);
  const isOneGroup = group !== undefined && others.length === 0;
  const many = isOneGroup ? nameOf(group, catalogue) : t(`${codes.length} 项指标`, `${codes.length} figures`);
  const names = codes.length > 3 ? many : codes.map((code) => nameOf(code, catalogue)).join(t('、', ', '));
  const unit = unitOf(codes[0] ?? '', catalogue);
  return unit === '%' ? names : withUnit(names, unit);
}

const pointOf = (label: string, row: RollUpRow | undefined): Point => ({
  label,
  value: row?.value ?? null,
  reports: row?.reports ?? 0,
  expected: row?.expected ?? 0,
});

function grouped(rows: RollUpRow[], keyOf: (row: RollUpRow) => string): Map<string, RollUpRow[]> {
  const groups = new Map<string, RollUpRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) {
      groups.set(keyOf(row), [row]);
    } else {
      group.push(row);
    }
  }
  return groups;
}
