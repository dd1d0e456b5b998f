/** Numbers that would repair a report, as buttons at their cells. All functions are pure. */

import type { Cause, Finding } from '../../api/contract';
import { plain } from '../number-text';
import type { Entries, Suggestion } from '../statutory-form';
import { type Draft, entry, isFilled, warningKey } from './draft';

/** The rules whose finding has the cell on its left side, and the number that it should have on its right side. */
const CELL_EQUALS_SUM = ['T3-ROW-TOTAL', 'T3-OUTCOMES', 'T4-TOTAL', 'CARRY-OVER'];

/** The rules that compare sums within a report. */
const SUMS = [...CELL_EQUALS_SUM.filter((rule) => rule !== 'CARRY-OVER'), 'T3-BALANCE'];

/** Returns the causes to be shown. A number that was entered is not to become one that adds up with the zeros of the page. */
export const sensible = (causes: Cause[], draft: Draft): Cause[] =>
  causes.filter((cause) => !isAgainstZeros(cause.pointer, cause.explains, draft));

/**
 * Returns suggestions: those of the service, and the other side of equations for findings that these do not explain.
 *
 * @param draft what was entered, without computed totals
 */
export function suggestionsOf(findings: Finding[], causes: Cause[], draft: Draft): Suggestion[] {
  const explained = new Set(causes.flatMap((cause) => cause.explains.map(warningKey)));
  const isOpen = (one: Finding) => one.state !== 'EXPLAINED' && !explained.has(warningKey(one));
  const ofFindings = findings.filter((one) => CELL_EQUALS_SUM.includes(one.rule) && one.right !== undefined && isOpen(one));
  const all = [
    ...causes.map((cause) => ofCause(cause, draft)),
    ...ofFindings.filter((one) => !isAgainstZeros(one.pointer, [one], draft)).map(ofFinding),
  ];
  return all.filter((one, i) => all.findIndex((other) => other.pointer === one.pointer) === i);
}

/** Returns whether a suggestion follows only from sums in a row or column that the page has filled up with zeros. */
function isAgainstZeros(pointer: string, reasons: Array<{ rule: string }>, { zeros = [] }: Draft): boolean {
  return reasons.every((one) => SUMS.includes(one.rule)) && !zeros.includes(pointer) && zeros.some((zero) => isInLine(zero, pointer));
}

/** Returns whether two cells are in a row, or in a column of table 3. */
function isInLine(one: string, other: string): boolean {
  const [row, column] = split(one);
  const [otherRow, otherColumn] = split(other);
  return row === otherRow || (column === otherColumn && [row, otherRow].every((name) => name.startsWith('/requests/')));
}

function split(pointer: string): [row: string, column: string] {
  const end = pointer.lastIndexOf('/');
  return [pointer.slice(0, end), pointer.slice(end + 1)];
}

/** Returns the change that accepts the suggestions of the service together. */
export const allOf = (causes: Cause[], draft: Draft): Entries =>
  causes.reduce<Entries>((changed, cause) => {
    const before = { ...draft, entries: { ...draft.entries, ...changed } };
    return { ...changed, ...ofCause(cause, before).entries };
  }, {});

function ofCause(cause: Cause, draft: Draft): Suggestion {
  const entries: Entries = { [cause.pointer]: String(cause.suggested) };
  if (cause.exchangedWith !== undefined) {
    entries[cause.exchangedWith] = String(cause.value);
  }
  // Computed totals follow by themselves.
  for (const total of cause.totals.filter((one) => isFilled(draft, one))) {
    entries[total] = String(Number(plain(entry(draft, total))) + cause.suggested - cause.value);
  }
  return { pointer: cause.pointer, value: cause.suggested, reason: cause.message, entries };
}

function ofFinding(finding: Finding): Suggestion {
  const value = finding.right as number;
  return { pointer: finding.pointer, value, reason: finding.message, entries: { [finding.pointer]: String(value) } };
}
