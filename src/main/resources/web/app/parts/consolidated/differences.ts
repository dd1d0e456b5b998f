import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DifferentCell } from '../../api/contract';
import { cellId } from '../../form-layout';
import { setQuery } from '../../router';
import { Part } from '../../screen';
import { number, percent, signed, t } from '../../text';

/** The upper ends of the classes of the heat map, as shares; the last class has none. */
const LIMITS = [0.05, 0.2, 0.5];

type Order = 'relative' | 'absolute' | 'place';

/** Returns how much two numbers differ: the difference as a share of the larger one, between 0 and 1. */
export function relative({ own, sum, difference }: DifferentCell): number {
  const larger = Math.max(Math.abs(own), Math.abs(sum));
  return larger === 0 ? 0 : Math.min(1, Math.abs(difference) / larger);
}

/** Returns the class of each cell that differs, for the marks of the statutory tables. */
export const marks = (cells: DifferentCell[]): Record<string, number> =>
  Object.fromEntries(cells.map((cell) => [cell.pointer, mark(cell)]));

const mark = (cell: DifferentCell): number => 1 + LIMITS.filter((limit) => relative(cell) > limit).length;

/** Returns what the government reports in each cell that differs. */
export const ownNumbers = (cells: DifferentCell[]): Record<string, number> =>
  Object.fromEntries(cells.map((cell) => [cell.pointer, cell.own]));

/** Explains the colours of the heat map. */
export function heatLegend() {
  const [low, middle, high] = LIMITS.map((limit) => percent(limit));
  const names = [
    t(`不超过 ${low}`, `up to ${low}`),
    t(`${low} 至 ${middle}`, `${low} to ${middle}`),
    t(`${middle} 至 ${high}`, `${middle} to ${high}`),
    t(`超过 ${high}`, `more than ${high}`),
  ];
  return html`<ul class="legend heat">
    <li>${t('相差（占较大数的比例）：', 'Difference, as a share of the larger number:')}</li>
    ${names.map((name, i) => html`<li><span class="swatch mark-${i + 1}"></span>${name}</li>`)}
  </ul>`;
}

/** The cells in which a government's own report differs from the sum over its departments. */
@customElement('gk-differences')
export class Differences extends Part {
  @property({ attribute: false }) cells: DifferentCell[] = [];
  @property({ attribute: false }) order: string | undefined;

  override render() {
    const title = t('政府自身报告与各部门合计的差异', "Differences between the government's own report and the sum");
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table>
        <thead>
          <tr>
            ${this.head('place', t('单元格', 'Cell'), false)}
            <th scope="col" class="number">${t('政府自身报告', 'Own report')}</th>
            <th scope="col" class="number">${t('各部门合计', 'Sum')}</th>
            ${this.head('absolute', t('差额', 'Difference'), true)} ${this.head('relative', t('相差比例', 'Share'), true)}
          </tr>
        </thead>
        <tbody>${sorted(this.cells, this.chosen()).map(row)}</tbody>
      </table>
    </div>`;
  }

  private chosen(): Order {
    return this.order === 'absolute' || this.order === 'place' ? this.order : 'relative';
  }

  private head(order: Order, name: string, isNumber: boolean) {
    const isChosen = order === this.chosen();
    const direction = order === 'place' ? 'ascending' : 'descending';
    return html`<th scope="col" class=${isNumber ? 'number' : nothing} aria-sort=${isChosen ? direction : 'none'}>
      <button type="button" class="plain" @click=${() => setQuery({ sort: order === 'relative' ? undefined : order }, { replace: true })}>${name}</button>
      ${isChosen ? html`<span aria-hidden="true">${order === 'place' ? '▲' : '▼'}</span>` : nothing}
    </th>`;
  }
}

/** Returns cells in an order; the given order is that of the form. */
function sorted(cells: DifferentCell[], order: Order): DifferentCell[] {
  if (order === 'place') {
    return cells;
  }
  const weight = order === 'relative' ? relative : (cell: DifferentCell) => Math.abs(cell.difference);
  return [...cells].sort((a, b) => weight(b) - weight(a));
}

const row = (cell: DifferentCell) => html`<tr>
  <th scope="row"><a href="#${cellId(cell.pointer)}">${cell.cell}</a></th>
  <td class="number">${number(cell.own)}</td>
  <td class="number">${number(cell.sum)}</td>
  <td class="number">${signed(cell.difference)}</td>
  <td class="number"><span class="swatch mark-${mark(cell)}" aria-hidden="true"></span><span class="relative">${percent(relative(cell))}</span></td>
</tr>`;
