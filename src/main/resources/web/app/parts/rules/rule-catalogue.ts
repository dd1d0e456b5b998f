import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { FormCatalogue, RelationEntry, RuleEntry, Severity } from '../../api/contract';
import { FIRST_YEAR } from '../../data';
import { link, setQuery } from '../../router';
import { Loader, Part } from '../../screen';
import { number, of, t } from '../../text';
import { selectField } from '../field';
import '../long-table';
import { printLine } from '../print-line';
import { settingClass, settingMeaning, settingName } from './rule-words';

const SEVERITIES: Severity[] = ['ERROR', 'WARNING', 'INFO'];
/** The time after the last key until a text is searched, in milliseconds. */
const PAUSE = 300;

interface Book {
  form: FormCatalogue;
  rules: RuleEntry[];
}

/** The rules for the reports of a year: the demand, its legal source, the severity, and every place where it applies. */
@customElement('gk-rule-catalogue')
export class RuleCatalogue extends Part {
  @property({ attribute: false }) query = new URLSearchParams();
  /** Whether the reader may try changes. */
  @property({ attribute: false }) canTry = false;

  private pause: ReturnType<typeof setTimeout> | undefined;

  private readonly book = new Loader<Book>(
    this,
    () => [this.year()],
    async (signal) => {
      const year = this.year();
      const [form, rules] = await Promise.all([
        call('getForm', { path: { year }, signal }),
        call('getRules', { query: { year }, signal }),
      ]);
      return { form, rules };
    },
  );

  private year(): number {
    return Number(this.query.get('year') ?? lastYear());
  }

  private severity(): Severity | undefined {
    return SEVERITIES.find((one) => one === this.query.get('severity'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.pause);
  }

  override render() {
    return html`${this.filters()} ${this.book.render((book) => this.list(book))}`;
  }

  private filters() {
    const years = Array.from({ length: lastYear() - FIRST_YEAR + 1 }, (_, i) => String(lastYear() - i));
    return html`<form class="filters" role="search" @submit=${this.submit}>
      <div>
        <label for="rule-search">${t('查找规则', 'Search')}</label>
        <input id="rule-search" type="search" autocomplete="off" @input=${this.typed} @compositionend=${this.typed} />
      </div>
      ${selectField({
        id: 'year',
        label: t('报告年度', 'Report year'),
        value: String(this.year()),
        options: years.map((value) => ({ value, label: value })),
        change: (year) => setQuery({ year }),
      })}
      ${selectField({
        id: 'severity',
        label: t('级别', 'Severity'),
        value: this.severity() ?? '',
        options: [
          { value: '', label: t('全部', 'All') },
          ...SEVERITIES.map((value) => ({ value, label: t(`${settingName(value)}（${settingMeaning(value)}）`, `${settingName(value)}: ${settingMeaning(value)}`) })),
        ],
        change: (severity) => setQuery({ severity }),
      })}
    </form>`;
  }

  /** Shows the text of the address, unless the reader is typing one. */
  protected override updated(): void {
    const input = this.querySelector<HTMLInputElement>('#rule-search');
    if (input !== null && input !== document.activeElement) {
      input.value = this.query.get('q') ?? '';
    }
  }

  /** Searches after a pause, and not for the letters from which an input method still composes Chinese ones. */
  private readonly typed = (event: Event): void => {
    if (event instanceof InputEvent && event.isComposing) {
      return;
    }
    const q = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.pause);
    this.pause = setTimeout(() => setQuery({ q }, { replace: true }), PAUSE);
  };

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    clearTimeout(this.pause);
    setQuery({ q: this.querySelector<HTMLInputElement>('#rule-search')?.value.trim() }, { replace: true });
  };

  private list({ form, rules }: Book) {
    const severity = this.severity();
    const text = (this.query.get('q') ?? '').toLowerCase();
    const found = rules.filter((one) => (severity === undefined || one.severity === severity) && contentOf(one).includes(text));
    return html`${printLine([
        [t('报告年度', 'Report year'), String(this.year())],
        [t('级别', 'Severity'), severity === undefined ? undefined : settingName(severity)],
        [t('查找', 'Search'), this.query.get('q') ?? undefined],
      ])}
      <p role="status">
        ${t(
          `${form.form} 年格式（${form.firstYear} 年度起适用）：共 ${number(rules.length)} 条规则，列出 ${number(found.length)} 条。`,
          `Form ${form.form}, in use since report year ${form.firstYear}: ${number(found.length)} of ${number(rules.length)} rules.`,
        )}
      </p>
      ${found.map((one) => this.rule(one))}`;
  }

  private rule(rule: RuleEntry) {
    return html`<article class="card rule" aria-labelledby="rule-${rule.id}">
      <h2 id="rule-${rule.id}"><code>${rule.id}</code> <span class=${settingClass(rule.severity)}>${settingName(rule.severity)}</span></h2>
      <p>${of(rule.statement)}</p>
      <dl class="facts">
        <dt>${t('依据', 'Based on')}</dt><dd>${of(rule.basis)}</dd>
        <dt>${t('违反时', 'If it is broken')}</dt><dd>${settingMeaning(rule.severity)}</dd>
        ${rule.thresholds.map((one) => html`<dt>${t('界限值', 'Threshold')}</dt><dd>${of(one.meaning)}${t('：', ': ')}<strong>${number(one.value)}</strong> ${of(one.unit)}</dd>`)}
      </dl>
      <details>
        <summary>${t(`适用位置 ${number(rule.relations.length)} 处`, `${number(rule.relations.length)} places`)}<span class="visually-hidden"> ${rule.id}</span></summary>
        <gk-long-table .label=${t(`${rule.id} 的适用位置`, `Places of ${rule.id}`)} .heads=${[t('位置', 'Place'), t('条件', 'Condition')]}
          .rows=${rule.relations} .row=${place}></gk-long-table>
      </details>
      ${this.canTry
        ? html`<p class="screen-only"><a href=${link('/rules', { tab: 'preview', changes: rule.id })}>${t('试算改动', 'Try a change')}<span class="visually-hidden"> ${rule.id}</span></a></p>`
        : nothing}
    </article>`;
  }
}

/** The last year that is over. */
const lastYear = (): number => new Date().getFullYear() - 1;

/** Returns the texts of a rule that are searched. */
const contentOf = ({ id, statement, basis, thresholds }: RuleEntry): string =>
  [id, of(statement), of(basis), ...thresholds.map((one) => of(one.meaning))].join('\n').toLowerCase();

const place = ({ cell, formula }: RelationEntry) =>
  html`<th scope="row">${cell === undefined ? t('整份报告', 'The report as a whole') : of(cell)}</th><td>${of(formula)}</td>`;
