import { html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DrawnPage, Rendering, RenderedBlock, RenderedCell, RenderedRow } from '../../api/contract';
import type { Cell } from '../../form-layout';
import { Part } from '../../screen';
import { t } from '../../text';
import { KINDS, type Mark, cellKey, markName, marksOf, placeKey } from './document-place';
import type { Draft } from './draft';
import { viewBoxOf } from './page-picture';
import type { Reading } from './reading';
import { goTo } from './report-findings';

/** The keys that move the focus between marks. */
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The distance between the words of a place and the border of its mark, in points. */
const MARGIN = 1.5;

/** The mark of what is no text, such as a picture. */
const OBJECT = /\uFFFC/g;

/**
 * The document from which a report was read, with its figures marked. Follows the cell with the focus; a marked place leads to
 * its cell. The marks are one stop of the tabulator, and the arrow keys move between them.
 *
 * Fires `hide` when the reader does not want to see it.
 */
@customElement('gk-document-view')
export class DocumentView extends Part {
  @property({ attribute: false }) rendering!: Rendering;
  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) cells: Cell[] = [];
  /** The pointer of the cell with the focus. */
  @property({ attribute: false }) current: string | undefined;

  /** The key of the mark that is reached by the tabulator. */
  @state() private active: string | undefined;

  @state() private isEnlarged = false;

  private marks = new Map<string, Mark>();

  /** The key of the place of the cell with the focus. */
  private currentKey: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('draft') || changed.has('cells')) {
      this.marks = marksOf(this.draft, this.cells);
    }
    this.currentKey = this.current === undefined ? undefined : this.keyOf(this.current);
    if (changed.has('current')) {
      this.active = this.currentKey ?? this.active;
    }
    if (this.active === undefined || !this.marks.has(this.active)) {
      this.active = [...this.marks].find(([, mark]) => mark.pointers.length > 0)?.[0];
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('current') && this.current !== undefined) {
      this.show(this.currentKey);
    }
  }

  override render() {
    const { name } = this.draft.reading as Reading;
    return html`<section class="card document-view" aria-labelledby="document-title">
      <div class="document-head">
        <h2 id="document-title">${t('原文', 'Document')} <span class="muted">${name}</span></h2>
        <span class="choices">
          <button type="button" aria-pressed=${this.isEnlarged ? 'true' : 'false'} @click=${() => (this.isEnlarged = !this.isEnlarged)}>${t('放大', 'Enlarge')}</button>
          <button type="button" @click=${() => this.dispatchEvent(new Event('hide'))}>${t('隐藏原文', 'Hide')}</button>
        </span>
      </div>
      <ul class="document-legend" aria-label=${t('标记', 'Marks')}>
        ${KINDS.map((kind) => html`<li><span class="mark ${kind}">0</span> ${markName(kind)}</li>`)}
      </ul>
      <div class="document-scroll ${this.isEnlarged ? 'enlarged' : ''}" tabindex="0" role="group" aria-label=${t('原文', 'Document')} @keydown=${this.moved} @focusin=${this.focused}>
        ${this.rendering.pages.map((page) => this.page(page))} ${this.rendering.blocks.map((block) => this.block(block))}
        ${this.rendering.complete ? nothing : html`<p class="notice">${t('原文过长，以下没有显示。', 'The document is too long; the rest is not shown.')}</p>`}
      </div>
    </section>`;
  }

  /** Puts the focus on the place of a cell. Returns whether it has one. */
  focusOn(pointer: string): boolean {
    const mark = this.element(this.keyOf(pointer));
    mark?.focus({ preventScroll: true });
    return mark !== undefined;
  }

  private page(page: DrawnPage) {
    const marks = [...this.marks].filter(([, mark]) => mark.place.page === page.page && mark.place.box !== undefined);
    return html`<div class="document-page" role="group" aria-label=${t(`第 ${page.page} 页`, `Page ${page.page}`)}>
      <gk-page-picture .page=${page}></gk-page-picture>
      <svg viewBox=${viewBoxOf(page)}>${marks.sort(fromTop).map(([key, mark]) => this.area(key, mark))}</svg>
    </div>`;
  }

  private area(key: string, mark: Mark) {
    const { left, top, right, bottom } = mark.place.box as NonNullable<Mark['place']['box']>;
    const isLink = mark.pointers.length > 0;
    return svg`<g class=${this.classOf(key, mark)} data-mark=${isLink ? key : nothing} role=${isLink ? 'button' : 'img'}
      tabindex=${isLink ? this.stopOf(key) : nothing} aria-label=${nameOf(mark)} @click=${() => this.open(mark)}>
      <title>${nameOf(mark)}</title>
      <rect x=${left - MARGIN} y=${top - MARGIN} width=${Math.max(0, right - left) + 2 * MARGIN} height=${Math.max(0, bottom - top) + 2 * MARGIN}></rect>
    </g>`;
  }

  private block({ paragraph, text, table, rows }: RenderedBlock) {
    return table === undefined
      ? html`<p>${this.text(`paragraph ${paragraph}`, text ?? '')}</p>`
      : html`<table><tbody>${(rows ?? []).map((row, i) => this.row(table, row, i + 1))}</tbody></table>`;
  }

  private row(table: number, { cells }: RenderedRow, number: number) {
    const key = cellKey(table, number);
    const whole = this.marks.get(key);
    return html`<tr class=${whole === undefined ? '' : this.classOf(key, whole)}>
      ${cells.map((cell, i) => this.cell(i === 0 && whole !== undefined ? key : cellKey(table, number, cell.column), cell))}
    </tr>`;
  }

  private cell(key: string, { rowSpan, columnSpan, text }: RenderedCell) {
    const mark = this.marks.get(key);
    return html`<td rowspan=${rowSpan} colspan=${columnSpan} class=${mark === undefined ? '' : this.classOf(key, mark)}>${this.text(key, text)}</td>`;
  }

  /** Returns a text; as a button if its place is marked. */
  private text(key: string, printed: string): TemplateResult | string {
    const text = printed.replace(OBJECT, t('〔图〕', '[picture]'));
    const mark = this.marks.get(key);
    return mark === undefined
      ? text
      : mark.pointers.length === 0
        ? html`<span class=${this.classOf(key, mark)} title=${nameOf(mark)}>${text}</span>`
        : html`<button type="button" class=${this.classOf(key, mark)} data-mark=${key} tabindex=${this.stopOf(key)} title=${nameOf(mark)}
            aria-label="${text} ${nameOf(mark)}" @click=${() => this.open(mark)}>${text}</button>`;
  }

  private classOf(key: string, { kind }: Mark): string {
    return `mark ${kind} ${key === this.currentKey ? 'current' : ''}`;
  }

  private stopOf(key: string): number {
    return key === this.active ? 0 : -1;
  }

  private keyOf(pointer: string): string | undefined {
    const place = this.draft.reading?.places?.[pointer];
    const key = place === undefined ? undefined : placeKey(place);
    return key ?? [...this.marks].find(([, mark]) => mark.pointers.includes(pointer))?.[0];
  }

  private element(key: string | undefined): HTMLElement | undefined {
    return [...this.querySelectorAll<HTMLElement>('[data-mark]')].find((one) => one.dataset['mark'] === key);
  }

  /** Scrolls to a mark, without moving the page. */
  private show(key: string | undefined): void {
    const mark = this.element(key)?.getBoundingClientRect();
    const scroller = this.querySelector('.document-scroll') as HTMLElement;
    const frame = scroller.getBoundingClientRect();
    if (mark !== undefined && (mark.top < frame.top || mark.bottom > frame.bottom || mark.left < frame.left || mark.right > frame.right)) {
      scroller.scrollBy({ top: (mark.top + mark.bottom - frame.top - frame.bottom) / 2, left: (mark.left + mark.right - frame.left - frame.right) / 2 });
    }
  }

  private readonly focused = (event: FocusEvent): void => {
    const key = (event.target as HTMLElement).dataset['mark'];
    this.active = key ?? this.active;
    this.show(key);
  };

  private readonly moved = (event: KeyboardEvent): void => {
    const all = [...this.querySelectorAll<HTMLElement>('[data-mark]')];
    const index = all.indexOf(event.target as HTMLElement);
    const step = STEPS[event.key];
    const mark = this.marks.get((event.target as HTMLElement).dataset['mark'] ?? '');
    if (mark === undefined || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    if (step !== undefined) {
      event.preventDefault();
      all[index + step]?.focus({ preventScroll: true });
    } else if (event.key === 'F2' || event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.open(mark);
    }
  };

  /** Goes to the cell of a mark; of several cells, to the one after the cell with the focus. */
  private open({ pointers }: Mark): void {
    const pointer = pointers[(pointers.indexOf(this.current ?? '') + 1) % pointers.length];
    if (pointer !== undefined) {
      goTo(pointer);
    }
  }
}

const nameOf = ({ kind, names }: Mark): string => `${names.join(t('；', '; '))}${t('，', ', ')}${markName(kind)}`;

function fromTop([, one]: [string, Mark], [, other]: [string, Mark]): number {
  const [a, b] = [one.place.box, other.place.box];
  return (a?.top ?? 0) - (b?.top ?? 0) || (a?.left ?? 0) - (b?.left ?? 0);
}
