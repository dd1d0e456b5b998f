/** The layout of the statutory tables, derived from the catalogue of the form. */

import type { FigureEntry, FormCatalogue, Report } from './api/contract';
import { of, t } from './text';

/** A cell for a number. */
export interface Cell {
  /** Where its number is in the JSON of a report. */
  pointer: string;
  /** Its row and column, to be read out. */
  name: string;
  isTotal: boolean;
  /** Whether its number is an amount of money, and not a count. */
  isAmount: boolean;
}

export interface Row {
  label: string;
  /** The number of groups that the row is in. */
  depth: number;
  /** Empty for the heading of a group. */
  cells: Cell[];
}

/** The head of some columns; a head with parts spans the columns of these. */
export interface Head {
  label: string;
  parts: Head[];
}

/** Rows with the same columns. */
export interface Block {
  /** The head of the column of row labels; undefined if rows have none. */
  corner: string | undefined;
  heads: Head[];
  rows: Row[];
}

export interface Table {
  number: number;
  title: string;
  blocks: Block[];
}

const SEPARATOR = ' · ';

/** Returns the tables of a form: 2, 3 and 4, after the sections of the report that contain them. */
export function tables(form: FormCatalogue): Table[] {
  return [2, 3, 4].map((number) => {
    const figures = form.figures.filter((figure) => figure.table === number);
    const title = figures[0] === undefined ? '' : of(figures[0].label);
    return { number, title, blocks: blocks(number, figures, form) };
  });
}

function blocks(table: number, figures: FigureEntry[], form: FormCatalogue): Block[] {
  if (table === 3) {
    return [applicants(figures.slice(1), form)];
  }
  const leaves = figures.filter((figure) => figure.cells.length === 1);
  return table === 4 ? [oneRow(leaves)] : rowsByHeads(leaves);
}

/** Table 3: a row for each figure, and a column for each type of applicant and for their total. */
function applicants(figures: FigureEntry[], form: FormCatalogue): Block {
  const types = form.applicantTypes.map((type) => of(type.label));
  const columns = [...types, t('总计', 'Total')];
  return {
    corner: t('本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和', 'Rows 1 and 2 together equal rows 3 and 4'),
    heads: columns.map(leaf),
    rows: figures.map((figure) => {
      const label = `${figure.row}${of(figure.label)}`;
      return {
        label,
        depth: figure.code.split('.').length - 2,
        cells: figure.cells.map((cell, i) => ({
          pointer: cell.pointer,
          name: `${label}${t('，', ', ')}${columns[i]}`,
          isTotal: cell.total || figure.role === 'TOTAL',
          isAmount: false,
        })),
      };
    }),
  };
}

/** Table 4: one row under heads of several levels. */
function oneRow(leaves: FigureEntry[]): Block {
  const heads: Head[] = [];
  for (const leaf of leaves) {
    let level = heads;
    for (const label of place(leaf)) {
      let head = level.find((one) => one.label === label);
      if (head === undefined) {
        head = { label, parts: [] };
        level.push(head);
      }
      level = head.parts;
    }
  }
  return { corner: undefined, heads, rows: [{ label: '', depth: 0, cells: leaves.map(cellOf) }] };
}

/** Table 2: rows that have the same columns stand below one head, as on paper. */
function rowsByHeads(leaves: FigureEntry[]): Block[] {
  const all: Block[] = [];
  let columns = '';
  for (const figures of byRow(leaves)) {
    const heads = figures.map(columnLabel);
    if (heads.join() !== columns) {
      columns = heads.join();
      all.push({ corner: t('信息内容', 'Content'), heads: heads.map(leaf), rows: [] });
    }
    all.at(-1)?.rows.push({ label: rowLabel(figures[0] as FigureEntry), depth: 0, cells: figures.map(cellOf) });
  }
  return all;
}

/** Returns the figures of each row. */
function byRow(leaves: FigureEntry[]): FigureEntry[][] {
  const rows: FigureEntry[][] = [];
  for (const one of leaves) {
    const last = rows.at(-1);
    if (last !== undefined && rowLabel(last[0] as FigureEntry) === rowLabel(one)) {
      last.push(one);
    } else {
      rows.push([one]);
    }
  }
  return rows;
}

const rowLabel = (figure: FigureEntry): string => place(figure).slice(0, -1).join(SEPARATOR);

/** The head of a column, with the unit of amounts of money as on the form; what is counted is clear without one. */
const columnLabel = (figure: FigureEntry): string =>
  (place(figure).at(-1) as string) +
  (figure.unit !== undefined && isAmount(figure) ? t(`（单位：${of(figure.unit.label)}）`, ` (${of(figure.unit.label)})`) : '');

const isAmount = (figure: FigureEntry): boolean => figure.unit?.code === 'ten_thousand_yuan';

const leaf = (label: string): Head => ({ label, parts: [] });

/** Returns the row and the heads of a figure. English names them in one sentence where the form has a single column. */
function place(figure: FigureEntry): string[] {
  const parts = of(figure.place).split(SEPARATOR).slice(1);
  return parts.length === 1 ? (parts[0] as string).split(', ').map(capitalized) : parts;
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function cellOf(figure: FigureEntry): Cell {
  const unit = figure.unit === undefined ? '' : t(`（${of(figure.unit.label)}）`, ` (${of(figure.unit.label)})`);
  return {
    pointer: (figure.cells[0] as { pointer: string }).pointer,
    name: `${place(figure).join(t('，', ', '))}${unit}`,
    isTotal: figure.role === 'TOTAL',
    isAmount: isAmount(figure),
  };
}

/** Returns the number of columns below a head. */
export const width = (head: Head): number => (head.parts.length === 0 ? 1 : head.parts.reduce((sum, part) => sum + width(part), 0));

/** Returns the number of levels of heads. */
export const height = (heads: Head[]): number => 1 + Math.max(...heads.map((head) => (head.parts.length === 0 ? 0 : height(head.parts))));

/** Returns the cells of all tables, in order. */
export const cells = (all: Table[]): Cell[] =>
  all.flatMap((table) => table.blocks.flatMap((block) => block.rows.flatMap((row) => row.cells)));

/** Returns the number at a place of a report; undefined if there is none. */
export function at(report: Report | undefined, pointer: string): number | undefined {
  let value: unknown = report;
  for (const name of pointer.split('/').slice(1)) {
    value = (value as Record<string, unknown> | undefined)?.[name];
  }
  return typeof value === 'number' ? value : undefined;
}

/** Returns the id of the element of a cell, which links and focus can name. */
export const cellId = (pointer: string): string => `cell${pointer.replaceAll('/', '-')}`;
