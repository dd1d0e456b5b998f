import { html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { langOf } from '../parts/chinese';
import { t } from '../text';
import { Chart } from './chart';
import { coverage, figure, hatch, isIncomplete, scale, spoken, ticks, type Point } from './plot';

const ROW = 26;
const LEFT = { wide: 190, narrow: 104 };
const RIGHT = 160;
/** The width of the mark for a name without data. */
const NO_DATA = 14;
const LETTERS = { wide: 26, narrow: 14 };

/** Bars, one for each name. The value and its coverage are printed beside each; without reports, a bar is hatched. */
@customElement('gk-bar-chart')
export class BarChart extends Chart {
  @property({ attribute: false }) name = '';
  @property({ attribute: false }) points: Point[] = [];

  override render() {
    const left = this.isNarrow ? LEFT.narrow : LEFT.wide;
    const marks = ticks(this.points.map((point) => point.value ?? 0));
    const x = scale([marks[0] as number, marks.at(-1) as number], [left, this.width - RIGHT]);
    const height = ROW * this.points.length + 8;
    const picture = html`<svg width=${this.width} viewBox="0 0 ${this.width} ${height}" role="img" aria-label=${this.spokenPicture()}>
      ${hatch} ${this.points.map((point, i) => this.bar(point, i * ROW + 4, x))}
    </svg>`;
    return figure(this.label, picture, [{ name: this.name, points: this.points }], this.format);
  }

  private bar(point: Point, y: number, x: (value: number) => number) {
    const zero = x(0);
    const end = x(point.value ?? 0);
    const left = Math.min(zero, end);
    const width = Math.max(1, Math.abs(end - zero));
    return svg`<text x=${zero - 8} y=${y + 16} text-anchor="end" lang=${langOf(point.label)}>${short(point.label, this.isNarrow ? LETTERS.narrow : LETTERS.wide)}<title>${point.label}</title></text>
      ${
        point.value === null
          ? svg`<rect class="none" x=${zero} y=${y + 3} width=${NO_DATA} height=${ROW - 8}></rect>`
          : svg`<rect class="s1 ${isIncomplete(point) ? 'incomplete' : ''}" x=${left} y=${y + 3} width=${width} height=${ROW - 8}></rect>`
      }
      <text x=${(point.value === null ? zero + NO_DATA : Math.max(zero, end)) + 6} y=${y + 16}>${
        point.value === null ? t('无数据', 'no data') : this.format(point.value)
      } · ${coverage(point)}</text>`;
  }

  private spokenPicture(): string {
    const first = this.points[0];
    return first === undefined
      ? this.label
      : t(
          `条形图：${this.label}，共 ${this.points.length} 项；第一项 ${first.label} ${spoken(first, this.format)}`,
          `Bar chart: ${this.label}, ${this.points.length} bars; the first is ${first.label}, ${spoken(first, this.format)}`,
        );
  }
}

/** Returns a name that fits beside the bars. */
function short(name: string, letters: number): string {
  const isWide = /[\u2e80-\uffff]/.test(name);
  const length = isWide ? Math.floor(letters / 2) + 1 : letters;
  return name.length <= length ? name : `${name.slice(0, length - 1)}…`;
}
