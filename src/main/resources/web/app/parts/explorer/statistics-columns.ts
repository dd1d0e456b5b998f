import { html, nothing } from 'lit';
import type { RollUp, RollUpRow, Statistic } from '../../api/contract';
import { formatOf, type Catalogue } from '../../catalogue';
import { coverage } from '../../charts/plot';
import { number, percent, signed, t } from '../../text';
import type { Column } from './columns';
import { statistics } from './words';

/** Returns a column for each statistic of a roll-up. */
export function statisticsColumns(rollUp: RollUp, catalogue: Catalogue): Column[] {
  const chosen = rollUp.stats ?? [];
  return statistics()
    .filter(([code]) => chosen.includes(code))
    .map(([code, title]) => ({ title, isNumber: true, cell: (row) => cell(code, row, catalogue) }));
}

function cell(statistic: Statistic, row: RollUpRow, catalogue: Catalogue) {
  const format = formatOf(row.figure, catalogue);
  switch (statistic) {
    case 'rank':
      return number(row.rank);
    case 'percentile':
      return number(row.percentile);
    case 'share':
      return percent(row.share);
    case 'median':
      return format(row.median);
    case 'mean':
      return row.numerator === undefined ? number(row.mean, 2) : format(row.mean);
    case 'quartiles':
      return row.quartiles === undefined ? '—' : `${format(row.quartiles.first)} – ${format(row.quartiles.third)}`;
    default:
      return change(row);
  }
}

/** A change of a rate is in percentage points. A year before that is incomplete is named: it explains many changes. */
function change(row: RollUpRow) {
  const found = row.change;
  if (found === undefined) {
    return '—';
  }
  const isRate = row.numerator !== undefined;
  const absolute = isRate ? t(
    `${signed(found.absolute * 100, 1)} 个百分点`,
    `${signed(found.absolute * 100, 1)} points`,
  ) : signed(found.absolute);
  const relative = isRate || found.percent === undefined ? '' : t(`（${signed(found.percent, 1)}%）`, ` (${signed(found.percent, 1)}%)`);
  return html`${absolute}${relative}${found.reports < found.expected
    ? html`<span class="remark coverage incomplete">${t(`上年 ${coverage(found)}`, `year before: ${coverage(found)}`)}</span>`
    : nothing}`;
}
