import { html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../text';
import { Chart } from './chart';
import { figure, hatch, isIncomplete, scale, spoken, ticks, type Point, type Series } from './plot';

const HEIGHT = 280;
const LEFT = 64;
const RIGHT = 16;
const TOP = 16;
const BOTTOM = 32;

/** Columns of parts that add up to a whole. A column whose reports are incomplete is pale, and hatched without reports. */
@customElement('gk-stack-chart')
export class StackChart extends Chart {
  @property({ attribute: false }) series: Series[] = [];

  override render() {
    const labels = this.series[0]?.points.map((point) => point.label) ?? [];
    const wholes = labels.map((_, i) => this.series.reduce((sum, one) => sum + (one.points[i]?.value ?? 0), 0));
    const marks = ticks(wholes);
    const y = scale([marks[0] as number, marks.at(-1) as number], [HEIGHT - BOTTOM, TOP]);
    const step = (this.width - LEFT - RIGHT) / Math.max(1, labels.length);
    const picture = html`<svg width=${this.width} viewBox="0 0 ${this.width} ${HEIGHT}" role="img" aria-label=${this.spokenPicture()}>
      ${hatch}
      ${this.grid(marks, y, LEFT, RIGHT)}
      ${labels.map((label, i) => this.column(label, i, LEFT + step * i + step * 0.15, step * 0.7, y))}
    </svg>`;
    return figure(this.label, picture, this.series, this.format);
  }

  private column(label: string, i: number, x: number, width: number, y: (value: number) => number) {
    let below = 0;
    const middle = x + width / 2;
    return svg`<text x=${middle} y=${HEIGHT - 10} text-anchor="middle">${label}</text>
      ${this.series.map((one, s) => {
        const point = one.points[i] as Point;
        if (point.value === null) {
          return s > 0
            ? ''
            : svg`<rect class="none" x=${x} y=${TOP} width=${width} height=${HEIGHT - TOP - BOTTOM}>
                <title>${label} ${spoken(point, this.format)}</title></rect>`;
        }
        const top = y(below + point.value);
        const height = y(below) - top;
        below += point.value;
        return svg`<rect class="s${s + 1} ${isIncomplete(point) ? 'incomplete' : ''}" x=${x} y=${top} width=${width} height=${height}>
          <title>${label} ${one.name} ${spoken(point, this.format)}</title></rect>`;
      })}`;
  }

  private spokenPicture(): string {
    const parts = this.series.map((one) => one.name).join(t('、', ', '));
    return t(`堆叠柱状图：${this.label}。各部分：${parts}`, `Stacked columns: ${this.label}. Parts: ${parts}`);
  }
}
