import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Part } from '../screen';
import { areShortcutsOn, switchShortcuts } from '../shortcuts';
import { t } from '../text';

/** Lists the shortcuts of a screen, and switches them on and off. Fires `switched`. */
@customElement('gk-shortcut-help')
export class ShortcutHelp extends Part {
  /** What the keys do, in the order in which they are listed. */
  @property({ attribute: false }) keys: Array<[key: string, text: string]> = [];

  override render() {
    return html`<details class="shortcuts">
      <summary>${t('快捷键', 'Shortcuts')}${areShortcutsOn() ? '' : t('（已关闭）', ' (off)')}</summary>
      <div class="shortcut-list card">
        <label class="choice">
          <input type="checkbox" .checked=${areShortcutsOn()} @change=${this.switch_} />
          ${t('使用快捷键（输入文字时不起作用）', 'Use shortcuts (not while you type)')}
        </label>
        <ul>
          ${this.keys.map(([key, text]) => html`<li><kbd>${key}</kbd> ${text}</li>`)}
        </ul>
      </div>
    </details>`;
  }

  private switch_(event: Event): void {
    switchShortcuts((event.target as HTMLInputElement).checked);
    this.requestUpdate();
    this.dispatchEvent(new Event('switched'));
  }
}
