/** The calls with which a report is filled in and submitted. */

import { ApiError, call, exchange, orMissing } from '../../api/client';
import type { BatchItem, BatchLine, ExplanationEntry, Finding, FormCatalogue, Receipt, Report, ReportRevision, Validation } from '../../api/contract';
import { reportInForce } from '../../data';
import type { Cell } from '../../form-layout';
import { isBureau, session } from '../../session';
import { type Base, type Draft, explanationsOf, reportOf } from './draft';

/** Returns whether the session may submit for an agency. */
export const mayFile = (agency: string): boolean => session()?.agencies.includes(agency) ?? false;

/** Returns whether the session may see what an agency has submitted, and submit for it. The office enters reports on paper. */
export const mayPrepare = (agency: string): boolean => mayFile(agency) || session()?.isOffice === true;

/**
 * Returns whether drafts for an agency may be shown, and begun: not to a session of other agencies. Without a session, the form
 * can be filled in for any agency.
 */
export const mayOpen = (agency: string): boolean => !isBureau() || mayFile(agency);

/** Returns whether a draft on this machine may be shown. After a logout, it needs a login. */
export const mayShow = (draft: Draft): boolean => mayOpen(draft.agency) && (session() !== undefined || draft.isLocked !== true);

/** A revision with the tag that `If-Match` takes. */
export interface Newest extends ReportRevision, Base {}

/** The same with what its receipt adds. */
export interface Latest extends Newest, Pick<Receipt, 'ruleBook'>, Partial<Pick<Receipt, 'signature'>> {}

/** Loads the newest revision; undefined if there is none. */
export async function newestOf(agency: string, year: number, signal?: AbortSignal): Promise<Newest | undefined> {
  const answer = await orMissing(exchange('getLatestRevision', { path: { agency, year }, ...(signal === undefined ? {} : { signal }) }));
  return answer && { ...answer.body, etag: answer.etag ?? '' };
}

/** Loads the newest revision with its receipt; undefined if there is none. That of a test is answered once, and proves nothing. */
export async function latestOf(agency: string, year: number, signal: AbortSignal): Promise<Latest | undefined> {
  const newest = await newestOf(agency, year, signal);
  return newest === undefined || newest.sandbox === true
    ? newest
    : { ...(await call('getReceipt', { path: { agency, year, revision: newest.revision }, signal })), ...newest };
}

/** The report in force of the year before; undefined if there is none. */
export const lastYearOf = (agency: string, year: number, signal: AbortSignal): Promise<Report | undefined> =>
  reportInForce(agency, year - 1, signal);

/** Checks a draft like a submission, with the reasons for those warnings that it would raise. */
export async function check(draft: Draft, form: FormCatalogue, cells: Cell[], signal: AbortSignal): Promise<Validation> {
  const body: BatchItem = { agency: draft.agency, year: draft.year, report: reportOf(draft, form, cells) };
  const found = await call('validateReport', { body, signal });
  const explanations = explanationsOf(draft.reasons, found.findings);
  if (explanations.length === 0) {
    return found;
  }
  try {
    return await call('validateReport', { body: { ...body, explanations }, signal });
  } catch (failed) {
    return { ...found, findings: [...faultsOf(explanations, failed), ...found.findings] };
  }
}

/** Returns the faults of reasons as errors at their warnings, such as a reason that says too little. */
function faultsOf(explanations: ExplanationEntry[], failed: unknown): Finding[] {
  if (!(failed instanceof ApiError) || failed.status !== 422) {
    throw failed;
  }
  return (failed.problem?.findings ?? []).map((fault) => {
    const { pointer } = explanations[Number(fault.pointer.split('/')[1])] ?? fault;
    return { ...fault, pointer };
  });
}

/** The remarks on a submission: why a report is corrected, who is responsible for it, and whether it is a nil return. */
export interface Notes {
  changeReason: string;
  approvedBy: string;
  /** Whether the agency states that it had nothing to report; only if every figure is 0. */
  nil?: boolean | undefined;
}

/** Returns the remarks that were entered, as parameters or members. */
const given = ({ changeReason, approvedBy, nil }: Notes) => ({
  ...(changeReason.trim() === '' ? {} : { changeReason: changeReason.trim() }),
  ...(approvedBy.trim() === '' ? {} : { approvedBy: approvedBy.trim() }),
  ...(nil === undefined ? {} : { nil }),
});

/** Returns whether an error is about the remarks, and not about the report. */
export const isAboutNotes = (error: ApiError): boolean =>
  error.problem?.findings?.some(({ pointer }) => pointer === '/changeReason' || pointer === '/approvedBy') ?? false;

/** What a submission did. */
export interface Filed {
  receipt: Receipt;
  /** Whether there is a new revision. There is none if the newest one has the same content. */
  isNew: boolean;
}

const CREATED = 201;

/**
 * Submits a draft, and then the reasons for its warnings. Fails with 412 if there is a newer revision than its base.
 *
 * @param nil whether the agency states that it had nothing to report; undefined if some figure is not 0
 * @param stored receives the new base when the report is stored, and whether it is a new revision; when the reasons fail
 *     afterwards, all can be repeated with it
 */
export async function submit(
  draft: Draft,
  report: Report,
  notes: Notes,
  stored: (base: Base, isNew: boolean) => void,
): Promise<Filed> {
  const { agency, year, base } = draft;
  if (!mayFile(agency)) {
    return enter(draft, report, notes);
  }
  const headers: Record<string, string> = base === undefined ? { 'If-None-Match': '*' } : { 'If-Match': base.etag };
  const answer = await exchange('submitReport', { path: { agency, year }, query: given(notes), body: report, headers });
  const isNew = answer.status === CREATED;
  stored({ revision: answer.body.revision, etag: answer.etag ?? '' }, isNew);
  return { receipt: await explain(answer.body, draft.reasons), isNew };
}

/** Submits the reasons for those warnings of the newest revision that are open. Returns the updated receipt. */
export async function explain<T extends Pick<Receipt, 'agency' | 'year' | 'findings'>>(receipt: T, reasons: Draft['reasons']): Promise<T | Receipt> {
  const body = explanationsOf(reasons, receipt.findings);
  const { agency, year } = receipt;
  return body.length === 0 ? receipt : call('explainWarnings', { path: { agency, year }, body });
}

/** Submits on behalf of an agency, which the office may do as a batch only. A batch has no precondition, so it is checked first. */
async function enter(draft: Draft, report: Report, notes: Notes): Promise<Filed> {
  const { agency, year, base } = draft;
  const newest = await newestOf(agency, year);
  if (newest?.etag !== base?.etag) {
    throw new ApiError(412, undefined);
  }
  const body: BatchItem = { agency, year, report };
  const explanations = explanationsOf(draft.reasons, await findingsOf(body));
  const line = await batch({ ...body, ...given(notes), ...(explanations.length === 0 ? {} : { explanations }) });
  if (line.receipt === undefined) {
    throw new ApiError(line.status, line.problem);
  }
  return { receipt: line.receipt, isNew: line.status === CREATED };
}

const findingsOf = async (body: BatchItem): Promise<Finding[]> => (await call('validateReport', { body })).findings;

/** Submits a batch of one report, which is answered with one line. */
const batch = async (item: BatchItem): Promise<BatchLine> =>
  (await call('submitReports', { body: [item], headers: { Accept: 'application/x-ndjson' } })) as unknown as BatchLine;
