import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Part } from '../../screen';
import { t } from '../../text';
import { chinese } from '../chinese';
import { put, valuesOf } from './query';
import type { Condition } from './words';

/** The conditions of the query. Each can be removed. */
@customElement('gk-chips')
export class Chips extends Part {
  @property({ attribute: false }) conditions: Condition[] = [];

  private removed: number | undefined;

  override render() {
    return html`<ul class="chips" aria-label=${t('查询条件', 'Conditions')}>
      ${this.conditions.map((one, i) => this.chip(one, i))}
    </ul>`;
  }

  private chip(one: Condition, i: number) {
    return html`<li title="${one.parameter}=${one.value}">
      <span class="muted">${one.title}</span> ${chinese(one.text)}<button type="button"
        aria-label=${t(`移除 ${one.title} ${one.text}`, `Remove ${one.title} ${one.text}`)}
        @click=${() => this.removeCondition(one, i)}>×</button>
    </li>`;
  }

  private removeCondition(one: Condition, i: number): void {
    this.removed = i;
    const query = new URLSearchParams(location.search);
    put(one.parameter, valuesOf(query, one.parameter).filter((value) => value !== one.value));
  }

  /** The focus stays in the list: at the next condition, or at the last one. */
  protected override updated(): void {
    if (this.removed !== undefined) {
      const buttons = [...this.querySelectorAll('button')];
      buttons[Math.min(this.removed, buttons.length - 1)]?.focus();
      this.removed = undefined;
    }
  }
}
