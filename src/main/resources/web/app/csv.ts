/** Reads and writes CSV, as the service does. */

import { guarded } from './spreadsheet-formula';

/** A line of a file, with its number as a spreadsheet shows it. */
export interface CsvLine {
  number: number;
  cells: string[];
}

const SEPARATOR_LINE = /^"?sep=([,;\t|])"?[,;\t]*(?:\r\n|\n|\r|$)/i;

/** Cells that need quotes: spreadsheets may separate cells by commas, semicolons or tabs. */
const NEEDS_QUOTES = /[",;\t\r\n]/;

/** Decodes a file: UTF-8 or UTF-16 with its mark, or else UTF-8 if the bytes are valid in it, or else GB18030. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Reads lines. Cells are separated by commas, semicolons or tabs: the first line shows by which. */
export function read(file: string): CsvLine[] {
  const text = file.replace(/^\uFEFF/, '');
  const named = SEPARATOR_LINE.exec(text);
  const content = named === null ? text : text.slice(named[0].length);
  const separator = named?.[1] ?? separatorOf(content);
  const lines: CsvLine[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endLine = (): void => {
    lines.push({ number: lines.length + 1, cells: [...cells, cell] });
    cells = [];
    cell = '';
  };
  for (let i = 0; i < content.length; i++) {
    const one = content[i] as string;
    if (isQuoted) {
      if (one === '"' && content[i + 1] === '"') {
        cell += one;
        i++;
      } else if (one === '"') {
        isQuoted = false;
      } else {
        cell += one;
      }
    } else if (one === '"' && cell === '') {
      isQuoted = true;
    } else if (one === separator) {
      cells.push(cell);
      cell = '';
    } else if (one === '\n') {
      endLine();
    } else if (one !== '\r') {
      cell += one;
    }
  }
  if (cell !== '' || cells.length > 0) {
    endLine();
  }
  return lines;
}

function separatorOf(content: string): string {
  const header = (content.split(/\r?\n/).find((line) => line.trim() !== '') ?? '').replace(/"[^"]*"/g, '');
  const hasTabs = header.includes('\t');
  const hasSemicolons = header.includes(';');
  return header.includes(',') || hasTabs === hasSemicolons ? ',' : hasTabs ? '\t' : ';';
}

/** Writes a file for spreadsheets, with apostrophes before what would be formulas. */
export const write = (lines: string[][]): Blob => spreadsheet(lines.map((cells) => `${lineOf(cells)}\r\n`).join(''));

/** Writes the names that readers know into the first line of a file of the service, which has those that programs know. */
export async function withHeads(file: Blob, nameOf: (column: string) => string): Promise<Blob> {
  const text = await file.text();
  const end = text.indexOf('\r\n');
  return spreadsheet(lineOf(text.slice(0, end).split(',').map(nameOf)) + text.slice(end));
}

/** Returns a file with the mark of UTF-8. */
const spreadsheet = (text: string): Blob => new Blob([`\uFEFF${text}`], { type: 'text/csv;charset=utf-8' });

const lineOf = (cells: string[]): string => cells.map(quoted).join(',');

function quoted(cell: string): string {
  const safe = guarded(cell);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
