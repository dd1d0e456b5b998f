import { html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../text';
import { Chart } from './chart';
import { figure, hatch, isIncomplete, scale, spoken, ticks, type Point, type Series } from './plot';

const HEIGHT = 260;
const LEFT = 64;
const RIGHT = 24;
const TOP = 16;
const BOTTOM = 32;

/**
 * Lines over years. A point whose reports are incomplete is hollow, and a year without reports breaks the line; a year in which
 * no line has reports is hatched. The first line is drawn above the others.
 */
@customElement('gk-line-chart')
export class LineChart extends Chart {
  @property({ attribute: false }) series: Series[] = [];
  /** Whether it names its series itself. */
  @property({ attribute: false }) hasLegend = true;

  override render() {
    const labels = this.series[0]?.points.map((point) => point.label) ?? [];
    const values = this.series.flatMap((one) => one.points.map((point) => point.value)).filter((value) => value !== null);
    const marks = ticks(values);
    const x = scale([0, Math.max(1, labels.length - 1)], [LEFT + 12, this.width - RIGHT]);
    const y = scale([marks[0] as number, marks.at(-1) as number], [HEIGHT - BOTTOM, TOP]);
    const picture = html`<svg width=${this.width} viewBox="0 0 ${this.width} ${HEIGHT}" role="img" aria-label=${this.spokenPicture()}>
      ${hatch}
      ${this.grid(marks, y, LEFT, RIGHT)}
      ${labels.map((label, i) => svg`<text x=${x(i)} y=${HEIGHT - 10} text-anchor="middle">${label}</text>`)}
      ${labels.map((_, i) => this.gap(i, x(i)))}
      ${this.series.map((one, s) => this.line(one, s + 1, x, y)).reverse()}
    </svg>`;
    return figure(this.label, picture, this.series, this.format, this.hasLegend);
  }

  /** A year without any report is hatched; a rate that cannot be computed only breaks its line. */
  private gap(i: number, x: number) {
    const points = this.series.map((one) => one.points[i]).filter((point) => point !== undefined);
    return points.some((point) => point.reports > 0)
      ? ''
      : svg`<rect class="none" x=${x - 6} y=${TOP} width="12" height=${HEIGHT - TOP - BOTTOM}>
          <title>${points.map((point) => `${point.label} ${spoken(point, this.format)}`).join('; ')}</title></rect>`;
  }

  private line(one: Series, style: number, x: (i: number) => number, y: (value: number) => number) {
    return svg`<path class="s${style}" d=${path(one.points, x, y)}></path>
      ${one.points.map((point, i) =>
        point.value === null
          ? ''
          : svg`<circle class="s${style} ${isIncomplete(point) ? 'hollow' : ''}" cx=${x(i)} cy=${y(point.value)} r="4.5">
              <title>${one.name} ${point.label} ${spoken(point, this.format)}</title></circle>`,
      )}`;
  }

  private spokenPicture(): string {
    const last = this.series.flatMap((one) => {
      const point = one.points.at(-1);
      return point === undefined ? [] : [{ name: one.name, label: point.label, value: spoken(point, this.format) }];
    });
    return t(
      `折线图：${this.label}。${last.map((one) => `${one.name} ${one.label} 年 ${one.value}`).join('；')}`,
      `Line chart: ${this.label}. ${last.map((one) => `${one.name} ${one.label}: ${one.value}`).join('; ')}`,
    );
  }
}

/** Returns the line through the points that have values. */
function path(points: Point[], x: (i: number) => number, y: (value: number) => number): string {
  return points
    .map((point, i) => {
      if (point.value === null) {
        return '';
      }
      const isFirst = i === 0 || points[i - 1]?.value === null;
      return `${isFirst ? 'M' : 'L'}${x(i).toFixed(1)} ${y(point.value).toFixed(1)}`;
    })
    .join('');
}
