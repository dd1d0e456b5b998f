import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RollUp } from '../../api/contract';
import type { Catalogue } from '../../catalogue';
import '../../charts/bar-chart';
import '../../charts/line-chart';
import { isIncomplete } from '../../charts/plot';
import { Part } from '../../screen';
import { number, t } from '../../text';
import { picturesOf, type Picture } from './pictures';

/** The charts of a roll-up. */
@customElement('gk-rollup-pictures')
export class RollUpPictures extends Part {
  @property({ attribute: false }) rollUp!: RollUp;
  @property({ attribute: false }) catalogue!: Catalogue;

  override render() {
    return html`${picturesOf(this.rollUp, this.catalogue).map((picture) => this.picture(picture))}`;
  }

  private picture(picture: Picture) {
    const { kind, title, series, format, omitted } = picture;
    return html`<h2>${title}</h2>
      ${kind === 'lines'
        ? html`<gk-line-chart .label=${title} .series=${series} .format=${format}></gk-line-chart>`
        : html`<gk-bar-chart .label=${title} .name=${title} .points=${series[0]?.points ?? []} .format=${format}></gk-bar-chart>`}
      ${omitted === 0 ? nothing : html`<p class="muted">${left(picture)}</p>`}
      ${legend(picture).map((note) => html`<p class="muted">${note}</p>`)}`;
  }
}

/** Returns what marks in the picture mean, if it has any. */
function legend({ kind, series }: Picture): string[] {
  const points = series.flatMap((one) => one.points);
  const isLine = kind === 'lines';
  return [
    ...(points.some((point) => point.value !== null && isIncomplete(point))
      ? [isLine ? t('空心点：当年还有单位未报。', 'A hollow point: reports are missing.') : t('浅色：还有单位未报。', 'Pale: reports are missing.')]
      : []),
    ...(points.some((point) => point.value === null)
      ? [isLine ? t('断开或斜线：当年没有数据。', 'A gap or hatching: no data.') : t('斜线：没有数据。', 'Hatched: no data.')]
      : []),
  ];
}

function left({ kind, series, omitted }: Picture): string {
  return kind === 'lines'
    ? t(
        `图中为最近一年数值最大的 ${series.length} 项，另有 ${number(omitted)} 项见表。`,
        `The ${series.length} series with the highest last values; the table has ${number(omitted)} more.`,
      )
    : t(
        `图中为表的前 ${series[0]?.points.length} 行，另有 ${number(omitted)} 行见表。`,
        `The first ${series[0]?.points.length} rows; the table has ${number(omitted)} more.`,
      );
}
