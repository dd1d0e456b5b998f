/** What was read from a file, and what a person must compare with it. All functions are pure. */

import type { Confidence, DocumentPlace, FormCatalogue, Imported, IssueKind, ReadingIssue, Report } from '../../api/contract';
import { isObject } from '../../claims';
import { at, type Cell } from '../../form-layout';
import { of, t } from '../../text';
import { isExact } from '../number-text';
import { type Draft, SECTIONS, isFilled, numbersOf, sectionTitle, textsOf, warningKey } from './draft';
import { isCode, isText, isYear } from './shape';

export interface Reading {
  /** The name of the file, or of another source. */
  name: string;
  /** The printed text of each cell, by its pointer. */
  sources: Record<string, string>;
  /** How sure each number is, by its pointer; missing in drafts of an earlier version. */
  confidences?: Record<string, Confidence>;
  /** Where each number and section is printed, by its pointer; missing in drafts of an earlier version. */
  places?: Record<string, DocumentPlace>;
  issues: Issue[];
}

export interface Issue extends ReadingIssue {
  /** Whether a person has compared it with the document. */
  isConfirmed: boolean;
}

/** Which report a file says that it is. */
export interface Identity {
  agency?: string;
  agencyName?: string;
  year?: number;
}

/** The content of a file. */
export interface Content extends Pick<Draft, 'entries' | 'texts' | 'reasons' | 'reading' | 'rendering'> {
  identity: Identity;
}

/** Returns the content of a document as it was read. */
export function contentOfDocument(imported: Imported, name: string): Content {
  const { agency, agencyName, year, rendering } = imported;
  return {
    identity: known({ agency, agencyName, year }),
    entries: numbersOf(imported.report),
    texts: textsOf(imported.report),
    reasons: {},
    reading: {
      name,
      sources: Object.fromEntries(imported.sources.map((source) => [source.pointer, source.text])),
      confidences: Object.fromEntries(imported.sources.map((source) => [source.pointer, source.confidence])),
      places: Object.fromEntries(imported.sources.map((source) => [source.pointer, source.place])),
      issues: imported.issues.map((issue) => ({ ...issue, isConfirmed: false })),
    },
    ...(rendering === undefined ? {} : { rendering }),
  };
}

/** A report in JSON, as the API answers it, or as an item of a batch. */
export interface JsonReport {
  identity: Identity;
  report: Record<string, unknown>;
  reasons: Draft['reasons'];
}

/** The failure to read a report whose numbers have more digits than the pages can represent. */
export class InexactNumberError extends Error {}

/** Reads a report in JSON. Fails with an InexactNumberError, or with another error if it is something else. */
export function parseReport(text: string): JsonReport {
  const value: unknown = JSON.parse(text);
  const item = isObject(value) && isObject(value.report) ? value : { report: value };
  const { report } = item;
  if (!isObject(report) || !isObject(report.proactiveDisclosure) || !isObject(report.requests)) {
    throw new SyntaxError('not a report');
  }
  if (!numbersIn(text).every(isExact)) {
    throw new InexactNumberError();
  }
  const all: Record<string, unknown> = { ...item, ...report };
  return { identity: identityIn(all), report, reasons: reasonsIn(all.explanations) };
}

/** Returns the content of a report for the cells of a form. Whatever else the report contains is left out. */
export function contentOfJson({ identity, report, reasons }: JsonReport, form: FormCatalogue): Content {
  const pointers = form.figures.flatMap((figure) => figure.cells.map((cell) => cell.pointer));
  const numbers = pointers.flatMap((pointer) => {
    const value = at(report as unknown as Report, pointer);
    return value === undefined ? [] : [[pointer, String(value)]];
  });
  return { identity, entries: Object.fromEntries(numbers), texts: textsOf(report), reasons };
}

/** Returns the numbers of a JSON text as they are written. Texts are skipped. */
const numbersIn = (text: string): string[] => text.match(/"[^"\\]*(\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g)?.filter((one) => !one.startsWith('"')) ?? [];

function identityIn({ agency, agencyName, year }: Record<string, unknown>): Identity {
  const isValid = isAbsentOr(isCode, agency) && isAbsentOr(isText, agencyName) && isAbsentOr(isYear, year);
  if (!isValid) {
    throw new SyntaxError('not the identity of a report');
  }
  return known({ agency: agency ?? undefined, agencyName: agencyName ?? undefined, year: year ?? undefined } as Identity);
}

const isAbsentOr = (check: (value: unknown) => boolean, value: unknown): boolean => value === undefined || value === null || check(value);

function reasonsIn(explanations: unknown): Draft['reasons'] {
  if (!isAbsentOr(Array.isArray, explanations)) {
    throw new SyntaxError('not a list of explanations');
  }
  return Object.fromEntries(((explanations ?? []) as unknown[]).map(reasonIn));
}

function reasonIn(value: unknown): [key: string, reason: string] {
  if (!isObject(value) || !isText(value.rule) || !isText(value.pointer) || !isText(value.reason)) {
    throw new SyntaxError('not an explanation');
  }
  return [warningKey({ rule: value.rule, pointer: value.pointer }), value.reason];
}

function known(identity: { [name in keyof Identity]: Identity[name] | undefined }): Identity {
  return Object.fromEntries(Object.entries(identity).filter(([, value]) => value !== undefined)) as Identity;
}

/** Returns whether a file says that it is another report than the chosen one. */
export function isOther(found: Identity, agency: { code: string; name: string }, year: number): boolean {
  const isOtherAgency =
    found.agency === undefined ? found.agencyName !== undefined && found.agencyName !== agency.name : found.agency !== agency.code;
  return isOtherAgency || (found.year !== undefined && found.year !== year);
}

const GAPS: IssueKind[] = ['AMBIGUOUS', 'UNREADABLE', 'MISSING', 'COMPETING', 'ANOTHER_REPORT'];
const DOUBTS: IssueKind[] = ['GUESSED', 'REPEATED', 'UNPLACED', 'OTHER_FORM'];

/** Returns whether a number is missing, because it could not be read. */
export const isGap = (issue: Issue): boolean => GAPS.includes(issue.kind);

/** Returns whether a person must look at an issue: at a doubt, and at a gap. */
export const needsReview = (issue: Issue): boolean => isGap(issue) || DOUBTS.includes(issue.kind);

/** Returns the cells that an issue is about: one, those of a row, or none. */
export const cellsOf = (issue: ReadingIssue, cells: Cell[]): Cell[] =>
  issue.pointer === '' ? [] : cells.filter((cell) => cell.pointer === issue.pointer || cell.pointer.startsWith(`${issue.pointer}/`));

/** The number of cells of a row of table 3. */
const ROW = 7;

/** Returns the cells that show an issue: those of a row, but not those of a whole table, unless they are empty. */
export const markedCells = (issue: Issue, cells: Cell[]): Cell[] => {
  const mine = cellsOf(issue, cells);
  return mine.length <= ROW || isGap(issue) ? mine : [];
};

/** Returns whether an issue is settled: a doubt is confirmed; the cells of a gap are filled in, or it is confirmed if it has none. */
export function isSettled(issue: Issue, draft: Draft, cells: Cell[]): boolean {
  const mine = cellsOf(issue, cells);
  return isGap(issue) && mine.length > 0 ? mine.every((cell) => isFilled(draft, cell.pointer)) : issue.isConfirmed;
}

/** Returns the issues that a person must look at: those about the form of the year. */
export const toReview = (reading: Reading, cells: Cell[]): Issue[] =>
  reading.issues.filter((issue) => needsReview(issue) && hasPlace(issue, cells));

const hasPlace = (issue: Issue, cells: Cell[]): boolean =>
  issue.pointer === '' || SECTIONS.some((section) => issue.pointer === `/${section}`) || cellsOf(issue, cells).length > 0;

/** Returns the issues of a draft that a person has still to look at. */
export const openIssues = (draft: Draft, cells: Cell[]): Issue[] =>
  draft.reading === undefined ? [] : toReview(draft.reading, cells).filter((issue) => !isSettled(issue, draft, cells));

/** Returns the name of a place in a report, for people. */
export function placeOf(pointer: string, form: FormCatalogue, cells: Cell[]): string {
  const section = SECTIONS.find((one) => pointer === `/${one}`);
  const figure = form.figures.find((one) => `/${one.code.replaceAll('.', '/')}` === pointer);
  return pointer === ''
    ? t('整份文件', 'The document')
    : section !== undefined
      ? sectionTitle(section)
      : (cells.find((cell) => cell.pointer === pointer)?.name ?? (figure === undefined ? pointer : of(figure.place)));
}

/** The name of a kind of issue. */
export const kindName = (kind: IssueKind): string =>
  ({
    BLANK: t('空白', 'Blank'),
    NONE: t('无', 'None'),
    NOT_APPLICABLE: t('不适用', 'Not applicable'),
    ANNOTATED: t('带说明或单位', 'With a note or unit'),
    CONVERTED: t('已换算为万元', 'Converted to CNY 10,000'),
    SPLIT: t('数字相连，已拆分', 'Numbers without a gap, separated'),
    LEFT_OUT: t('未采用的文字', 'Text left out'),
    GUESSED: t('推断', 'Concluded'),
    REPEATED: t('重复印出', 'Printed twice'),
    UNPLACED: t('表中多出的数字', 'Numbers without a place'),
    OTHER_FORM: t('表式与年度不符', 'Form of other years'),
    AMBIGUOUS: t('无法拆分', 'Ambiguous'),
    UNREADABLE: t('不是数字', 'Unreadable'),
    MISSING: t('没有找到', 'Not found'),
    COMPETING: t('标题或年度互相矛盾', 'Contradicting titles or years'),
    ANOTHER_REPORT: t('文件中还有另一份报告', 'Another report in the document'),
  })[kind];
