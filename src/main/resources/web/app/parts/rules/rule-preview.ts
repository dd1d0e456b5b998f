import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { Availability, RuleEntry, RulePreview, RuleThreshold } from '../../api/contract';
import { availability } from '../../data';
import { setQuery } from '../../router';
import { Loader, Part } from '../../screen';
import { number, of, t } from '../../text';
import { Action } from '../action';
import { selectField, textField } from '../field';
import './preview-result';
import { reportScope, yearsOf } from './rule-scope';
import { settingMeaning, settingName, settings } from './rule-words';
import { changeOf, trialsInAddress, trialsOf, type Trial } from './trial';

interface Choices {
  available: Availability;
  rules: RuleEntry[];
}

/** Tries changes of rules on stored reports. The changes and the reports are in the address; nothing is stored. */
@customElement('gk-rule-preview')
export class RulePreviewForm extends Part {
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private preview: RulePreview | undefined;

  private readonly action = new Action(this);

  private readonly choices = new Loader<Choices>(
    this,
    () => ['choices'],
    async (signal) => {
      const [available, rules] = await Promise.all([availability(signal), call('getRules', { query: {}, signal })]);
      return { available, rules };
    },
  );

  private trials(): Trial[] {
    return trialsOf(this.query.get('changes'));
  }

  override render() {
    return html`<p class="muted">
        ${t(
          '在规则正式调整之前，试算新的级别、界限值或者停用规则对已报报告的影响。试算不保存任何内容。',
          'Try other severities or thresholds, or rules that are off, on stored reports before they become official. Nothing is stored.',
        )}
      </p>
      ${this.choices.render((choices) => this.form(choices))}
      ${this.preview === undefined ? nothing : html`<gk-preview-result .preview=${this.preview}></gk-preview-result>`}`;
  }

  private form({ available, rules }: Choices) {
    const trials = this.trials();
    const shown = ['/years', ...trials.map((_, i) => `/changes/${i}`)];
    return html`<form class="card preview" aria-labelledby="preview-title" @submit=${this.run}>
      <h2 id="preview-title" tabindex="-1">${t('试算规则改动', 'Preview of changed rules')}</h2>
      <div class="filters">${reportScope(this.query, available, t('报告年度（至少一个）', 'Report years (at least one)'))}</div>
      ${this.errorsAt('/years')} ${trials.map((trial, i) => this.trial(trial, i, rules))} ${this.addition(trials, rules)}
      ${this.action.render(shown)}
      <div class="actions">
        <button type="submit" class="primary" aria-disabled=${this.action.isPending}>
          ${this.action.isPending ? t('正在试算…', 'Checking…') : t('试算', 'Preview')}
        </button>
      </div>
    </form>`;
  }

  private errorsAt(pointer: string) {
    const found = this.action.findingsAt(pointer);
    return found.length === 0 ? nothing : html`<ul class="field-errors">${found.map((one) => html`<li>${one.message}</li>`)}</ul>`;
  }

  private trial(trial: Trial, index: number, rules: RuleEntry[]) {
    const rule = rules.find((one) => one.id === trial.rule);
    return html`<fieldset class="trial">
      <legend><code>${trial.rule}</code></legend>
      ${rule === undefined ? nothing : html`<p>${of(rule.statement)}</p>`} ${this.errorsAt(`/changes/${index}/rule`)}
      <div class="fields">
        ${selectField({
          id: `setting-${index}`,
          label: t('级别', 'Severity'),
          value: trial.setting ?? '',
          options: [
            { value: '', label: rule === undefined ? t('不变', 'Unchanged') : t(`不变（${settingName(rule.severity)}）`, `Unchanged (${settingName(rule.severity)})`) },
            ...settings.map((one) => ({ value: one, label: t(`${settingName(one)}：${settingMeaning(one)}`, `${settingName(one)}: ${settingMeaning(one)}`) })),
          ],
          change: (value) => this.change(index, { setting: settings.find((one) => one === value) }),
        })}
        ${rule?.thresholds.map((one) => this.threshold(trial, index, one))}
      </div>
      <div class="actions">
        <button type="button" @click=${() => this.leaveOut(index)}>${t('移除', 'Remove')}<span class="visually-hidden"> ${trial.rule}</span></button>
      </div>
    </fieldset>`;
  }

  private threshold(trial: Trial, index: number, { name, meaning, unit, value, minimum, maximum }: RuleThreshold) {
    return textField({
      id: `threshold-${index}-${name}`,
      label: t(`${of(meaning)}（${of(unit)}）`, `${of(meaning)} (${of(unit)})`),
      value: trial.thresholds[name] ?? '',
      maxLength: 20,
      help: t(
        `不填为现行值 ${number(value)}；可填 ${number(minimum)} 至 ${number(maximum)}`,
        `Empty for the current value ${number(value)}; from ${number(minimum)} to ${number(maximum)}`,
      ),
      errors: this.action.findingsAt(`/changes/${index}/thresholds/${name}`),
      change: (text) => this.change(index, { thresholds: withValue(trial.thresholds, name, text.trim()) }),
    });
  }

  private addition(trials: Trial[], rules: RuleEntry[]) {
    const others = rules.filter((one) => !trials.some((trial) => trial.rule === one.id));
    return html`<div class="field addition">
      <label for="add-rule">${t('添加要改动的规则', 'Add a rule to change')}</label>
      <select id="add-rule" .value=${''} @change=${(event: Event) => this.add(event.target as HTMLSelectElement)}>
        <option value="">${t('请选择', 'Choose')}</option>
        ${others.map((one) => html`<option value=${one.id}>${one.id}</option>`)}
      </select>
      ${trials.length === 0 ? this.errorsAt('/changes') : nothing}
    </div>`;
  }

  private add(select: HTMLSelectElement): void {
    const rule = select.value;
    select.value = '';
    if (rule !== '') {
      this.write([...this.trials(), { rule, setting: undefined, thresholds: {} }]);
    }
  }

  /** The button that had the focus is gone with its rule. */
  private leaveOut(index: number): void {
    this.write(this.trials().filter((_, i) => i !== index));
    this.querySelector<HTMLElement>('#add-rule')?.focus();
  }

  private change(index: number, part: Partial<Trial>): void {
    this.write(this.trials().map((one, i) => (i === index ? { ...one, ...part } : one)));
  }

  private write(trials: Trial[]): void {
    setQuery({ changes: trialsInAddress(trials) }, { replace: true });
  }

  private run(event: SubmitEvent): void {
    event.preventDefault();
    void this.action.run(async () => {
      const district = this.query.get('district');
      this.preview = undefined;
      this.preview = await call('previewRules', {
        body: {
          years: yearsOf(this.query),
          ...(district === null || district === '' ? {} : { district }),
          changes: this.trials().map(changeOf),
        },
      });
      await this.updateComplete;
      this.querySelector<HTMLElement>('#result-title')?.focus();
    });
  }
}

/** Sets a value; an empty one is left out. */
function withValue(values: Record<string, string>, name: string, value: string): Record<string, string> {
  const { [name]: _, ...others } = values;
  return value === '' ? others : { ...others, [name]: value };
}
