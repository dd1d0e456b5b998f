import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { yearsInWords, type Catalogue, type Figure } from '../../catalogue';
import { Part } from '../../screen';
import { number, of, t } from '../../text';
import { toggle } from './query';

const FIRST_OPEN = ['rates', 'requests'];

/** A figure at its place in the tree. */
interface Item {
  figure: Figure;
  level: number;
  position: number;
  size: number;
}

/** The catalogue of figures as a tree that can be searched in both languages. Choosing changes the query. */
@customElement('gk-figure-tree')
export class FigureTree extends Part {
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) chosen: string[] = [];
  /** Whether groups are broken down into their parts, so that those without a sum can be chosen as well. */
  @property({ attribute: false }) isBrokenDown = false;

  @state() private words: string[] = [];
  @state() private open = new Set(FIRST_OPEN);
  /** The code of the item that the keyboard is at. */
  @state() private active = 'rates';

  /** Opens the groups of figures that were not chosen before. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.has('catalogue') ? [] : (changed.get('chosen') ?? this.chosen);
    const added = this.chosen.filter((code) => !before.includes(code));
    const groups = added.flatMap((code) => groupsOf(this.catalogue.figures.get(code)));
    if (groups.length > 0) {
      this.open = new Set([...this.open, ...groups.map((group) => group.code)]);
    }
  }

  override render() {
    const roots = this.catalogue.roots.filter((root) => this.isVisible(root));
    const items = this.items(roots, 1);
    const active = items.some(({ figure }) => figure.code === this.active) ? this.active : roots[0]?.code;
    return html`<label for="figure-search">${t('查找指标（中文或英文）', 'Search figures (Chinese or English)')}</label>
      <input id="figure-search" type="search" autocomplete="off" spellcheck="false"
        @input=${this.search} @keydown=${this.leaveSearch} />
      <p class="found muted" role="status">${this.words.length === 0 ? nothing : this.found()}</p>
      <ul class="tree" role="tree" aria-multiselectable="true" aria-label=${t('指标目录', 'Catalogue of figures')}
        @keydown=${this.keyPressed}>
        ${items.map((item) => this.item(item, active))}
      </ul>`;
  }

  private item({ figure, level, position, size }: Item, active: string | undefined) {
    const isGroup = figure.parts.length > 0;
    const isOpen = this.isOpen(figure);
    const isChosen = this.chosen.includes(figure.code);
    const canChoose = this.canChoose(figure);
    return html`<li role="treeitem" class="level-${level}" title=${of(figure.place)}
      data-code=${figure.code} tabindex=${figure.code === active ? 0 : -1}
      aria-level=${level} aria-posinset=${position} aria-setsize=${size}
      aria-expanded=${isGroup ? isOpen : nothing}
      aria-checked=${canChoose ? isChosen : nothing}
      @click=${(event: Event) => this.clicked(event, figure)}>
      <span class="twist" data-twist aria-hidden="true">${isGroup ? (isOpen ? '▾' : '▸') : ''}</span>
      ${canChoose ? html`<span class="box" aria-hidden="true">${isChosen ? '✓' : ''}</span>` : nothing}
      <span>${this.marked(of(figure.label))}${figure.years === undefined
        ? nothing
        : html` <span class="muted years">${yearsInWords(figure.years)}</span>`}</span>
    </li>`;
  }

  private canChoose(figure: Figure): boolean {
    return figure.isAdditive || (this.isBrokenDown && this.catalogue.figures.has(figure.code));
  }

  private isOpen(figure: Figure): boolean {
    return this.open.has(figure.code) || (this.words.length > 0 && figure.parts.some((part) => this.isVisible(part)));
  }

  /** Returns the parts to show: those that were searched for, or all of a group that was searched for itself. */
  private partsOf(figure: Figure): Figure[] {
    const visible = figure.parts.filter((part) => this.isVisible(part));
    return visible.length === 0 ? figure.parts : visible;
  }

  private isVisible(figure: Figure): boolean {
    return this.isFound(figure) || figure.parts.some((part) => this.isVisible(part));
  }

  private isFound(figure: Figure): boolean {
    const text = [figure.label.zh, figure.label.en, figure.place.zh, figure.place.en, figure.code].join(' ').toLowerCase();
    return this.words.every((word) => text.includes(word));
  }

  private found(): string {
    const count = [...this.catalogue.figures.values()].filter((figure) => this.isFound(figure)).length;
    return count === 0 ? t('没有符合的指标', 'No figure found') : t(`找到 ${number(count)} 项`, `${number(count)} found`);
  }

  private marked(label: string) {
    const at = this.words.length === 1 ? label.toLowerCase().indexOf(this.words[0] as string) : -1;
    const end = at + (this.words[0]?.length ?? 0);
    return at < 0 ? label : html`${label.slice(0, at)}<mark>${label.slice(at, end)}</mark>${label.slice(end)}`;
  }

  private search(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim().toLowerCase();
    this.words = text === '' ? [] : text.split(/\s+/);
  }

  private leaveSearch(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus();
    }
  }

  private clicked(event: Event, figure: Figure): void {
    this.active = figure.code;
    const isTwist = (event.target as Element).closest('[data-twist]') !== null;
    this.act(figure, isTwist && figure.parts.length > 0);
  }

  /** Chooses a figure, or opens and closes a group that has no sum. */
  private act(figure: Figure, isOpening: boolean): void {
    if (!isOpening && this.canChoose(figure)) {
      toggle('figure', figure.code);
    } else {
      this.setOpen(figure, !this.isOpen(figure));
    }
  }

  private setOpen(figure: Figure, isOpen: boolean): void {
    const open = new Set(this.open);
    if (isOpen) {
      open.add(figure.code);
    } else {
      open.delete(figure.code);
    }
    this.open = open;
  }

  /** Returns the figures that are shown, in their order. */
  private items(figures: Figure[], level: number): Item[] {
    return figures.flatMap((figure, i) => [
      { figure, level, position: i + 1, size: figures.length },
      ...(this.isOpen(figure) ? this.items(this.partsOf(figure), level + 1) : []),
    ]);
  }

  private keyPressed(event: KeyboardEvent): void {
    const items = this.items(this.catalogue.roots.filter((root) => this.isVisible(root)), 1).map((item) => item.figure);
    const at = items.findIndex((figure) => figure.code === (event.target as HTMLElement).dataset.code);
    const figure = items[at];
    if (figure === undefined || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const isGroup = figure.parts.length > 0;
    const keys: Record<string, () => void> = {
      ArrowDown: () => this.moveTo(items[at + 1]),
      ArrowUp: () => this.moveTo(items[at - 1]),
      Home: () => this.moveTo(items[0]),
      End: () => this.moveTo(items.at(-1)),
      ArrowRight: () => (isGroup && this.isOpen(figure) ? this.moveTo(items[at + 1]) : this.setOpen(figure, isGroup)),
      ArrowLeft: () =>
        isGroup && this.open.has(figure.code) ? this.setOpen(figure, false) : this.moveTo(figure.group),
      Enter: () => this.act(figure, false),
      ' ': () => this.act(figure, false),
    };
    const action = keys[event.key];
    if (action !== undefined) {
      event.preventDefault();
      action();
    }
  }

  private moveTo(figure: Figure | undefined): void {
    if (figure !== undefined) {
      this.active = figure.code;
      void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-code="${figure.code}"]`)?.focus());
    }
  }
}

function groupsOf(figure: Figure | undefined): Figure[] {
  return figure?.group === undefined ? [] : [figure.group, ...groupsOf(figure.group)];
}
