/** The reports that wait for a decision of the oversight office. */

import { call, orMissing } from './api/client';
import type { LocalDate, ObligationEntry, ReportSummary, RevisionStatus, WorkEntry } from './api/contract';
import { pages } from './api/pages';
import { dayOf, daysBetween, isOpen, statusName } from './revisions';
import { asApiError } from './screen';
import { languageTag, t } from './text';

/** More are not read: sorting needs all of them, and nobody works through so many. */
export const MAX_REPORTS = 10_000;
const RECEIPTS_AT_A_TIME = 4;

/** Which reports the queue has: of a status, or in force with warnings that opened afterwards. */
export type QueueStatus = RevisionStatus | 'REOPENED';

/** Returns the name of a queue. */
export const queueName = (status: QueueStatus): string =>
  status === 'REOPENED' ? t('生效后又有提示', 'In force, warnings opened') : statusName(status);

export interface Filter {
  status: QueueStatus;
  year: string | undefined;
  district: string | undefined;
  category: string | undefined;
}

export interface Queue {
  reports: ReportSummary[];
  /** The obligations that the reports fulfil, by report; a year that was not opened has none. */
  obligations: Map<string, ObligationEntry>;
  /** What the work list tells about the reports, by report; empty for queues that are not on it. */
  work: Map<string, WorkEntry>;
  /** How many there are; more than `reports` where too many to read. */
  total: number;
}

/** A report of the queue, with what is known about its obligation. */
export interface Entry {
  key: string;
  report: ReportSummary;
  /** Whole days since it was submitted; on the work list, since it is there. */
  days: number;
  deadline: LocalDate | undefined;
  /** Days from today to the deadline; negative when it has passed. */
  left: number | undefined;
  isLate: boolean;
  /** The report on the work list; undefined if it is not there. */
  work: WorkEntry | undefined;
}

export const SORTS = ['deadline', 'waiting', 'warnings', 'agency', 'year'] as const;
export type Sort = (typeof SORTS)[number];

type Progress = (read: number, total: number) => void;

export const keyOf = (report: { agency: string; year: number }): string => `${report.agency}/${report.year}`;

/** Reads all reports that a filter selects, with their obligations: the order depends on both. */
export async function readQueue(filter: Filter, progress: Progress, signal: AbortSignal): Promise<Queue> {
  const { status } = filter;
  return status === 'SUBMITTED' || status === 'REOPENED'
    ? readWork(filter, status === 'SUBMITTED' ? 'WAITING' : 'REOPENED', progress, signal)
    : readReports(filter, status, progress, signal);
}

/** Reads the work list, which knows warnings and deadlines. */
async function readWork(filter: Filter, state: WorkEntry['state'], progress: Progress, signal: AbortSignal): Promise<Queue> {
  const query = { ...scope(filter), ...years(filter), state };
  const { items, total } = await pages((page) => call('listWork', { query: { ...query, ...page }, signal }), MAX_REPORTS, progress);
  const work = new Map(items.map((one) => [keyOf({ agency: one.agency.code, year: one.year }), one]));
  return { reports: items.map(reportOf), obligations: new Map(), work, total };
}

function reportOf({ agency, state, ...entry }: WorkEntry): ReportSummary {
  const { kind, district, category, year, revision, contentHash, submittedAt } = entry;
  const status = state === 'WAITING' ? 'SUBMITTED' : 'ACCEPTED';
  return { agency: agency.code, agencyName: agency.name, kind, district, category, year, revision, status, contentHash, submittedAt };
}

async function readReports(filter: Filter, status: RevisionStatus, progress: Progress, signal: AbortSignal): Promise<Queue> {
  const query = { ...scope(filter), status, ...years(filter) };
  const { items, total } = await pages(
    (page) => call('listReports', { query: { ...query, ...page }, signal }),
    MAX_REPORTS,
    progress,
  );
  const obligations = new Map<string, ObligationEntry>();
  for (const year of new Set(items.map((report) => report.year))) {
    for (const one of await obligationsOf(year, filter, signal)) {
      obligations.set(keyOf({ agency: one.agency.code, year }), one);
    }
  }
  return { reports: items, obligations, work: new Map(), total };
}

/** Returns the obligations of a year; none if it was not opened. */
async function obligationsOf(year: number, filter: Filter, signal: AbortSignal): Promise<ObligationEntry[]> {
  const read = (page: object) => call('listObligations', { path: { year }, query: { ...scope(filter), ...page }, signal });
  return (await orMissing(pages(read, MAX_REPORTS, () => undefined)))?.items ?? [];
}

const years = ({ year }: Filter): { year?: string[] } => (year === undefined ? {} : { year: [year] });

function scope({ district, category }: Filter): { district?: string[]; category?: string[] } {
  return {
    ...(district === undefined ? {} : { district: [district] }),
    ...(category === undefined ? {} : { category: [category] }),
  };
}

/** Returns the entries of the queue whose agency has a text in its name or code. */
export function entries(queue: Queue, agency: string): Entry[] {
  const today = dayOf(new Date());
  const wanted = agency.trim().toLowerCase();
  return queue.reports
    .filter((report) => report.agencyName.toLowerCase().includes(wanted) || report.agency.toLowerCase().includes(wanted))
    .map((report) => entry(report, queue.obligations.get(keyOf(report)), queue.work.get(keyOf(report)), today));
}

function entry(
  report: ReportSummary,
  obligation: ObligationEntry | undefined,
  work: WorkEntry | undefined,
  today: string,
): Entry {
  const deadline = work?.deadline ?? obligation?.deadline;
  return {
    key: keyOf(report),
    report,
    days: work?.daysWaiting ?? daysBetween(dayOf(new Date(report.submittedAt)), today),
    deadline,
    left: deadline === undefined ? undefined : daysBetween(today, deadline),
    isLate: work?.late ?? obligation?.state === 'LATE',
    work,
  };
}

/** Returns the order in which a column is read first: names from A, and what is urgent first. */
export const isFirstDescending = (sort: Sort): boolean => sort === 'waiting' || sort === 'warnings' || sort === 'year';

/** Sorts entries. Those that are equal follow by urgency: the earlier deadline first, then the longer wait. */
export function sorted(all: Entry[], sort: Sort, isDescending: boolean, warnings: OpenWarnings): Entry[] {
  const names = new Intl.Collator(languageTag());
  const compare: Record<Sort, (a: Entry, b: Entry) => number> = {
    deadline: byDeadline,
    waiting: (a, b) => b.report.submittedAt.localeCompare(a.report.submittedAt),
    warnings: (a, b) => (weight(a) ?? warnings.of(a) ?? -1) - (weight(b) ?? warnings.of(b) ?? -1),
    agency: (a, b) => names.compare(a.report.agencyName, b.report.agencyName),
    year: (a, b) => a.report.year - b.report.year,
  };
  const direction = isDescending ? -1 : 1;
  return [...all].sort(
    (a, b) => direction * compare[sort](a, b) || byDeadline(a, b) || a.report.submittedAt.localeCompare(b.report.submittedAt),
  );
}

const weight = (entry: Entry): number | undefined => entry.work?.weight;

const NEVER = '9999';

const byDeadline = (a: Entry, b: Entry): number => (a.deadline ?? NEVER).localeCompare(b.deadline ?? NEVER);

/**
 * The numbers of open warnings of reports. The work list has them, the list of reports does not: receipts are read, a few at
 * a time and each once.
 */
export class OpenWarnings {
  private readonly counts = new Map<string, number>();
  private readonly asked = new Set<string>();

  /** Returns the number of open warnings of a report; undefined while it is unknown. */
  of(entry: Entry): number | undefined {
    return entry.work?.openWarnings ?? this.counts.get(revisionKey(entry));
  }

  /** Reads the numbers of reports, and tells whenever one is known. One that cannot be read stays unknown until it is asked again. */
  async read(all: Entry[], changed: () => void): Promise<void> {
    const wanted = all.filter((one) => one.work === undefined && !this.asked.has(revisionKey(one)));
    wanted.forEach((one) => this.asked.add(revisionKey(one)));
    await Promise.all(Array.from({ length: RECEIPTS_AT_A_TIME }, () => this.readInTurn(wanted, changed)));
  }

  private async readInTurn(wanted: Entry[], changed: () => void): Promise<void> {
    for (let one = wanted.shift(); one !== undefined; one = wanted.shift()) {
      const { agency, year, revision } = one.report;
      try {
        const receipt = await call('getReceipt', { path: { agency, year, revision } });
        this.counts.set(revisionKey(one), receipt.findings.filter(isOpen).length);
        changed();
      } catch (failed) {
        asApiError(failed);
        this.asked.delete(revisionKey(one));
      }
    }
  }
}

const revisionKey = ({ report }: Entry): string => `${keyOf(report)}/${report.revision}`;
