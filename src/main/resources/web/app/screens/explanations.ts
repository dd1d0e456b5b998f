import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../api/client';
import type { Availability, ExplanationRecord, ExplanationState, PageExplanationRecord, RuleEntry } from '../api/contract';
import { availability } from '../data';
import { chinese } from '../parts/chinese';
import { groupTabs } from '../parts/group-tabs';
import { MemberScreen } from '../parts/member-screen';
import { readWithin } from '../parts/pager';
import { printLine } from '../parts/print-line';
import '../parts/registers/agency-filter';
import { choose, field } from '../parts/registers/scope';
import { tableDownloads } from '../parts/registers/table-downloads';
import { messageOf, revisionName, who } from '../revisions';
import { link } from '../router';
import { Loader } from '../screen';
import { moment, number, of, t } from '../text';
import { indented } from '../words';

const SIZE = 50;
const STATES: ExplanationState[] = ['ACCEPTED', 'OPEN', 'REOPENED', 'SETTLED'];
const STYLES: Record<ExplanationState, string> = { ACCEPTED: 'good', OPEN: 'warn', REOPENED: 'bad', SETTLED: '' };

interface Choices {
  available: Availability;
  /** The rules whose findings need an explanation. */
  rules: RuleEntry[];
}

/** The explanations that agencies gave for warnings, with repeated wordings marked. */
@customElement('gk-explanations')
export class Explanations extends MemberScreen {
  private readonly choices = new Loader<Choices>(
    this,
    () => ['choices'],
    async (signal) => {
      const [available, rules] = await Promise.all([availability(signal), call('getRules', { query: {}, signal })]);
      return { available, rules: rules.filter((one) => one.severity === 'WARNING') };
    },
  );

  private readonly lines = new Loader<PageExplanationRecord>(
    this,
    () => (this.isOpen ? [this.filter(), this.parameter('page'), this.logins] : undefined),
    (signal) =>
      readWithin(this.parameter('page'), SIZE, (page) =>
        call('listExplanations', { query: { ...this.filter(), page, size: SIZE }, signal }),
      ),
  );

  private filter() {
    const [year, rule, district, agency] = ['year', 'rule', 'district', 'agency'].map((name) => this.parameter(name));
    const state = STATES.find((one) => one === this.parameter('state'));
    return {
      ...(year === undefined ? {} : { year: [year] }),
      ...(rule === undefined ? {} : { rule: [rule] }),
      ...(district === undefined ? {} : { district: [district] }),
      ...(agency === undefined ? {} : { agency: [agency] }),
      ...(state === undefined ? {} : { state }),
      ...(this.isRepeated() ? { repeated: true } : {}),
    };
  }

  private isRepeated(): boolean {
    return this.parameter('repeated') === 'true';
  }

  override render() {
    const purpose = t(
      '说明汇总列出各单位对提示所作的全部说明及其现状，并标出重复使用的说法。',
      'The register lists every explanation of a warning with its state, and marks wordings that are used more than once.',
    );
    return html`<h1 tabindex="-1">${t('说明汇总', 'Explanations')}</h1>
      ${groupTabs()} ${this.isOpen ? this.content(purpose) : this.invitation(purpose)}`;
  }

  private content(purpose: string) {
    return html`<p class="muted">${purpose}</p>
      ${this.choices.render((choices) => html`${this.filters(choices)} ${this.lines.render((page) => this.list(page, choices))}`)}`;
  }

  private filters({ available, rules }: Choices) {
    return html`<div class="filters" role="search">
      ${field(this.query, 'year', t('报告年度', 'Report year'), available.years.map(({ year }) => ({ value: String(year), label: String(year) })))}
      ${field(this.query, 'rule', t('规则', 'Rule'), rules.map(({ id, statement }) => ({ value: id, label: `${id} ${of(statement)}` })))}
      ${field(this.query, 'district', t('行政区划', 'District'), available.districts.map((one) => ({ value: one.code, label: indented(one.level, one.name) })))}
      ${field(this.query, 'state', t('现状', 'State'), STATES.map((one) => ({ value: one, label: stateName(one) })))}
      <gk-agency-filter .code=${this.parameter('agency')}></gk-agency-filter>
      <label class="check">
        <input type="checkbox" .checked=${this.isRepeated()} @change=${() => choose('repeated', this.isRepeated() ? '' : 'true')} />
        ${t('只看重复的说法', 'Only repeated wordings')}
      </label>
    </div>`;
  }

  private list(page: PageExplanationRecord, { available }: Choices) {
    const { year, rule, state } = this.filter();
    return html`${printLine([
        [t('报告年度', 'Report year'), year?.[0]],
        [t('规则', 'Rule'), rule?.[0]],
        [t('行政区划', 'District'), available.districts.find((one) => one.code === this.parameter('district'))?.name],
        [t('现状', 'State'), state === undefined ? undefined : stateName(state)],
        [t('说法', 'Wordings'), this.isRepeated() ? t('只看重复的', 'repeated ones only') : undefined],
      ])}
      <div class="toolbar">
        ${tableDownloads('listExplanations', this.filter(), 'explanations')}
      </div>
      ${page.items.length === 0 ? html`<p>${t('没有符合条件的说明。', 'No explanation meets the conditions.')}</p>` : table(page.items)}
      <gk-pager .page=${page.page + 1} .size=${SIZE} .total=${page.total}></gk-pager>`;
  }
}

/** The roles stay those of a table where the lines are stacked. */
function table(items: ExplanationRecord[]) {
  const columns = [t('单位、报告', 'Agency and report'), t('提示', 'Finding'), t('说明', 'Explanation'), t('重复', 'Repeated'), t('现状', 'State')];
  return html`<div class="scroll">
    <table class="wide stacked" role="table" aria-label=${t('说明汇总', 'Explanations')}>
      <thead role="rowgroup">
        <tr role="row">${columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr>
      </thead>
      <tbody role="rowgroup">${items.map(line)}</tbody>
    </table>
  </div>`;
}

function line(one: ExplanationRecord) {
  const { code, name } = one.agency;
  return html`<tr role="row">
    <td role="cell">
      <a href=${link(`/agencies/${code}/${one.year}`, { revision: String(one.revision) })}>${chinese(name)} ${one.year}</a>
      <div class="second">${revisionName(one.revision)} · ${chinese(one.district.name)}</div>
    </td>
    <td role="cell">${one.message === undefined ? nothing : messageOf({ message: one.message })}
      <div class="second">${one.rule}${one.cell === undefined ? nothing : html` · ${one.cell}`}</div>
    </td>
    <td role="cell"><q>${one.reason}</q><div class="second">${who(one.by)} ${moment(one.at)}</div></td>
    <td role="cell">${repetition(one)}</td>
    <td role="cell"><span class="status ${STYLES[one.state]}">${stateName(one.state)}</span></td>
  </tr>`;
}

const repetition = ({ repetition: { uses, agencies, years } }: ExplanationRecord) =>
  uses === 1
    ? '—'
    : t(
        `${number(uses)} 次，${number(agencies)} 个单位；本单位 ${number(years)} 年`,
        `${number(uses)} times, ${number(agencies)} agencies; ${number(years)} years of this one`,
      );

const stateName = (state: ExplanationState): string =>
  ({
    ACCEPTED: t('已认可', 'Accepted'),
    OPEN: t('待定', 'Open'),
    REOPENED: t('重新待说明', 'Reopened'),
    SETTLED: t('已了结', 'Settled'),
  })[state];
