/** Keyboard and clipboard in a grid of inputs, as in a spreadsheet. */

import { MAX_LENGTH } from './number-text';

const STEPS: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus with the arrow keys: left and right when the caret is at the end of the text. */
export function move(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const input = event.target;
  const isOther = event.altKey || event.ctrlKey || event.metaKey || event.isComposing;
  if (step === undefined || !(input instanceof HTMLInputElement) || isOther) {
    return;
  }
  const rows = step[0] * (event.key === 'Enter' && event.shiftKey ? -1 : 1);
  const next = rows === 0 && isInside(input, step[1]) ? undefined : neighbour(input, rows, step[1]);
  if (next !== undefined) {
    event.preventDefault();
    next.focus();
    next.select();
  }
}

function isInside(input: HTMLInputElement, columns: number): boolean {
  const isAllSelected = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  return !isAllSelected && (columns < 0 ? input.selectionStart !== 0 : input.selectionEnd !== input.value.length);
}

function neighbour(input: HTMLInputElement, rows: number, columns: number): HTMLInputElement | undefined {
  const grid = gridOf(input);
  const row = grid.findIndex((inputs) => inputs.includes(input));
  const column = (grid[row] as HTMLInputElement[]).indexOf(input);
  const target = grid[row + rows];
  return target?.[rows === 0 ? column + columns : Math.min(column, target.length - 1)];
}

/** Returns the inputs of all rows that have any. */
function gridOf(input: HTMLInputElement): HTMLInputElement[][] {
  const rows = [...(input.closest('section') as HTMLElement).querySelectorAll('tbody tr')];
  return rows
    .map((row) => [...row.querySelectorAll<HTMLInputElement>('input[data-pointer]')])
    .filter((inputs) => inputs.length > 0);
}

export interface Spread {
  /** The texts by the pointers of their cells. */
  texts: Record<string, string>;
  /** The number of copied cells that lie outside the grid. */
  outside: number;
}

/** Spreads copied cells of a spreadsheet from an input on. */
export function spread(text: string, from: HTMLInputElement): Spread {
  const grid = gridOf(from);
  const first = grid.findIndex((inputs) => inputs.includes(from));
  const left = (grid[first] as HTMLInputElement[]).indexOf(from);
  const texts: Record<string, string> = {};
  let outside = 0;
  text.replace(/\r?\n$/, '').split(/\r?\n/).forEach((line, i) => {
    line.split('\t').forEach((cell, j) => {
      const pointer = grid[first + i]?.[left + j]?.dataset.pointer;
      if (pointer !== undefined) {
        texts[pointer] = cell.trim().slice(0, MAX_LENGTH + 1);
      } else if (cell.trim() !== '') {
        outside += 1;
      }
    });
  });
  return { texts, outside };
}
