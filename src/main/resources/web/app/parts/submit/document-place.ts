/** Where the figures of a document are printed. All functions are pure. */

import type { Confidence, DocumentPlace } from '../../api/contract';
import type { Cell } from '../../form-layout';
import { t } from '../../text';
import { type Draft, SECTIONS, sectionTitle } from './draft';
import { type Issue, isSettled, kindName, markedCells, toReview } from './reading';

/** How a place is marked, from the surest: by the confidence of its number, or because a person must look at it. */
export type MarkKind = 'read' | 'inferred' | 'guessed' | 'open';

/** The kinds of marks, from the surest. */
export const KINDS: MarkKind[] = ['read', 'inferred', 'guessed', 'open'];

/** A marked place of a document. */
export interface Mark {
  place: DocumentPlace;
  kind: MarkKind;
  /** The cells and sections whose content is printed there; none if the form has no place for it. */
  pointers: string[];
  /** What is printed there, for people. */
  names: string[];
}

/** Returns the key of a place: places with the same words have the same key. */
export function placeKey({ page, box, table, row, column, paragraph }: DocumentPlace): string {
  return box !== undefined
    ? `page ${page} ${box.left} ${box.top}`
    : table !== undefined
      ? cellKey(table, row, column)
      : `paragraph ${paragraph}`;
}

/** Returns the key of a cell of a table; of a whole row if no column is given. */
export const cellKey = (table: number, row: number | undefined, column?: number): string => `table ${table} ${row} ${column ?? ''}`;

/** Returns the places of a document that are marked, by their keys. */
export function marksOf(draft: Draft, cells: Cell[]): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  const { places = {}, confidences = {}, issues = [] } = draft.reading ?? {};
  for (const { pointer, name } of [...cells, ...SECTIONS.map((section) => ({ pointer: `/${section}`, name: sectionTitle(section) }))]) {
    const place = places[pointer];
    if (place !== undefined) {
      add(marks, place, kindOf(confidences[pointer]), [{ pointer, name }]);
    }
  }
  const reviewed = draft.reading === undefined ? [] : toReview({ ...draft.reading, issues }, cells);
  for (const issue of reviewed) {
    if (issue.place !== undefined) {
      add(marks, issue.place, isSettled(issue, draft, cells) ? 'guessed' : 'open', [...markedCells(issue, cells), remark(issue)]);
    }
  }
  return marks;
}

/** An issue names its place, but is no cell of the form. */
const remark = (issue: Issue): { pointer?: string; name: string } => ({ name: `${kindName(issue.kind)}${t('：', ': ')}${issue.detail}` });

function add(marks: Map<string, Mark>, place: DocumentPlace, kind: MarkKind, printed: Array<{ pointer?: string; name: string }>): void {
  const key = placeKey(place);
  const mark = marks.get(key) ?? { place, kind, pointers: [], names: [] };
  const pointers = printed.flatMap(({ pointer }) => (pointer === undefined ? [] : [pointer]));
  marks.set(key, {
    place,
    kind: KINDS[Math.max(KINDS.indexOf(mark.kind), KINDS.indexOf(kind))] as MarkKind,
    pointers: [...new Set([...mark.pointers, ...pointers])],
    names: [...new Set([...mark.names, ...printed.map(({ name }) => name)])],
  });
}

/** Returns the kind of mark of a number; one whose confidence is not known is taken as printed. */
export function kindOf(confidence: Confidence | undefined): MarkKind {
  switch (confidence) {
    case 'GUESSED':
      return 'guessed';
    case 'INFERRED':
      return 'inferred';
    default:
      return 'read';
  }
}

/** The name of a kind of mark. */
export const markName = (kind: MarkKind): string =>
  ({
    read: t('原文', 'As printed'),
    inferred: t('由合计推断', 'Inferred from sums'),
    guessed: t('推测', 'Guessed'),
    open: t('待核对', 'To compare'),
  })[kind];

/** Returns a place as people name it. */
export function placeText({ page, sheet, cell, table, row, column, paragraph }: DocumentPlace): string {
  if (cell !== undefined) {
    return sheet === undefined ? t(`单元格 ${cell}`, `Cell ${cell}`) : t(`工作表“${sheet}”${cell}`, `Sheet “${sheet}”, ${cell}`);
  }
  const onPage = page === undefined ? [] : [t(`第 ${page} 页`, `page ${page}`)];
  const inTable = table === undefined ? [] : [t(`第 ${table} 个表格`, `table ${table}`), ...positions(row, column)];
  const inText = paragraph === undefined ? [] : [t(`第 ${paragraph} 段`, `paragraph ${paragraph}`)];
  return [...onPage, ...inTable, ...inText].join(t('，', ', '));
}

const positions = (row: number | undefined, column: number | undefined): string[] =>
  row === undefined
    ? []
    : [column === undefined ? t(`第 ${row} 行`, `row ${row}`) : t(`第 ${row} 行第 ${column} 列`, `row ${row}, column ${column}`)];
