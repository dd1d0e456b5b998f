import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { AgencyKind, Completeness, CycleEntry, DistrictEntry, ObligationState } from '../../api/contract';
import { LARGEST_PAGE } from '../../api/pages';
import { FIRST_YEAR } from '../../data';
import { allDistricts, byCode, districtOptions, type Coded } from '../../registry';
import { setQuery } from '../../router';
import { Loader, Part } from '../../screen';
import { number, percent, t } from '../../text';
import { kindName, kinds, lateMeaning, obligationStates, overdueMeaning, stateName } from '../../words';
import { selectField } from '../field';
import { lastYear } from './cycle-card';
import './cycle-card';
import { gridOf, reported, type Counts, type Grid } from './grid-data';
import './obligation-list';
import type { Condition } from './obligation-list';
import './progress-grid';
import './reminder-card';

const DEFAULT_SIZE = 50;
const NO_COUNTS: Counts = { expected: 0, onTime: 0, late: 0, returned: 0, missing: 0, overdue: 0, inForce: 0, nil: 0, nilStated: 0 };

/** The progress of a year, for the office: the year itself, the counts, and the lists to phone through. */
@customElement('gk-office-progress')
export class OfficeProgress extends Part {
  @property({ attribute: false }) query = new URLSearchParams();
  /** Changes when all data are to be loaded again. */
  @property({ attribute: false }) logins = 0;

  /** The number of changes that the reader has made. */
  @state() private changes = 0;

  private readonly cycles = new Loader<CycleEntry[]>(
    this,
    () => [this.logins, this.changes],
    async (signal) => {
      const version = this.logins + this.changes;
      const { items } = await call('listCycles', { query: { size: LARGEST_PAGE }, signal });
      this.version = version;
      return items;
    },
  );

  /** Changes when the years have been read again: a year that was closed meanwhile has no counts. */
  private version = 0;

  private readonly districts = new Loader<Array<Coded<DistrictEntry>>>(
    this,
    () => [this.logins],
    (signal) => allDistricts(signal),
  );

  private readonly counts = new Loader<Completeness>(
    this,
    () => (this.cycle() === undefined ? undefined : [this.year(), this.district(), this.kind(), this.version]),
    (signal) => this.complete(signal),
  );

  private made: { counts: Completeness; districts: Array<Coded<DistrictEntry>>; grid: Grid } | undefined;

  private complete(signal: AbortSignal): Promise<Completeness> {
    const district = this.district();
    const kind = this.kind();
    return call('getCompleteness', {
      path: { year: this.year() },
      query: {
        groupBy: ['district', 'category'],
        ...(district === undefined ? {} : { district: [district] }),
        ...(kind === undefined ? {} : { kind }),
      },
      signal,
    });
  }

  private year(): number {
    const open = this.cycles.value?.map((one) => one.year as number) ?? [];
    return Number(this.query.get('year') ?? (open.length === 0 ? lastYear() : Math.max(...open)));
  }

  private cycle(): CycleEntry | undefined {
    return this.cycles.value?.find((one) => one.year === this.year());
  }

  private district(): string | undefined {
    return this.query.get('district') ?? undefined;
  }

  private kind(): AgencyKind | undefined {
    return kinds.find((one) => one === this.query.get('kind'));
  }

  override render() {
    return this.cycles.render((cycles) => this.content(cycles));
  }

  private content(cycles: CycleEntry[]) {
    const cycle = this.cycle();
    const newest = lastYear();
    const isNewestOpen = cycles.some((one) => one.year === newest);
    return html`${this.filters(cycles)}
      ${isNewestOpen || this.year() === newest
        ? nothing
        : html`<p class="notice no-print">
            ${t(`${newest} 年度已经结束，尚未开启。`, `The year ${newest} is over, and is not open yet.`)}
            <button type="button" class="plain" @click=${() => chooseYear(String(newest))}>
              ${t(`查看并开启 ${newest} 年度`, `Show and open ${newest}`)}
            </button>
          </p>`}
      <gk-cycle-card .year=${this.year()} .cycle=${cycle} @changed=${this.changed}></gk-cycle-card>
      ${cycle === undefined ? nothing : this.progress(cycle)}`;
  }

  private filters(cycles: CycleEntry[]) {
    const years = Array.from({ length: lastYear() - FIRST_YEAR + 1 }, (_, i) => lastYear() - i);
    const all = { value: '', label: t('全部', 'All') };
    return html`<div class="filters scope">
      ${selectField({
        id: 'year',
        label: t('报告年度', 'Report year'),
        value: String(this.year()),
        options: years.map((year) => ({
          value: String(year),
          label: cycles.some((one) => one.year === year) ? String(year) : t(`${year}（未开启）`, `${year} (not open)`),
        })),
        change: chooseYear,
      })}
      ${selectField({
        id: 'district',
        label: t('行政区划', 'District'),
        value: this.district() ?? '',
        options: [all, ...districtOptions(this.districts.value ?? [])],
        change: (value) => setQuery({ district: value, place: undefined, own: undefined, page: undefined }),
      })}
      ${selectField({
        id: 'kind',
        label: t('机关类型', 'Kind'),
        value: this.kind() ?? '',
        options: [all, ...kinds.map((one) => ({ value: one, label: kindName(one) }))],
        change: (value) => setQuery({ kind: value, page: undefined }),
      })}
    </div>`;
  }

  private progress(cycle: CycleEntry) {
    return html`${this.counts.render((counts) =>
      this.districts.render((districts) => this.pictures(cycle, this.gridOf(counts, districts))),
    )}`;
  }

  /** Puts the counts together once for each answer. */
  private gridOf(counts: Completeness, districts: Array<Coded<DistrictEntry>>): Grid {
    const { made } = this;
    if (made?.counts === counts && made.districts === districts) {
      return made.grid;
    }
    const grid = gridOf(counts.rows, byCode(districts), this.district());
    this.made = { counts, districts, grid };
    return grid;
  }

  private pictures(cycle: CycleEntry, grid: Grid) {
    const place = this.query.get('place') ?? undefined;
    const category = this.query.get('category') ?? undefined;
    const isOwn = this.query.has('own');
    return html`${this.tiles(grid.counts(undefined, undefined) ?? NO_COUNTS)}
      <section class="card no-print">
        <h2>${t('各行政区划、各类别报送情况（已报/应报）', 'Reported of expected, by district and category')}</h2>
        <gk-progress-grid .grid=${grid} .choice=${{ place, category, isOwn }} .query=${this.query}></gk-progress-grid>
      </section>
      <gk-reminder-card .year=${this.year()} .district=${this.district()} .version=${this.version}></gk-reminder-card>
      <gk-obligation-list .cycle=${cycle} .condition=${this.condition(grid)} .version=${this.version}
        @changed=${this.changed}></gk-obligation-list>`;
  }

  private tiles(counts: Counts) {
    const tiles: Array<{ name: string; value: number; state: ObligationState | 'all'; note?: string }> = [
      { name: t('应报', 'Expected'), value: counts.expected, state: 'all' },
      { name: stateName('ON_TIME'), value: counts.onTime, state: 'ON_TIME' },
      { name: stateName('LATE'), value: counts.late, state: 'LATE', note: lateMeaning() },
      { name: stateName('RETURNED'), value: counts.returned, state: 'RETURNED' },
      { name: stateName('MISSING'), value: counts.missing, state: 'MISSING' },
    ];
    const rate = counts.expected === 0 ? null : reported(counts) / counts.expected;
    return html`<ul class="tiles">
      ${tiles.map(
        (one) => html`<li>
          <h2><button type="button" class="plain" aria-pressed=${this.state() === one.state}
              @click=${() => setQuery({ state: one.state === 'MISSING' ? undefined : one.state, page: undefined })}
              >${one.name}</button></h2>
          <p class="figure">${number(one.value)}</p>
          ${one.note === undefined ? nothing : html`<p class="coverage">${one.note}</p>`}
        </li>`,
      )}
      <li>
        <h2>${t('逾期未报', 'Overdue')}</h2>
        <p class="figure">${number(counts.overdue)}</p>
        <p class="coverage">${overdueMeaning()}</p>
      </li>
      <li><h2>${t('报送率', 'Reported')}</h2><p class="figure">${percent(rate)}</p></li>
    </ul>
    <p class="muted">
      ${t(
        `已报送 ${number(reported(counts))} 份，包括政府的和待审核的，其中 ${number(counts.inForce)} 份已生效；生效的报告中，声明零报告 ${number(counts.nilStated)} 份，没有声明而数据全部为零 ${number(counts.nil - counts.nilStated)} 份。总览只计部门已生效的报告。`,
        `${number(reported(counts))} reports were submitted, with those of governments and those that await review; ${number(counts.inForce)} are in force, with ${number(counts.nilStated)} stated nil returns and ${number(counts.nil - counts.nilStated)} that have zeros only without the statement. The overview counts reports of departments in force only.`,
      )}
    </p>`;
  }

  private state(): ObligationState | 'all' {
    const wanted = this.query.get('state');
    return wanted === 'all' ? 'all' : (obligationStates.find((one) => one === wanted) ?? 'MISSING');
  }

  private condition(grid: Grid): Condition {
    const wanted = this.state();
    const code = this.query.get('place') ?? this.district();
    const category = this.query.get('category') ?? undefined;
    const name = this.districts.value?.find((one) => one.code === code)?.name;
    return {
      year: this.year(),
      state: wanted === 'all' ? undefined : wanted,
      kind: this.kind(),
      district: code === undefined ? undefined : { code, name: name ?? code },
      isOwn: this.query.has('own'),
      isCell: this.query.has('place'),
      category:
        category === undefined
          ? undefined
          : { code: category, name: grid.categories.find((one) => one.code === category)?.name ?? category },
      name: this.query.get('name') ?? '',
      page: this.query.get('page') ?? undefined,
      size: Number(this.query.get('size') ?? DEFAULT_SIZE),
    };
  }

  private changed(): void {
    this.changes += 1;
  }
}

function chooseYear(year: string): void {
  setQuery({ year, place: undefined, own: undefined, category: undefined, page: undefined });
}
