import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { Finding, FormCatalogue, PageReportRevision, Receipt, Report, ReportRevision, RuleEntry } from '../../api/contract';
import { bigChanges, type BigChange } from '../../comparison';
import { FIRST_YEAR, reportInForce } from '../../data';
import { cellId, cells, tables, type Cell } from '../../form-layout';
import { link } from '../../router';
import type { Entry } from '../../queue';
import { Loader, Part } from '../../screen';
import { t } from '../../text';
import { chinese } from '../chinese';
import './big-changes';
import type { Place } from './cell-comments';
import './comparison-base';
import type { Base, Other } from './comparison-base';
import './decision-bar';
import './report-facts';
import './report-texts';
import { TEXT_POINTERS, textPlaces } from './report-texts';
import './revision-history';
import '../diagnosis/diagnosis';
import '../finding-list';
import '../impact/revision-impact';
import '../impact/what-if';
import { byUrgency, findingId } from '../finding-list';
import '../revision-changes';
import '../statutory-form';

const MAX_REVISIONS = 100;

/** A decision, and the name of the agency for the message about it. */
export interface Decided {
  receipt: Receipt;
  name: string;
}

interface Shown {
  agency: string;
  year: number;
  revision: ReportRevision;
}

interface Form {
  catalogue: FormCatalogue;
  cells: Cell[];
}

/**
 * One report, to decide on: beside last year's, with its findings and its history.
 *
 * Fires `decided`, `outdated`, `step` and `leave`, as the decision bar does.
 */
@customElement('gk-review-report')
export class ReviewReport extends Part {
  @property({ attribute: false }) agency = '';
  @property({ attribute: false }) year = 0;
  @property({ attribute: false }) base: Base = 'year';
  /** The report in the queue; undefined if it is not there. */
  @property({ attribute: false }) entry: Entry | undefined;
  @property({ attribute: false }) position = '';
  /** Whether the reader came here from another address of the pages, so that the focus has to follow. */
  @property({ attribute: false }) takesFocus = false;

  @state() private finding = -1;
  @state() private hasJumped = false;

  private readonly latest = new Loader<Shown>(
    this,
    () => [this.agency, this.year],
    async (signal) => {
      const path = { agency: this.agency, year: this.year };
      return { ...path, revision: await call('getLatestRevision', { path, signal }) };
    },
  );

  private readonly history = new Loader<PageReportRevision>(
    this,
    () => [this.agency, this.year],
    (signal) => call('listRevisions', { path: { agency: this.agency, year: this.year }, query: { size: MAX_REVISIONS }, signal }),
  );

  private readonly form = new Loader<Form>(
    this,
    () => this.year,
    async (signal) => {
      const catalogue = await call('getForm', { path: { year: this.year }, signal });
      return { catalogue, cells: cells(tables(catalogue)) };
    },
  );

  private readonly rules = new Loader<RuleEntry[]>(
    this,
    () => this.year,
    (signal) => call('getRules', { query: { year: this.year }, signal }),
  );

  private readonly other = new Loader<Other>(
    this,
    () => (this.shown() === undefined ? undefined : [this.agency, this.year, this.base, this.shown()?.revision.revision]),
    (signal) => this.readOther(signal),
  );

  /** The report of the address, but not the one before it, which stays visible until this one is read. */
  private shown(): Shown | undefined {
    const { value, isPending } = this.latest;
    return value?.agency === this.agency && value.year === this.year && !isPending ? value : undefined;
  }

  private async readOther(signal: AbortSignal): Promise<Other> {
    const { agency, year } = this;
    const before = (this.shown()?.revision.revision ?? 1) - 1;
    if (this.base === 'revision' && before > 0) {
      const revision = await call('getRevision', { path: { agency, year, revision: before }, signal });
      return { report: revision.report, name: t(`第 ${before} 版`, `revision ${before}`) };
    }
    const name = t(`上年（${year - 1} 年）报告`, `last year’s report (${year - 1})`);
    return { name, report: this.base === 'year' && year > FIRST_YEAR ? await reportInForce(agency, year - 1, signal) : undefined };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('agency') || changed.has('year')) {
      this.finding = -1;
      this.hasJumped = false;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    document.title = `${this.name()} ${this.year} · ${t('审核', 'Review')}`;
    if (this.takesFocus && (changed.has('agency') || changed.has('year'))) {
      scrollTo(0, 0);
      this.querySelector<HTMLElement>('h1')?.focus();
    }
  }

  private findings(): Finding[] {
    return byUrgency(this.latest.value?.revision.findings ?? []);
  }

  private revisions(): ReportRevision[] {
    return this.history.value?.items ?? [];
  }

  /** The places that a comment can be about: the texts and the cells, in the order of the form. */
  private places(): Place[] {
    const texts = textPlaces();
    return [...texts.slice(0, 1), ...(this.form.value?.cells ?? []), ...texts.slice(1)];
  }

  private inForce(): ReportRevision | undefined {
    return this.revisions().find((one) => one.status === 'ACCEPTED');
  }

  override render() {
    const shown = this.shown();
    return html`<p class="review-crumbs"><a href=${queueAddress()}>${t('审核队列', 'Review queue')}</a></p>
      <h1 tabindex="-1">${chinese(this.name())} ${t(`${this.year} 年度报告`, `– report on ${this.year}`)}</h1>
      ${this.latest.render((value) => this.content(value))}
      <gk-decision-bar .agency=${this.agency} .year=${this.year} .revision=${shown?.revision}
        .inForce=${shown === undefined ? undefined : this.inForce()}
        .previous=${this.revisions().find((one) => one.status === 'SUPERSEDED')?.revision}
        .position=${this.position} .hasJumped=${this.hasJumped} .places=${this.places()}
        @decided=${this.decided} @outdated=${this.outdated} @step=${this.forward} @leave=${this.forward}
        @next-finding=${this.nextFinding} @back=${this.back}></gk-decision-bar>`;
  }

  private name(): string {
    return this.entry?.report.agencyName ?? this.latest.value?.revision.report?.agencyName ?? this.agency;
  }

  private content({ revision }: Shown) {
    const report = revision.report as Report;
    const changes = this.bigChanges(report);
    return html`<gk-report-facts .agency=${this.agency} .revision=${revision} .inForce=${this.inForce()} .entry=${this.entry}></gk-report-facts>
      <div class="review-columns">
        <aside class="review-side" aria-label=${t('提示和变化', 'Findings and changes')}>
          <h2>${t(`提示（${revision.findings.length}）`, `Findings (${revision.findings.length})`)}</h2>
          ${revision.findings.length === 0
            ? html`<p>${t('没有提示。', 'There are none.')}</p>`
            : html`<gk-finding-list .findings=${this.findings()} .rules=${this.rules.value ?? []} .hasPlace=${this.hasPlace}
                @jump=${this.jump}></gk-finding-list>`}
          ${this.other.value?.report === undefined
            ? nothing
            : html`<h2>${t(`与${this.other.value.name}相比变化大的数字（${changes.length}）`, `Big changes against ${this.other.value.name} (${changes.length})`)}</h2>
                <gk-big-changes .changes=${changes} @jump=${(event: CustomEvent<string>) => focusOn(event.detail)}></gk-big-changes>`}
        </aside>
        <div class="review-main">
          ${revision.revision === 1
            ? nothing
            : html`<h2>${t(`第 ${revision.revision} 版的改动`, `Changes of revision ${revision.revision}`)}</h2>
                <gk-revision-changes .agency=${this.agency} .year=${this.year} .revision=${revision.revision}></gk-revision-changes>`}
          <gk-comparison-base .base=${this.base} .isCorrection=${revision.revision > 1} .other=${this.other.value}
            .error=${this.other.error} .retry=${() => this.other.reload()}></gk-comparison-base>
          ${this.form.render((form) => this.tables(form, report, revision, changes))}
          <gk-diagnosis .agency=${this.agency} .year=${this.year} .revision=${revision.revision}></gk-diagnosis>
          <gk-revision-impact .agency=${this.agency} .year=${this.year} .revision=${revision.revision}></gk-revision-impact>
          ${this.form.value === undefined
            ? nothing
            : html`<gk-what-if .agency=${this.agency} .year=${this.year} .form=${this.form.value.catalogue} .report=${report}
                .isInForce=${revision.status === 'ACCEPTED'}></gk-what-if>`}
          <h2>${t('文字部分', 'Texts')}</h2>
          <gk-report-texts .report=${report} .findings=${revision.findings} .other=${this.other.value?.report}
            .otherName=${this.other.value?.name ?? ''}></gk-report-texts>
          <h2>${t('历次版本', 'Revisions')}</h2>
          ${this.history.render((page) => html`<gk-revision-history .revisions=${page.items}></gk-revision-history>`)}
        </div>
      </div>`;
  }

  private tables(form: Form, report: Report, revision: ReportRevision, changes: BigChange[]) {
    return html`<gk-statutory-form .form=${form.catalogue} .report=${report} .findings=${revision.findings}
      .other=${this.other.value?.report} .otherName=${this.other.value?.name ?? ''}
      .marks=${Object.fromEntries(changes.map((change) => [change.cell.pointer, change.mark]))}></gk-statutory-form>`;
  }

  private bigChanges(report: Report): BigChange[] {
    const other = this.other.value?.report;
    return other === undefined || this.form.value === undefined ? [] : bigChanges(this.form.value.cells, report, other);
  }

  private readonly hasPlace = (pointer: string): boolean =>
    TEXT_POINTERS.includes(pointer) || (this.form.value?.cells.some((cell) => cell.pointer === pointer) ?? false);

  /** Puts the cell into the middle of the window, and keeps the address. */
  private jump(event: CustomEvent<number>): void {
    event.preventDefault();
    this.jumpToFinding(event.detail);
  }

  private jumpToFinding(i: number): void {
    const finding = this.findings()[i];
    if (finding !== undefined) {
      this.finding = i;
      this.hasJumped = focusOn(finding.pointer);
    }
  }

  /** Jumps to the cell of the next finding that has one; after the last, to the first. */
  private nextFinding(): void {
    const all = this.findings();
    const order = all.map((_, i) => (this.finding + 1 + i) % all.length);
    const next = order.find((i) => this.hasPlace((all[i] as Finding).pointer));
    if (next !== undefined) {
      this.jumpToFinding(next);
    }
  }

  private back(): void {
    if (this.hasJumped) {
      document.querySelector<HTMLElement>(`#${findingId(this.finding)} .finding-head a`)?.focus();
      this.hasJumped = false;
    }
  }

  /** A withdrawal leaves the report to be looked at; after other decisions, the screen goes on to the next one. */
  private decided(event: CustomEvent<Receipt>): void {
    if (event.detail.status === 'WITHDRAWN') {
      this.reload();
    }
    this.dispatchEvent(new CustomEvent<Decided>('decided', { detail: { receipt: event.detail, name: this.name() } }));
  }

  private outdated(event: CustomEvent<unknown>): void {
    this.reload();
    this.forward(event);
  }

  private reload(): void {
    void this.latest.reload();
    void this.history.reload();
  }

  private forward(event: CustomEvent<unknown>): void {
    this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
  }
}

/** Moves the focus to the place of a pointer. Returns whether there is one. */
function focusOn(pointer: string): boolean {
  const place = document.getElementById(cellId(pointer));
  place?.scrollIntoView({ block: 'center', inline: 'center' });
  place?.focus({ preventScroll: true });
  return place !== null;
}

const queueAddress = (): string => link('/review', Object.fromEntries(new URLSearchParams(location.search)));
