/** A report that is being filled in. All functions are pure. */

import type { ExplanationEntry, Finding, FormCatalogue, Rendering, Report } from '../../api/contract';
import { at, type Cell } from '../../form-layout';
import { t } from '../../text';
import { faultOf, maximumOf, numberOf, plain } from '../number-text';
import type { Entries } from '../statutory-form';
import type { Reading } from './reading';

export type Section = 'overview' | 'problemsAndImprovements' | 'otherMatters';

export const SECTIONS: Section[] = ['overview', 'problemsAndImprovements', 'otherMatters'];

export interface Draft {
  agency: string;
  /** The name of the agency, to be shown where it has not been loaded. */
  agencyName: string;
  year: number;
  /** The texts of the cells, as entered. A cell without an entry has not been filled in. */
  entries: Entries;
  /** The pointers of the cells that the page has filled with zeros, and nobody has changed since. */
  zeros?: string[];
  /** The documents in force at the end of last year, by the cells for those of this year, from which the page computes these. */
  opening?: Entries;
  texts: Record<Section, string>;
  /** The reasons for warnings, by their keys. */
  reasons: Record<string, string>;
  /** The newest revision when the draft was begun; undefined if there was none. */
  base?: Base;
  /** How the document was read, if there was one. */
  reading?: Reading;
  /** The document as it was read. It is stored beside the draft. */
  rendering?: Rendering;
  /** Whether its reader has logged out: it is shown again after a login. */
  isLocked?: boolean;
  /** Its last change, by the clock of this machine. */
  savedAt?: string;
}

export interface Base {
  revision: number;
  /** The tag that `If-Match` takes. */
  etag: string;
}

export const sectionTitle = (section: Section): string =>
  ({
    overview: t('一、总体情况', '1. General situation'),
    problemsAndImprovements: t('五、存在的主要问题及改进情况', '5. Main problems and improvements'),
    otherMatters: t('六、其他需要报告的事项', '6. Other matters to report'),
  })[section];

/** Returns a draft with nothing filled in. */
export const emptyDraft = (agency: string, agencyName: string, year: number): Draft => ({
  agency,
  agencyName,
  year,
  entries: {},
  texts: { overview: '', problemsAndImprovements: '', otherMatters: '' },
  reasons: {},
});

/** Returns the numbers of a report or of a part of it, by their pointers. */
export function numbersOf(part: unknown, pointer = ''): Entries {
  if (typeof part === 'number') {
    return { [pointer]: String(part) };
  }
  if (typeof part !== 'object' || part === null) {
    return {};
  }
  return Object.assign({}, ...Object.entries(part).map(([name, value]) => numbersOf(value, `${pointer}/${name}`)));
}

/** Returns the texts of the sections of a report; absent ones are empty. */
export function textsOf(report: Record<string, unknown>): Draft['texts'] {
  const text = (section: Section): string => (typeof report[section] === 'string' ? (report[section] as string) : '');
  return {
    overview: text('overview'),
    problemsAndImprovements: text('problemsAndImprovements'),
    otherMatters: text('otherMatters'),
  };
}

/** Returns the numbers and texts of a stored report, for a correction. */
export function contentOf(report: Report): Pick<Draft, 'entries' | 'texts'> {
  const { agency, agencyName, year, revision, ...content } = report;
  return { entries: numbersOf(content), texts: textsOf(content) };
}

/** The end of the pointer of a number of documents in force, which those issued and repealed in the year change. */
const IN_FORCE = '/inForce';

/**
 * Returns the values of a template that follow from last year's report, without their totals. Its other zeros are not
 * facts but places to fill in. Documents in force are only where the year begins.
 *
 * @param lastYear the report in force of last year
 */
export function openingOf(template: Report, lastYear: Report, form: FormCatalogue): Pick<Draft, 'entries' | 'opening'> {
  const opening = form.figures
    .filter((figure) => figure.measure === 'STOCK' && figure.code !== 'requests.carriedForward')
    .flatMap((figure) => figure.cells.filter((cell) => !cell.total).map((cell) => cell.pointer))
    .filter((pointer) => at(template, pointer) !== 0 || at(lastYear, pointer) !== undefined);
  const values = opening.map((pointer): [string, string] => [pointer, String(at(template, pointer))]);
  return {
    entries: Object.fromEntries(values.filter(([pointer]) => !pointer.endsWith(IN_FORCE))),
    opening: Object.fromEntries(values.filter(([pointer]) => pointer.endsWith(IN_FORCE))),
  };
}

/** Returns a draft with further entries. A zero of the page that is entered becomes one of the reader. */
export const withEntries = (draft: Draft, entries: Entries): Draft => ({
  ...draft,
  entries: { ...draft.entries, ...entries },
  zeros: (draft.zeros ?? []).filter((pointer) => !(pointer in entries)),
});

/** Returns the text of a cell; empty if it has not been filled in. */
export const entry = (draft: Draft, pointer: string): string => draft.entries[pointer] ?? '';

export const isFilled = (draft: Draft, pointer: string): boolean => plain(entry(draft, pointer)) !== '';

/** Returns the cells that have not been filled in, in order. */
export const emptyCells = (draft: Draft, cells: Cell[]): Cell[] => cells.filter((cell) => !isFilled(draft, cell.pointer));

/** Returns the report as it would be submitted: without the cells that have no number. */
export function reportOf(draft: Draft, form: FormCatalogue, cells: Cell[]): Report {
  const report: Record<string, unknown> = { form: form.form, ...draft.texts };
  for (const { pointer } of cells) {
    const path = pointer.split('/').slice(1);
    const last = path.pop() as string;
    let parent = report;
    for (const name of path) {
      parent = (parent[name] ??= {}) as Record<string, unknown>;
    }
    const value = numberOf(entry(draft, pointer));
    if (value !== undefined) {
      parent[last] = value;
    }
  }
  return report as unknown as Report;
}

/** Returns the findings that a reader can act on: without those on cells that are empty, and with those on texts. */
export function relevant(findings: Finding[], draft: Draft, cells: Cell[]): Finding[] {
  const numbers = cells.filter((cell) => isFilled(draft, cell.pointer));
  const faulty = numbers.flatMap((cell) => notANumber(cell, entry(draft, cell.pointer)));
  const known = new Set(numbers.map((cell) => cell.pointer).filter((pointer) => faulty.every((one) => one.pointer !== pointer)));
  const isCell = new Set(cells.map((cell) => cell.pointer));
  return [
    ...faulty,
    ...findings.filter((one) => one.rule !== 'SHAPE' || !isCell.has(one.pointer) || known.has(one.pointer)),
  ];
}

/** Returns the finding on a text that cannot be sent as a number; none if it can. */
function notANumber({ pointer, name, isAmount }: Cell, text: string): Finding[] {
  const message = faultOf(text, maximumOf(isAmount));
  return message === undefined ? [] : [{ rule: 'SHAPE', severity: 'ERROR', pointer, cell: name, message }];
}

/** Names a warning among those of a report. */
export const warningKey = (warning: { rule: string; pointer: string }): string => `${warning.rule} ${warning.pointer}`;

/** Returns the reasons for those warnings of a report that are open. The service refuses others. */
export function explanationsOf(reasons: Draft['reasons'], findings: Finding[]): ExplanationEntry[] {
  return findings
    .filter((one) => one.state === 'OPEN')
    .map(({ rule, pointer }) => ({ rule, pointer, reason: reasons[warningKey({ rule, pointer })]?.trim() ?? '' }))
    .filter((one) => one.reason !== '');
}
