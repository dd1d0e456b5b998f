import { html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { NamedCode } from '../../api/contract';
import { link, setQuery } from '../../router';
import { Part } from '../../screen';
import { number, t } from '../../text';
import { chinese } from '../chinese';
import { countsBar, countsLegend } from './counts-bar';
import { reported, spokenCounts, type Counts, type Grid, type Place } from './grid-data';

/** The rows that are drawn in one frame. */
const ROWS = 6;

const STEPS: Record<string, [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The cell that the list shows: undefined in a member means all. */
export interface Choice {
  place: string | undefined;
  isOwn: boolean;
  category: string | undefined;
}

/**
 * Districts and categories, each cell a bar of its reports. A cell narrows the list below. One cell is in the order of
 * the Tab key, and the arrow keys move from there.
 */
@customElement('gk-progress-grid')
export class ProgressGrid extends Part {
  @property({ attribute: false }) grid!: Grid;
  @property({ attribute: false }) choice!: Choice;
  /** The query of the address, for links to lower districts. */
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private focused = '0,0';

  /** Whether it is wider than its place, and scrolls to the side. */
  @state() private isWide = false;

  /** The rows that are drawn; the others follow in the next frames, so that the rest of the page does not wait for them. */
  @state() private drawn = 0;

  private readonly observer = new ResizeObserver(() => this.measure());

  /** Whether a lower district is being opened: its heading is gone then, and the focus moves into the grid. */
  private isOpening = false;

  /** The cell in the order of the Tab key. */
  private stop = '0,0';

  override render() {
    const isOnlyOpen = this.query.has('open');
    const places = this.grid.places;
    const rows = this.grid.categories.filter((one) => !isOnlyOpen || isOpen(this.grid.counts(undefined, one.code)));
    this.stop = this.tabStop(rows);
    return html`<div class="grid-head">
        ${countsLegend()}
        <label class="check">
          <input type="checkbox" .checked=${isOnlyOpen}
            @change=${(event: Event) => setQuery({ open: (event.target as HTMLInputElement).checked ? '1' : undefined })}>
          ${t('只看未报齐的类别', 'Only categories with reports missing')}
        </label>
      </div>
      ${rows.length === 0 && isOnlyOpen
        ? html`<p>${t('各类别均已报齐。', 'No category has reports missing.')}</p>`
        : html`<div class="grid-place ${this.isWide ? 'wide' : ''}">
            <table role="grid" aria-label=${t('各行政区划、各类别的报送情况', 'Reports by district and category')} @keydown=${this.move}>
              <thead>
                <tr>
                  <th scope="col">${t('类别', 'Category')}</th>
                  <th scope="col">${t('合计', 'All')}</th>
                  ${places.map((place) => html`<th scope="col">${this.placeName(place)}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${this.row(0, t('合计', 'All'), undefined)}
                ${rows.slice(0, this.drawn).map((one, i) => this.row(i + 1, one.name, one.code))}
              </tbody>
            </table>
          </div>`}`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  private measure(): void {
    this.isWide = (this.querySelector('table')?.offsetWidth ?? 0) > this.offsetWidth;
  }

  protected override updated(changed: PropertyValues<ProgressGrid>): void {
    this.measure();
    if (this.drawn < this.grid.categories.length) {
      requestAnimationFrame(() => (this.drawn += ROWS));
    }
    if (this.isOpening && changed.has('grid') && this.querySelector(':focus') === null) {
      this.isOpening = false;
      this.querySelector<HTMLElement>(`[data-position="${this.stop}"]`)?.focus();
    }
  }

  private placeName(place: Place) {
    if (!place.hasLower || place.isOwn) {
      return chinese(place.name);
    }
    const query = { ...Object.fromEntries(this.query), district: place.code, place: undefined, own: undefined, page: undefined };
    return html`<a href=${link('/progress', query)} @click=${() => (this.isOpening = true)}>${chinese(place.name)}</a>`;
  }

  private row(row: number, name: string, category: string | undefined) {
    return html`<tr>
      <th scope="row">${chinese(name)}</th>
      ${this.cell(row, 0, name, undefined, category)}
      ${this.grid.places.map((place, i) => this.cell(row, i + 1, `${place.name} ${name}`, place, category))}
    </tr>`;
  }

  /** There may be a thousand cells: one is rendered only when it has changed. */
  private cell(row: number, column: number, name: string, place: Place | undefined, category: string | undefined) {
    const counts = this.grid.counts(place?.key, category);
    if (counts === undefined) {
      return html`<td><span class="visually-hidden">${t('没有应报单位', 'none expected')}</span></td>`;
    }
    const isChosen =
      this.choice.place === place?.code && this.choice.category === category && this.choice.isOwn === (place?.isOwn ?? false);
    const position = `${row},${column}`;
    const isStop = position === this.stop;
    return guard([counts, name, position, isChosen, isStop], () => {
      const share = `${number(reported(counts))}/${number(counts.expected)}`;
      const spoken = spokenCounts(counts);
      return html`<td>
        <button type="button" class="cell ${isOpen(counts) ? 'open' : ''}" aria-pressed=${isChosen}
          data-position=${position} tabindex=${isStop ? 0 : -1}
          aria-label="${name} ${share}${t('：', ': ')}${spoken}" title=${spoken}
          @focus=${() => (this.focused = position)}
          @click=${() => choose(isChosen ? undefined : place, isChosen ? undefined : category)}>
          ${countsBar(counts)}<span>${share}</span>
        </button>
      </td>`;
    });
  }

  /** Returns the cell that the Tab key finds: the last one that had the focus, or the first if that one is gone. */
  private tabStop(rows: NamedCode[]): string {
    const [row = 0, column = 0] = this.focused.split(',').map(Number);
    const isThere =
      row <= rows.length &&
      column <= this.grid.places.length &&
      this.grid.counts(this.grid.places[column - 1]?.key, rows[row - 1]?.code) !== undefined;
    return isThere ? this.focused : '0,0';
  }

  private move(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const from = (event.target as HTMLElement).dataset.position;
    if (step === undefined || from === undefined || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    let [row, column] = from.split(',').map(Number) as [number, number];
    do {
      row += step[0];
      column += step[1];
    } while (this.isInside(row, column) && this.buttonAt(row, column) === null);
    this.buttonAt(row, column)?.focus();
  }

  private isInside(row: number, column: number): boolean {
    return row >= 0 && column >= 0 && row <= this.grid.categories.length && column <= this.grid.places.length;
  }

  private buttonAt(row: number, column: number): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-position="${row},${column}"]`);
  }
}

const isOpen = (counts: Counts | undefined): boolean => counts !== undefined && counts.missing + counts.returned > 0;

function choose(place: Place | undefined, category: string | undefined): void {
  setQuery({ place: place?.code, own: place?.isOwn ? '1' : undefined, category, page: undefined });
}
