import { html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Box, DrawnPage, DrawnWord } from '../../api/contract';
import { Part } from '../../screen';

/** What a page of a PDF file shows: its words at their places, its lines, and the areas of its pictures. It is drawn once. */
@customElement('gk-page-picture')
export class PagePicture extends Part {
  @property({ attribute: false }) page!: DrawnPage;

  override render() {
    const { width, height, words, lines, pictures } = this.page;
    return html`<svg viewBox="0 0 ${width} ${height}">
      ${pictures.map(picture)} ${lines.map(line)} ${words.map(word)}
    </svg>`;
  }
}

const picture = ({ left, top, right, bottom }: Box) =>
  svg`<rect class="picture" x=${left} y=${top} width=${Math.max(0, right - left)} height=${Math.max(0, bottom - top)}></rect>`;

const line = ({ left, top, right, bottom }: Box) => svg`<line x1=${left} y1=${top} x2=${right} y2=${bottom}></line>`;

const word = ({ text, left, right, baseline, size }: DrawnWord) =>
  svg`<text x=${left} y=${baseline} font-size=${size} textLength=${Math.max(0, right - left)} lengthAdjust="spacingAndGlyphs">${text}</text>`;
