import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Loader, Part } from '../screen';
import { number, t } from '../text';
import { chinese } from './chinese';

export interface Choice {
  code: string;
  name: string;
}

const PAUSE_MS = 150;

/** Chooses one of many things by a part of its name. Fires `pick` with the choice, and is then empty again. */
@customElement('gk-picker')
export class Picker extends Part {
  /** The id of the input; unique on the page. */
  @property({ attribute: false }) name = '';
  @property({ attribute: false }) label = '';
  /** Returns the choices for a text, the best first; the text is empty when all may be shown. */
  @property({ attribute: false }) find!: (text: string, signal: AbortSignal) => Promise<Choice[]>;

  @state() private text = '';
  @state() private isOpen = false;
  @state() private active = 0;

  private readonly choices = new Loader<Choice[]>(
    this,
    () => (this.isOpen ? this.text : undefined),
    async (signal) => {
      await pause(PAUSE_MS);
      return signal.aborted ? [] : this.find(this.text, signal);
    },
  );

  override render() {
    const choices = this.isOpen ? (this.choices.value ?? []) : [];
    const active = choices[this.active];
    return html`<label for=${this.name}>${this.label}</label>
      <div class="picker">
        <input id=${this.name} type="text" role="combobox" autocomplete="off" spellcheck="false"
          placeholder=${t('输入名称查找', 'Type a name')}
          aria-autocomplete="list" aria-expanded=${this.isOpen} aria-controls="${this.name}-choices"
          aria-activedescendant=${active === undefined ? nothing : `${this.name}-${this.active}`}
          .value=${this.text} @input=${this.typed} @compositionend=${this.typed} @click=${this.show} @blur=${this.hide} @keydown=${this.keyPressed} />
        <ul id="${this.name}-choices" role="listbox" aria-label=${this.label} ?hidden=${choices.length === 0}>
          ${choices.map((choice, i) => this.choice(choice, i))}
        </ul>
        <span class="visually-hidden" role="status">${this.status(choices.length)}</span>
        ${this.isOpen && this.choices.error !== undefined
          ? html`<gk-problem .error=${this.choices.error}></gk-problem>`
          : nothing}
      </div>`;
  }

  private choice(choice: Choice, i: number) {
    return html`<li id="${this.name}-${i}" role="option" aria-selected=${i === this.active}
      @mousedown=${(event: Event) => event.preventDefault()} @click=${() => this.pick(choice)}>
      ${chinese(choice.name)} <span class="muted">${choice.code}</span>
    </li>`;
  }

  private status(count: number): string {
    if (!this.isOpen || this.choices.isPending) {
      return '';
    }
    return count === 0 ? t('没有找到', 'Nothing found') : t(`找到 ${number(count)} 项`, `${number(count)} found`);
  }

  /** The letters that an input method composes Chinese from are not searched for. */
  private typed(event: InputEvent | CompositionEvent): void {
    if (event instanceof InputEvent && event.isComposing) {
      return;
    }
    this.text = (event.target as HTMLInputElement).value;
    this.show();
  }

  private show(): void {
    this.isOpen = true;
    this.active = 0;
  }

  private hide(): void {
    this.isOpen = false;
  }

  private pick(choice: Choice): void {
    this.text = '';
    this.hide();
    this.dispatchEvent(new CustomEvent<Choice>('pick', { detail: choice }));
  }

  private keyPressed(event: KeyboardEvent): void {
    const choices = this.choices.value ?? [];
    const chosen = this.isOpen ? choices[this.active] : undefined;
    const keys: Record<string, () => void> = {
      ArrowDown: () => (this.isOpen ? this.move(1, choices.length) : this.show()),
      ArrowUp: () => this.move(-1, choices.length),
      Escape: () => this.hide(),
      Enter: () => (chosen === undefined ? undefined : this.pick(chosen)),
    };
    const action = event.isComposing ? undefined : keys[event.key];
    if (action !== undefined) {
      event.preventDefault();
      action();
    }
  }

  private move(step: number, count: number): void {
    this.active = Math.max(0, Math.min(count - 1, this.active + step));
    void this.updateComplete.then(() =>
      this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
