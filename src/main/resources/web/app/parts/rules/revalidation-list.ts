import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { Availability, PageRevalidationEntry, Revalidation } from '../../api/contract';
import { availability } from '../../data';
import { who } from '../../revisions';
import { link, navigate } from '../../router';
import { Loader, Part } from '../../screen';
import { moment, number, t } from '../../text';
import '../ask';
import { readWithin } from '../pager';
import { reportScope, scopeInWords, yearsOf } from './rule-scope';
import { runStateClass, runStateName } from './rule-words';

const SIZE = 20;

/** The runs that check stored reports with the current rule book, and the start of another one. */
@customElement('gk-revalidation-list')
export class RevalidationList extends Part {
  @property({ attribute: false }) query = new URLSearchParams();
  /** Changes when all data are to be loaded again. */
  @property({ attribute: false }) logins = 0;

  @state() private isAsking = false;

  private readonly available = new Loader<Availability>(this, () => ['available'], availability);

  private readonly runs = new Loader<PageRevalidationEntry>(
    this,
    () => [this.query.get('page'), this.logins],
    (signal) =>
      readWithin(this.query.get('page') ?? undefined, SIZE, (page) => call('listRevalidations', { query: { page, size: SIZE }, signal })),
  );

  override render() {
    return html`<p class="muted">
        ${t(
          '规则更新后，用现行规则复核已报报告：只更新核对结果，不改变报告的内容、状态和回执。复核在后台进行，期间可照常报送。',
          'After a change of the rules, stored reports are checked with the current ones. This replaces their findings, and never content, status or receipt. It goes on in the background.',
        )}
      </p>
      ${this.available.render((available) => this.start(available))} ${this.runs.render((page) => this.list(page))}
      ${this.isAsking ? this.question() : nothing}`;
  }

  private start(available: Availability) {
    return html`<form class="card" aria-labelledby="start-title" @submit=${this.ask}>
      <h2 id="start-title" tabindex="-1">${t('复核已报报告', 'Check stored reports again')}</h2>
      <div class="filters">${reportScope(this.query, available, t('报告年度；都不选为全部', 'Report years; all if none is chosen'))}</div>
      <div class="actions"><button type="submit" class="primary">${t('开始复核…', 'Start…')}</button></div>
    </form>`;
  }

  private ask(event: SubmitEvent): void {
    event.preventDefault();
    this.isAsking = true;
  }

  private district(): string | undefined {
    return this.query.get('district') || undefined;
  }

  private question() {
    const years = yearsOf(this.query);
    return html`<gk-ask .heading=${t('开始复核？', 'Start?')} .action=${t('开始', 'Start')}
      .content=${html`<p>${t('范围：', 'Reports: ')}${scopeInWords(years, this.district())}</p>
        <p>${t('新增的提示会使已生效的报告进入待办；新增的错误只显示，报告仍然有效。', 'New warnings put reports in force on the work list. New errors are only shown: the reports stay in force.')}</p>`}
      .run=${async () => {
        const district = this.district();
        const run = await call('startRevalidation', { body: { years, ...(district === undefined ? {} : { district }) } });
        navigate(link('/rules', { tab: 'revalidations', run: String(run.id) }));
      }}
      @close=${() => (this.isAsking = false)}></gk-ask>`;
  }

  private list(page: PageRevalidationEntry) {
    return html`<section class="card" aria-labelledby="runs-title">
      <h2 id="runs-title">${t('历次复核', 'Revalidations')}</h2>
      ${page.total === 0
        ? html`<p>${t('还没有复核。', 'There is no revalidation yet.')}</p>`
        : html`${table(page.items)} <gk-pager .page=${page.page + 1} .size=${SIZE} .total=${page.total}></gk-pager>`}
    </section>`;
  }
}

/** The roles stay those of a table where the lines are stacked. */
function table(runs: Revalidation[]) {
  const columns = [t('复核', 'Run'), t('状态', 'State'), t('范围', 'Reports'), t('进度', 'Progress'), t('新增', 'Added'), t('消除', 'Gone'), t('开始', 'Started')];
  return html`<div class="scroll">
    <table class="wide stacked" role="table" aria-labelledby="runs-title">
      <thead role="rowgroup">
        <tr role="row">${columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr>
      </thead>
      <tbody role="rowgroup">
        ${runs.map(
          (one) => html`<tr role="row">
            <th role="rowheader" scope="row"><a href=${link('/rules', { tab: 'revalidations', run: String(one.id) })}>${t(`第 ${one.id} 次`, `No. ${one.id}`)}</a></th>
            <td role="cell"><span class=${runStateClass(one.state)}>${runStateName(one.state)}</span></td>
            <td role="cell">${scopeInWords(one.years, one.district)}</td>
            <td role="cell" data-label=${columns[3]}>${number(one.checked)} / ${number(one.total)}</td>
            <td role="cell" data-label=${columns[4]}>${number(one.added)}</td>
            <td role="cell" data-label=${columns[5]}>${number(one.removed)}</td>
            <td role="cell">${moment(one.startedAt)} ${who(one.startedBy)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
