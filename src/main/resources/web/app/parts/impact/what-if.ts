import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { CellChange, FormCatalogue, LaterReport, Report, WhatIf } from '../../api/contract';
import { at, cells, tables } from '../../form-layout';
import { findingName, messageOf, revisionName, severityClass } from '../../revisions';
import { Part } from '../../screen';
import { number, t } from '../../text';
import { Action } from '../action';
import { selectField, textField } from '../field';
import './moved-totals';

type Findings = WhatIf['findings'];

/** Asks what would follow if cells of a report were changed: rules, later years and totals. Nothing is stored. */
@customElement('gk-what-if')
export class WhatIfPanel extends Part {
  @property({ attribute: false }) agency = '';
  @property({ attribute: false }) year = 0;
  @property({ attribute: false }) form!: FormCatalogue;
  /** The report that is shown, whose numbers the reader changes. */
  @property({ attribute: false }) report: Report | undefined;
  /** Whether the report is the one in force; otherwise it is the newest one. */
  @property({ attribute: false }) isInForce = true;

  @state() private pointer = '';
  @state() private value = '';
  @state() private changes: CellChange[] = [];
  @state() private answer: WhatIf | undefined;

  private readonly action = new Action(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('agency') || changed.has('year') || changed.has('isInForce')) {
      this.pointer = '';
      this.value = '';
      this.changes = [];
      this.answer = undefined;
    }
  }

  override render() {
    return html`<details class="what-if">
      <summary>${t('试算：如果改动几个数字', 'What if some numbers were changed')}</summary>
      <p class="muted">${t('试算不保存任何内容。', 'Nothing is stored.')}</p>
      <form class="filters" @submit=${this.add}>
        ${selectField({
          id: 'what-if-cell',
          label: t('单元格', 'Cell'),
          value: this.pointer,
          change: (pointer) => this.choose(pointer),
          options: [{ value: '', label: t('请选择', 'Choose one') }, ...this.options()],
        })}
        ${textField({
          id: 'what-if-value',
          label: t('改为', 'New number'),
          value: this.value,
          change: (value) => (this.value = value.trim()),
        })}
        <div><button type="submit" ?disabled=${!this.isComplete()}>${t('加入', 'Add')}</button></div>
      </form>
      ${this.changes.length === 0 ? nothing : this.list()} ${this.action.render()}
      ${this.answer === undefined ? nothing : result(this.answer)}
    </details>`;
  }

  private options() {
    return cells(tables(this.form)).map(({ pointer, name }) => ({ value: pointer, label: name }));
  }

  private choose(pointer: string): void {
    this.pointer = pointer;
    this.value = String(at(this.report, pointer) ?? '');
  }

  private isComplete(): boolean {
    return this.pointer !== '' && this.value !== '' && Number.isFinite(Number(this.value));
  }

  private readonly add = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.isComplete()) {
      const others = this.changes.filter((one) => one.pointer !== this.pointer);
      this.changes = [...others, { pointer: this.pointer, value: Number(this.value) }];
      this.answer = undefined;
    }
  };

  private list() {
    const names = new Map(this.options().map((one) => [one.value, one.label]));
    return html`<ul>
        ${this.changes.map(
          (one) => html`<li>${names.get(one.pointer) ?? one.pointer}: ${number(at(this.report, one.pointer))} → ${number(one.value as number)}
            <button type="button" @click=${() => this.drop(one.pointer)}>${t('删除', 'Remove')}</button></li>`,
        )}
      </ul>
      <div class="actions">
        <button type="button" class="primary" ?disabled=${this.action.isPending} @click=${this.ask}>${t('试算', 'Work out')}</button>
      </div>`;
  }

  private drop(pointer: string): void {
    this.changes = this.changes.filter((one) => one.pointer !== pointer);
    this.answer = undefined;
  }

  private readonly ask = (): void => {
    const { agency, year, changes } = this;
    void this.action.run(async () => {
      this.answer = undefined;
      this.answer = await call('askWhatIf', { body: { agency, year, changes, base: this.isInForce ? 'IN_FORCE' : 'LATEST' } });
    });
  };
}

function result(answer: WhatIf) {
  return html`<section role="status">
    <p><strong>${answer.valid ? t('改动后可以报送。', 'The changed report could be submitted.') : t('改动后不能报送：勾稽关系不成立。', 'The changed report would be refused: it breaks a rule.')}</strong></p>
    ${findings(t('新增', 'Added'), answer.added)} ${findings(t('消除', 'Gone'), answer.gone)}
    ${answer.added.length + answer.gone.length === 0 ? html`<p>${t('核对结果不变。', 'The findings stay the same.')}</p>` : nothing}
    ${answer.later.map(laterYear)}
    <gk-moved-totals .moved=${answer}></gk-moved-totals>
  </section>`;
}

function laterYear({ year, revision, comesIntoForce, added, gone }: LaterReport) {
  const name = t(`${year} 年度报告${revisionName(revision)}`, `Report on ${year}, ${revisionName(revision).toLowerCase()}`);
  return added.length + gone.length === 0
    ? nothing
    : html`<p><strong>${name}</strong></p>
        ${findings(t('新增', 'Added'), added)} ${findings(t('消除', 'Gone'), gone)}
        ${comesIntoForce ? html`<p>${t('这一版将自动生效。', 'It would come into force by itself.')}</p>` : nothing}`;
}

function findings(title: string, found: Findings) {
  return found.length === 0
    ? nothing
    : html`<p>${title}${t('：', ':')}</p>
        <ul>
          ${found.map((one) => html`<li><span class="status ${severityClass(one)}">${findingName(one)}</span> <strong>${one.cell ?? ''}</strong> ${messageOf(one)}</li>`)}
        </ul>`;
}
