import { html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Box, DrawnPage, DrawnWord } from '../../api/contract';
import { Part } from '../../screen';

/** The margin around the words and lines of a page, in points. */
const MARGIN = 12;

/** The parts of pages that were worked out. Pages never change. */
const viewBoxes = new WeakMap<DrawnPage, string>();

/** Returns the part of a page that is shown: its words and lines, without the empty margins of the paper. */
export function viewBoxOf(page: DrawnPage): string {
  const known = viewBoxes.get(page) ?? viewBox(page);
  viewBoxes.set(page, known);
  return known;
}

function viewBox({ width, height, words, lines }: DrawnPage): string {
  const boxes = [...lines, ...words.map(({ left, right, baseline, size }) => ({ left, right, top: baseline - size, bottom: baseline }))];
  const edge = (side: keyof Box, pick: (a: number, b: number) => number, start: number) => boxes.reduce((found, box) => pick(found, box[side]), start);
  const left = Math.max(0, edge('left', Math.min, width) - MARGIN);
  const top = Math.max(0, edge('top', Math.min, height) - MARGIN);
  const right = Math.min(width, edge('right', Math.max, 0) + MARGIN);
  const bottom = Math.min(height, edge('bottom', Math.max, 0) + MARGIN);
  return `${left} ${top} ${Math.max(1, right - left)} ${Math.max(1, bottom - top)}`;
}

/** What a page of a PDF file shows: its words at their places, its lines, and the areas of its pictures. It is drawn once. */
@customElement('gk-page-picture')
export class PagePicture extends Part {
  @property({ attribute: false }) page!: DrawnPage;

  override render() {
    const { words, lines, pictures } = this.page;
    return html`<svg viewBox=${viewBoxOf(this.page)}>
      ${pictures.map(picture)} ${lines.map(line)} ${words.map(word)}
    </svg>`;
  }
}

const picture = ({ left, top, right, bottom }: Box) =>
  svg`<rect class="picture" x=${left} y=${top} width=${Math.max(0, right - left)} height=${Math.max(0, bottom - top)}></rect>`;

const line = ({ left, top, right, bottom }: Box) => svg`<line x1=${left} y1=${top} x2=${right} y2=${bottom}></line>`;

const word = ({ text, left, right, baseline, size }: DrawnWord) =>
  svg`<text x=${left} y=${baseline} font-size=${size} textLength=${Math.max(0, right - left)} lengthAdjust="spacingAndGlyphs">${text}</text>`;
