import { html, nothing, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call, orMissing, type Options } from '../api/client';
import type { Availability, RollUp } from '../api/contract';
import { loadCatalogue, type Catalogue } from '../catalogue';
import { availability } from '../data';
import '../parts/explorer/chips';
import '../parts/explorer/citation';
import '../parts/explorer/conditions';
import '../parts/explorer/examples';
import '../parts/explorer/figure-tree';
import { FIRST_QUERY, isGroupedBy, parametersForJson, parametersOf, valuesOf } from '../parts/explorer/query';
import '../parts/explorer/rollup-downloads';
import '../parts/explorer/rollup-notes';
import '../parts/explorer/rollup-pictures';
import '../parts/explorer/results';
import { conditionsOf, lineOf, scopeOf, type Names } from '../parts/explorer/words';
import '../parts/source-note';
import { link, navigate } from '../router';
import { Loader, Screen } from '../screen';
import { session } from '../session';
import { number, t } from '../text';

/** The number of rows that the table shows at first, and more at each request. Downloads have all. */
const ROWS = 1000;

/** The most agencies whose names are looked up for the conditions. */
const MOST_NAMES = 20;

const TOO_MANY_ROWS = 413;

/** An answer with its query, which stays with it while the next one is loaded. */
interface Answer {
  query: URLSearchParams;
  rollUp: RollUp;
  /** Whether there are more rows than the table shows. */
  isCut: boolean;
}

/** Figures by any grouping, as a table, as charts and as files. The address is a query of the API. */
@customElement('gk-explorer')
export class Explorer extends Screen {
  @state() private rows = ROWS;

  private readonly isWide = matchMedia('(min-width: 60rem)').matches;

  private readonly available = new Loader(
    this,
    () => ['available'],
    availability,
  );

  private readonly catalogue = new Loader<Catalogue>(
    this,
    () => this.available.value?.years,
    (signal) => loadCatalogue(this.available.value?.years ?? [], signal),
  );

  private readonly agencies = new Loader<Map<string, string>>(
    this,
    () => valuesOf(this.query, 'agency').slice(0, MOST_NAMES),
    (signal) => namesOfAgencies(valuesOf(this.query, 'agency').slice(0, MOST_NAMES), signal),
  );

  private readonly answer = new Loader<Answer>(
    this,
    () => (this.hasFigures() ? [this.request(), session()?.token] : undefined),
    async (signal) => {
      const { query, rows } = this;
      const rollUp = await call('getStatistics', { query: this.request(), signal });
      const isCut = rollUp.rows.length > rows;
      return { query, isCut, rollUp: isCut ? { ...rollUp, rows: rollUp.rows.slice(0, rows) } : rollUp };
    },
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) {
      this.rows = ROWS;
      if (Object.keys(parametersOf(this.query)).length === 0) {
        navigate(link('/explore', FIRST_QUERY), { replace: true });
      }
    }
  }

  /** Whether the query names what it asks for; otherwise the reader is about to choose it. */
  private hasFigures(): boolean {
    return this.query.has('figure') || isGroupedBy(this.query, 'figure');
  }

  /** One row more than the table shows tells that there are more. A limit of the query that is lower stays. */
  private request(): NonNullable<Options<'getStatistics'>['query']> {
    const parameters = parametersForJson(this.query);
    const limit = parameters.limit?.join();
    const isKept = limit !== undefined && !(Number(limit) > this.rows);
    return { ...parameters, ...(isKept ? {} : { limit: this.rows + 1 }) };
  }

  override render() {
    return html`<h1 tabindex="-1">${t('指标查询', 'Explorer')}</h1>
      ${this.available.render((available) => this.catalogue.render((catalogue) => this.content(available, catalogue)))}`;
  }

  private content(available: Availability, catalogue: Catalogue) {
    const names = { available, catalogue, agencies: this.agencies.value ?? new Map<string, string>() };
    const conditions = conditionsOf(this.query, names);
    return html`<gk-examples .available=${available}></gk-examples>
      <div class="explorer">
        <details class="card catalogue" ?open=${this.isWide}>
          <summary><h2>${t('指标目录', 'Figures')}</h2></summary>
          <gk-figure-tree .catalogue=${catalogue} .chosen=${valuesOf(this.query, 'figure')}
            .isBrokenDown=${isGroupedBy(this.query, 'figure')}></gk-figure-tree>
        </details>
        <div class="answer">
          <section class="card query" aria-labelledby="query-title">
            <h2 id="query-title">${t('查询条件', 'Query')}</h2>
            <gk-chips .conditions=${conditions}></gk-chips>
            <details ?open=${this.isWide}>
              <summary>${t('分组和条件', 'Grouping and conditions')}</summary>
              <gk-conditions .query=${this.query} .available=${available} .catalogue=${catalogue} .reader=${session()}></gk-conditions>
            </details>
          </section>
          <p class="print-only">${lineOf(conditions)}</p>
          ${this.found(names)}
        </div>
      </div>`;
  }

  private found(names: Names) {
    if (!this.hasFigures()) {
      return html`<p class="notice" role="status">
        ${t('请在指标目录中选择指标，或按“明细指标”分组。', 'Choose figures in the catalogue, or group by figure.')}
      </p>`;
    }
    return html`${this.answer.render((answer) => this.results(answer, names))}
      ${this.answer.error?.status === TOO_MANY_ROWS ? this.downloads(this.query, undefined) : nothing}`;
  }

  private results({ query, rollUp, isCut }: Answer, names: Names) {
    if (rollUp.rows.length === 0) {
      return html`<p class="notice" role="status">${t('没有符合条件的报告。', 'There is no report that matches the query.')}</p>`;
    }
    const scope = scopeOf(conditionsOf(query, names));
    const { catalogue } = names;
    return html`${this.downloads(query, rollUp)}
      <div class="results">
        <section class="card">
          <gk-results .rollUp=${rollUp} .names=${names} .query=${query} .scope=${scope} .isCut=${isCut}></gk-results>
          ${isCut ? this.more() : nothing}
        </section>
        ${rollUp.rows.length < 2 ? nothing : this.pictures(rollUp, catalogue, isCut)}
      </div>
      <div class="columns">
        <section class="card">
          <gk-rollup-notes .rollUp=${rollUp} .catalogue=${catalogue} .minCoverage=${query.get('minCoverage')}></gk-rollup-notes>
          <gk-source-note .dataVersion=${rollUp.dataVersion} .asOf=${rollUp.asOf}></gk-source-note>
        </section>
        <section class="card">
          <gk-citation .query=${query} .rollUp=${rollUp} .catalogue=${catalogue} .scope=${scope} .reader=${session()}></gk-citation>
        </section>
      </div>`;
  }

  private more() {
    return html`<p role="status">
        ${t(
          `只显示前 ${number(this.rows)} 行。下载的文件含全部各行。`,
          `Only the first ${number(this.rows)} rows are shown. Files have all rows.`,
        )}
      </p>
      <button type="button" @click=${() => (this.rows += ROWS)}>${t('显示更多', 'Show more')}</button>`;
  }

  /** Lines over years need all rows of a year; a table that is cut has the first years only. */
  private pictures(rollUp: RollUp, catalogue: Catalogue, isCut: boolean) {
    return isCut && rollUp.groupBy.includes('year')
      ? nothing
      : html`<section class="card pictures" aria-label=${t('图', 'Charts')}>
          <gk-rollup-pictures .rollUp=${rollUp} .catalogue=${catalogue}></gk-rollup-pictures>
        </section>`;
  }

  private downloads(query: URLSearchParams, rollUp: RollUp | undefined) {
    return html`<gk-rollup-downloads .query=${query} .rollUp=${rollUp} .reader=${session()}></gk-rollup-downloads>`;
  }
}

/** Returns the names of agencies. A code that does not exist has none; the answer to the query explains it. */
async function namesOfAgencies(codes: string[], signal: AbortSignal): Promise<Map<string, string>> {
  const agencies = await Promise.all(codes.map((code) => orMissing(call('getAgency', { path: { code }, signal }))));
  return new Map(codes.map((code, i) => [code, agencies[i]?.name ?? code]));
}
