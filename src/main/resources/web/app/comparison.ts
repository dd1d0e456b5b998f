/** Compares the numbers of two reports. */

import type { Report } from './api/contract';
import { at, type Cell } from './form-layout';

/** A number that differs much between two reports. */
export interface BigChange {
  cell: Cell;
  before: number;
  after: number;
  /** How much, from 3 to 4; the marks of the statutory form. */
  mark: 3 | 4;
}

/** Added to both numbers, as the rule FIGURE-JUMP does: from 0 to 3 is no big change. */
const SMOOTHING = 10;
export const BIG = 2;
export const VERY_BIG = 3;

/** Returns the numbers that became at least twice or half as large, the largest changes first. */
export function bigChanges(cells: Cell[], report: Report, other: Report): BigChange[] {
  return cells
    .map((cell) => ({ cell, before: at(other, cell.pointer), after: at(report, cell.pointer) }))
    .filter((one): one is Omit<BigChange, 'mark'> => one.before !== undefined && one.after !== undefined)
    .filter((one) => ratio(one) >= BIG)
    .sort((a, b) => ratio(b) - ratio(a))
    .map((one) => ({ ...one, mark: ratio(one) >= VERY_BIG ? 4 : 3 }));
}

function ratio({ before, after }: { before: number; after: number }): number {
  const quotient = (Math.max(after, 0) + SMOOTHING) / (Math.max(before, 0) + SMOOTHING);
  return Math.max(quotient, 1 / quotient);
}
