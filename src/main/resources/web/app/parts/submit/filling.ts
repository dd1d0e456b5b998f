/** What the page fills in by itself. All functions are pure. */

import type { FormCatalogue } from '../../api/contract';
import type { Cell } from '../../form-layout';
import { faultOf, numberOf } from '../number-text';
import type { Entries } from '../statutory-form';
import { type Draft, emptyCells, entry, isFilled } from './draft';
import { markedCells, openIssues } from './reading';

/** Returns the empty cells that a document has something for which could not be read. They are for a person to fill in. */
export function unreadCells(draft: Draft, cells: Cell[]): Cell[] {
  const unread = pointersOf(openIssues(draft, cells).flatMap((issue) => markedCells(issue, cells)));
  return emptyCells(draft, cells).filter((cell) => unread.has(cell.pointer));
}

/** Returns the empty cells that can be filled with zeros: totals and documents in force follow from these, and what could not be read is not known. */
export function cellsForZeros(draft: Draft, cells: Cell[]): Cell[] {
  const unread = pointersOf(unreadCells(draft, cells));
  return emptyCells(draft, cells).filter((cell) => !cell.isTotal && !unread.has(cell.pointer) && !(cell.pointer in (draft.opening ?? {})));
}

/** Returns a draft with zeros in the empty cells. */
export function withZeros(draft: Draft, cells: Cell[]): Draft {
  const zeros = cellsForZeros(draft, cells).map((cell) => cell.pointer);
  const entries = Object.fromEntries(zeros.map((pointer) => [pointer, '0']));
  return { ...draft, entries: { ...draft.entries, ...entries }, zeros: [...(draft.zeros ?? []), ...zeros] };
}

/**
 * Returns the totals that nobody has entered, as the sums of their parts, and the documents in force, from those of last year. A total is left out as long as one of its parts is
 * empty, and if the document prints one that could not be read.
 *
 * @param emptied a total that the reader has just emptied, perhaps to enter another one
 */
export function computedTotals(draft: Draft, form: FormCatalogue, cells: Cell[], emptied?: string): Entries {
  const found: Entries = {};
  const printed = pointersOf(
    openIssues(draft, cells)
      .filter((issue) => issue.kind !== 'MISSING')
      .flatMap((issue) => markedCells(issue, cells)),
  );
  const value = (pointer: string): number => numberOf(isFilled(draft, pointer) ? entry(draft, pointer) : (found[pointer] ?? '')) ?? NaN;
  for (const [total, parts] of sums(form)) {
    const sum = parts.reduce((all, part) => all + value(part), 0);
    const isFree = !isFilled(draft, total) && !printed.has(total) && total !== emptied;
    if (isFree && faultOf(String(sum)) === undefined) {
      found[total] = String(sum);
    }
  }
  for (const [stock, opening] of Object.entries(draft.opening ?? {})) {
    const group = stock.slice(0, stock.lastIndexOf('/'));
    const closing = Number(opening) + value(`${group}/issued`) - value(`${group}/repealed`);
    if (!isFilled(draft, stock) && stock !== emptied && faultOf(String(closing)) === undefined) {
      found[stock] = String(closing);
    }
  }
  return found;
}

/** Returns the totals with their parts, so that a total comes after those that it contains. */
function sums(form: FormCatalogue): Array<[total: string, parts: string[]]> {
  const cellsOf = (code: string) => form.figures.find((figure) => figure.code === code)?.cells ?? [];
  return form.figures.flatMap((figure) => {
    const parts = figure.cells.filter((cell) => !cell.total).map((cell) => cell.pointer);
    const ofColumns = figure.role !== 'TOTAL' ? [] : figure.cells.map((cell): [string, string[]] => [
      cell.pointer,
      figure.leaves.flatMap((code) => cellsOf(code).filter((one) => one.applicantType === cell.applicantType)).map((one) => one.pointer),
    ]);
    const ofRow = figure.cells.filter((cell) => cell.total && parts.length > 1).map((cell): [string, string[]] => [cell.pointer, parts]);
    return [...ofColumns, ...ofRow];
  });
}

const pointersOf = (cells: Cell[]): Set<string> => new Set(cells.map((cell) => cell.pointer));
