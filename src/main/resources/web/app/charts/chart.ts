import { svg } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Part } from '../screen';
import { number } from '../text';
import type { Format } from './plot';

const MIN_WIDTH = 280;
const MAX_WIDTH = 900;
const NARROW = 480;

/** A picture as wide as the place that it has, so that its text has the size of other text on every screen. */
export abstract class Chart extends Part {
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) format: Format = number;

  @state() protected width = 640;

  private readonly observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined && entry.contentRect.width > 0) {
      this.width = Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, entry.contentRect.width)));
    }
  });

  protected get isNarrow(): boolean {
    return this.width < NARROW;
  }

  /** Draws a line at each mark, with its value. */
  protected grid(marks: number[], y: (value: number) => number, left: number, right: number) {
    return marks.map(
      (mark) => svg`<line class="grid" x1=${left} x2=${this.width - right} y1=${y(mark)} y2=${y(mark)}></line>
        <text x=${left - 8} y=${y(mark) + 4} text-anchor="end">${this.format(mark)}</text>`,
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }
}
