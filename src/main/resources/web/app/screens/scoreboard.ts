import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { call } from '../api/client';
import type { Availability, ScoreboardRow } from '../api/contract';
import { pages } from '../api/pages';
import { availability } from '../data';
import { chinese } from '../parts/chinese';
import { groupTabs } from '../parts/group-tabs';
import { MemberScreen } from '../parts/member-screen';
import { lastPage, pageWithin } from '../parts/pager';
import { printLine } from '../parts/print-line';
import '../parts/registers/agency-filter';
import { columns, subjectOf, type Column } from '../parts/registers/scoreboard-columns';
import { scopeFields, scopeInWords, scopeOf } from '../parts/registers/scope';
import { tableDownloads } from '../parts/registers/table-downloads';
import { link, setQuery } from '../router';
import { Loader } from '../screen';
import { isBureau } from '../session';
import { languageTag, number, t } from '../text';

const KEYS = ['year', 'district', 'category', 'agency', 'rule'] as const;
type Key = (typeof KEYS)[number];

/** Sorting needs all rows; more are not read. */
const MOST = 5_000;
const SIZE = 100;

/** How reports were submitted, counted. An agency sees its own numbers. */
@customElement('gk-scoreboard')
export class Scoreboard extends MemberScreen {
  private readonly available = new Loader<Availability>(this, () => ['available'], availability);

  private readonly rows = new Loader<{ items: ScoreboardRow[]; total: number }>(
    this,
    () => (this.isOpen ? [this.filter(), this.logins] : undefined),
    (signal) => pages((query) => call('getScoreboard', { query: { ...this.filter(), ...query }, signal }), MOST, () => undefined),
  );

  private filter() {
    return { ...scopeOf(this.query), groupBy: this.keys() };
  }

  /** An agency has no others to be compared with: its rows are years. */
  private keys(): Key[] {
    const chosen = this.parameter('groupBy')?.split(',') ?? [];
    const known = KEYS.filter((one) => chosen.includes(one));
    return known.length > 0 ? known : [isBureau() ? 'year' : 'district'];
  }

  override render() {
    const purpose = t(
      '考核统计按单位、行政区划、部门类别、年度和规则统计报送质量：按期、逾期、未报、退回、更正和提示。数字以当前情况为准。',
      'The scoreboard counts how reports were submitted, by agency, district, category, year and rule: on time, late, missing, returned, corrected, and with warnings. The numbers are those of now.',
    );
    return html`<h1 tabindex="-1">${t('考核统计', 'Scoreboard')}</h1>
      ${groupTabs()} ${this.isOpen ? this.content(purpose) : this.invitation(purpose)}`;
  }

  private content(purpose: string) {
    return html`<p class="muted">${purpose}</p>
      ${this.available.render((available) => html`${this.filters(available)} ${this.rows.render((found) => this.list(found, available))}`)}`;
  }

  private filters(available: Availability) {
    return html`<div class="filters" role="search">
      ${scopeFields(available, this.query)} <gk-agency-filter .code=${this.parameter('agency')}></gk-agency-filter>
      <fieldset class="group-by">
        <legend>${t('统计分组', 'Group by')}</legend>
        ${KEYS.map(
          (key) => html`<label class="check">
            <input type="checkbox" name="groupBy" value=${key} .checked=${live(this.keys().includes(key))} @change=${() => this.toggle(key)} />
            ${keyName(key)}
          </label>`,
        )}
      </fieldset>
    </div>`;
  }

  /** Without any group, the rows are those of the first view. */
  private toggle(key: Key): void {
    const keys = this.keys();
    const next = keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
    setQuery({ groupBy: next.join(','), sort: undefined, page: undefined });
  }

  private list({ items, total }: { items: ScoreboardRow[]; total: number }, available: Availability) {
    const shown = columns(this.keys().includes('rule'));
    const rows = this.sorted(items);
    const page = pageWithin(this.parameter('page'), 1, lastPage(rows.length, SIZE));
    return html`${printLine([...scopeInWords(available, this.query), [t('统计分组', 'Group by'), this.keys().map(keyName).join(t('、', ', '))]])}
      <div class="toolbar">${tableDownloads('getScoreboard', this.filter(), 'scoreboard')}</div>
      ${items.length < total
        ? html`<p class="notice">
            ${t(
              `共 ${number(total)} 行，本页只列出前 ${number(items.length)} 行并在其中排序；请缩小范围，或者导出全部。`,
              `There are ${number(total)} rows: only the first ${number(items.length)} are listed and sorted. Narrow the conditions, or export all.`,
            )}
          </p>`
        : nothing}
      ${rows.length === 0 ? html`<p>${t('没有符合条件的报告。', 'No report meets the conditions.')}</p>` : this.table(rows.slice((page - 1) * SIZE, page * SIZE), shown)}
      <gk-pager .page=${page} .size=${SIZE} .total=${rows.length}></gk-pager>
      <section class="card meanings" aria-labelledby="meanings-title">
        <h2 id="meanings-title">${t('指标说明', 'What the numbers count')}</h2>
        <dl class="facts">${shown.map(({ name, meaning }) => html`<dt>${name}</dt><dd>${meaning}</dd>`)}</dl>
        <p class="muted">
          ${t(
            '报告归入应报名册所列的行政区划和部门类别；不在名册上的，按单位现在的归属。',
            'A report belongs to the district and the category of its line on the roster; without one, to those of its agency today.',
          )}
        </p>
      </section>`;
  }

  private sorted(rows: ScoreboardRow[]): ScoreboardRow[] {
    const { column, isDescending } = this.sort();
    if (column === undefined) {
      return rows;
    }
    const sign = isDescending ? -1 : 1;
    return [...rows].sort((a, b) => sign * compare(valueOf(a, column), valueOf(b, column)));
  }

  private sort(): { column: string | undefined; isDescending: boolean } {
    const text = this.parameter('sort');
    return { column: text?.replace(/^-/, ''), isDescending: text?.startsWith('-') === true };
  }

  private table(rows: ScoreboardRow[], shown: Column[]) {
    const keys = this.keys();
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('考核统计', 'Scoreboard')}>
      <table class="wide">
        <thead>
          <tr>
            ${keys.map((key) => this.head(key, keyName(key), ''))}
            ${shown.map(({ measure, name, meaning }) => this.head(measure, name, meaning))}
          </tr>
        </thead>
        <tbody>${rows.map((row) => this.row(row, keys, shown))}</tbody>
      </table>
    </div>`;
  }

  private head(column: string, name: string, meaning: string) {
    const isNumber = meaning !== '';
    const { column: sorted, isDescending } = this.sort();
    const isSorted = sorted === column;
    const isNextDescending = isSorted ? !isDescending : isNumber;
    return html`<th scope="col" class=${isNumber ? 'number' : ''} title=${isNumber ? meaning : nothing}
      aria-sort=${isSorted ? (isDescending ? 'descending' : 'ascending') : nothing}>
      <button type="button" class="plain" @click=${() => setQuery({ sort: `${isNextDescending ? '-' : ''}${column}`, page: undefined }, { replace: true })}
        >${name}</button>${isSorted ? html`<span aria-hidden="true"> ${isDescending ? '▼' : '▲'}</span>` : nothing}
    </th>`;
  }

  private row(row: ScoreboardRow, keys: Key[], shown: Column[]) {
    const subject = subjectOf(row, scopeOf(this.query));
    return html`<tr>
      ${keys.map((key, i) => (i === 0 ? html`<th scope="row">${keyOf(row, key)}</th>` : html`<td>${keyOf(row, key)}</td>`))}
      ${shown.map(({ measure, name, list }) => {
        const value = row[measure];
        const address = value === undefined || value === 0 ? undefined : list?.(subject);
        return html`<td class="number">
          ${address === undefined ? number(value) : html`<a href=${address} aria-label="${name}${t('：', ': ')}${number(value)}">${number(value)}</a>`}
        </td>`;
      })}
    </tr>`;
  }
}

const keyName = (key: Key): string =>
  ({
    year: t('年度', 'Year'),
    district: t('行政区划', 'District'),
    category: t('部门类别', 'Category'),
    agency: t('机关', 'Agency'),
    rule: t('规则', 'Rule'),
  })[key];

/** Renders a key of a row: an agency leads to its page. */
function keyOf(row: ScoreboardRow, key: Key) {
  if (key === 'agency') {
    return html`<a href=${link(`/agencies/${row.agency?.code}`)}>${chinese(row.agency?.name)}</a>`;
  }
  return key === 'year' || key === 'rule' ? row[key] : chinese(row[key]?.name);
}

function valueOf(row: ScoreboardRow, column: string): string | number | undefined {
  const value = row[column as keyof ScoreboardRow];
  return typeof value === 'object' && 'name' in value ? value.name : (value as string | number | undefined);
}

/** Numbers by their value, names in the order of the language; rows without the value are last when sorted up. */
function compare(one: string | number | undefined, other: string | number | undefined): number {
  if (typeof one === 'string' && typeof other === 'string') {
    return one.localeCompare(other, languageTag());
  }
  return Number(one ?? Infinity) - Number(other ?? Infinity);
}
