import { html, nothing } from 'lit';
import { setQuery } from '../../router';
import type { Column } from './columns';
import { valuesOf } from './query';

/** Renders the head of a column. If the API can order rows by the column, it is a button. */
export function head(column: Column, query: URLSearchParams) {
  const { title, order, isNumber = false } = column;
  const style = isNumber ? 'number' : '';
  if (order === undefined) {
    return html`<th scope="col" class=${style}>${title}</th>`;
  }
  const first = valuesOf(query, 'orderBy')[0];
  const sorted = first === order ? 'ascending' : first === `-${order}` ? 'descending' : undefined;
  return html`<th scope="col" class=${style} aria-sort=${sorted ?? nothing}>
    <button type="button" class="plain sort" @click=${() => setQuery({ orderBy: nextOrder(order, first, isNumber) })}>
      ${title}<span aria-hidden="true">${sorted === undefined ? '↕' : sorted === 'ascending' ? '↑' : '↓'}</span>
    </button>
  </th>`;
}

/** A number is wanted from high to low first, a name in its own order. The third click restores the API's order. */
function nextOrder(order: string, current: string | undefined, isNumber: boolean): string | undefined {
  const orders = isNumber ? [`-${order}`, order] : [order, `-${order}`];
  return current === orders[0] ? orders[1] : current === orders[1] ? undefined : orders[0];
}
