// The job that every client does against the service. An adapter for each generated client implements Client.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { components } from './generated/openapi-fetch';

type Schemas = components['schemas'];
export type Report = Schemas['Report'];
export type Explanation = Schemas['ExplanationEntry'];

// The members that the job reads. Clients differ in others: some have dates where others have strings.
type Finding = Pick<Schemas['Finding'], 'rule' | 'pointer' | 'difference' | 'state'>;
type Receipt = Pick<Schemas['Receipt'], 'revision' | 'status'> & { findings: Finding[] };
type Revision = Pick<Schemas['ReportRevision'], 'revision' | 'status' | 'report'>;
type Summary = Pick<Schemas['ReportSummary'], 'year' | 'revision'>;
type Change = Pick<Schemas['Change'], 'pointer' | 'before' | 'after'>;
type Row = Pick<Schemas['RollUpRow'], 'year' | 'figure' | 'value' | 'reports'>;
type Consolidated = Pick<Schemas['ConsolidatedReport'], 'report' | 'coverage'>;
type Event = Pick<Schemas['EventEntry'], 'type' | 'agency' | 'year' | 'revision'>;

/** A part of a list, and the cursor of the next one. */
interface Part<T> {
  items: T[];
  next?: string;
}

/** What the job needs of a generated client that bears one token. */
export interface Client {
  makeToken(code: string): Promise<{ token: string }>;
  submitReport(agency: string, year: number, report: Report, changeReason?: string): Promise<Receipt>;
  explainWarnings(agency: string, year: number, explanations: Explanation[]): Promise<Receipt>;
  getReport(agency: string, year: number): Promise<Report>;
  listRevisions(agency: string, year: number): Promise<Part<Revision>>;
  getChanges(agency: string, year: number, revision: number, since: number): Promise<{ changes: Change[] }>;
  getStatistics(query: {
    figure: string[];
    groupBy: Schemas['Dimension'][];
    year: string[];
    agency: string[];
  }): Promise<{ rows: Row[] }>;
  getConsolidatedReport(year: number, district: string): Promise<Consolidated>;
  listReports(query: { agency: string[]; size: number; after?: string }): Promise<Part<Summary>>;
  listEvents(query: { after?: string }): Promise<Part<Event>>;
}

/** The answer of the service to a request that it refuses. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: { findings?: Finding[] },
  ) {
    super(`${status}: ${JSON.stringify(problem)}`);
  }
}

type Connect = (address: string, token: string) => Client;

/** Does the job and prints what its steps find. Every adapter calls this once. */
export function run(connect: Connect): void {
  new Job(connect, process.argv.slice(2)).run().catch((failure: unknown) => {
    console.error(failure);
    process.exitCode = 1;
  });
}

/** The steps are those of ../job.txt, in the same order. */
class Job {
  private readonly oversight: Client;
  private readonly agency: string;
  private readonly district: string;
  private readonly olderReport: Schemas['AnnualReport2019'];
  private readonly report: Schemas['AnnualReport'];
  private client: Client;

  constructor(
    private readonly connect: Connect,
    private readonly words: string[],
  ) {
    const [address, token, agency, district, olderFile, file] = words;
    this.oversight = connect(address, token);
    this.client = this.oversight;
    this.agency = agency;
    this.district = district;
    this.olderReport = JSON.parse(readFileSync(olderFile, 'utf8'));
    this.report = JSON.parse(readFileSync(file, 'utf8'));
  }

  async run(): Promise<void> {
    await this.print('token', this.token());
    await this.print('submit', this.submit());
    await this.print('read', this.read());
    await this.print('refuse', this.refuse());
    await this.print('warn', this.warn());
    await this.print('explain', this.explain());
    await this.print('revisions', this.revisions());
    await this.print('changes', this.changes());
    await this.print('roll up', this.rollUp());
    await this.print('consolidate', this.consolidate());
    await this.print('page', this.page());
    await this.print('follow', this.follow());
  }

  private async print(step: string, lines: AsyncIterable<string>): Promise<void> {
    for await (const line of lines) {
      console.log(`${step}: ${line}`);
    }
  }

  private async *token() {
    const { token } = await this.oversight.makeToken(this.agency);
    this.client = this.connect(this.words[0], token);
    yield 'issued';
  }

  private async *submit() {
    for (const [year, report] of this.reports()) {
      const { revision, status } = await this.client.submitReport(this.agency, year, report);
      yield `${year}, revision ${revision}, ${status}`;
    }
  }

  private async *read() {
    for (const [year, report] of this.reports()) {
      const answer = await this.client.getReport(this.agency, year);
      yield `${year}, form ${answer.form}, equal: ${isDeepStrictEqual(answer, report)}`;
    }
  }

  private async *refuse() {
    const wrong = structuredClone(this.report);
    wrong.requests.newlyReceived.naturalPerson += 1;
    try {
      await this.client.submitReport(this.agency, 2025, wrong);
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      for (const { rule, pointer, difference } of refused.problem.findings ?? []) {
        yield `${refused.status}, ${rule} at ${pointer}, off by ${difference}`;
      }
    }
  }

  private async *warn() {
    this.report.proactiveDisclosure.licensingDecisions += 1;
    this.report.otherMatters = '';
    const reason = '漏计行政许可决定 1 件';
    const { status, findings } = await this.client.submitReport(this.agency, 2025, this.report, reason);
    for (const { rule, pointer } of findings.filter(({ state }) => state === 'OPEN')) {
      yield `${status}, ${rule} at ${pointer}`;
    }
  }

  private async *explain() {
    const explanation = { rule: 'TEXT-MISSING', pointer: '/otherMatters', reason: '未收取信息处理费' };
    const { status, findings } = await this.client.explainWarnings(this.agency, 2025, [explanation]);
    for (const { rule, state } of findings.filter(({ state }) => state)) {
      yield `${status}, ${rule} is ${state}`;
    }
  }

  private async *revisions() {
    for (const { revision, status } of (await this.client.listRevisions(this.agency, 2025)).items) {
      yield `${revision}, ${status}`;
    }
  }

  private async *changes() {
    for (const { pointer, before, after } of (await this.client.getChanges(this.agency, 2025, 2, 1)).changes) {
      yield `${pointer}: "${before}", then "${after}"`;
    }
  }

  private async *rollUp() {
    const { rows } = await this.client.getStatistics({
      figure: ['requests.newlyReceived', 'proactiveDisclosure.licensingDecisions'],
      groupBy: ['year'],
      year: ['2025'],
      agency: [this.agency],
    });
    for (const { year, figure, value, reports } of rows) {
      yield `${year}, ${figure} = ${value} in ${reports} report(s)`;
    }
  }

  private async *consolidate() {
    const { coverage, report } = await this.client.getConsolidatedReport(2025, this.district);
    yield `${coverage.reports} of ${coverage.expected} report(s), ${report.requests.newlyReceived.total} requests`;
  }

  private async *page() {
    let after: string | undefined;
    do {
      const { items, next } = await this.client.listReports({ agency: [this.agency], size: 1, after });
      yield* items.map(({ year, revision }) => `${year}, revision ${revision}`);
      after = next;
    } while (after);
  }

  private async *follow() {
    let after: string | undefined;
    let items: Event[];
    do {
      ({ items, next: after } = await this.oversight.listEvents({ after }));
      yield* items
        .filter(({ agency, year }) => agency === this.agency && year === 2025)
        .map(({ type, revision }) => `${type}, revision ${revision}`);
    } while (items.length > 0);
  }

  private reports() {
    return [
      [2019, this.olderReport],
      [2025, this.report],
    ] as const;
  }
}
