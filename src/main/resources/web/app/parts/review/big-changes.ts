import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BigChange } from '../../comparison';
import { Part } from '../../screen';
import { number, t } from '../../text';

const SHOWN = 8;

/** The numbers that differ much from those of another report. Fires `jump` with the pointer of a cell. */
@customElement('gk-big-changes')
export class BigChanges extends Part {
  @property({ attribute: false }) changes: BigChange[] = [];

  override render() {
    return this.changes.length === 0
      ? html`<p>${t('没有。', 'There are none.')}</p>`
      : html`<ul class="big-changes">${this.changes.slice(0, SHOWN).map((change) => this.change(change))}</ul>
          ${this.changes.length > SHOWN
            ? html`<details>
                <summary>${t(`另有 ${this.changes.length - SHOWN} 项`, `${this.changes.length - SHOWN} more`)}</summary>
                <ul class="big-changes">${this.changes.slice(SHOWN).map((change) => this.change(change))}</ul>
              </details>`
            : nothing}`;
  }

  private change({ cell, before, after }: BigChange) {
    return html`<li>
      <button type="button" class="plain" @click=${() => this.dispatchEvent(new CustomEvent<string>('jump', { detail: cell.pointer }))}>${cell.name}</button>
      <span class="figures">${number(before)} → <strong>${number(after)}</strong></span>
    </li>`;
  }
}
