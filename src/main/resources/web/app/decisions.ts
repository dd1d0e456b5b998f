/** Decisions of the oversight office, and what it has written for them. */

import { ApiError, call, exchange } from './api/client';
import type { CellComment, DecisionRequest, Receipt, ReportRevision } from './api/contract';
import { lastEvent } from './revisions';
import { asApiError } from './screen';
import { CHANGED, events } from './session';
import { t } from './text';

/** The revision that a reader has seen and decides on. */
export interface Target {
  agency: string;
  year: number;
  revision: number;
  contentHash: string;
}

/** The report has changed since the reader saw it: someone else decided, or the agency submitted again. */
export class Outdated extends Error {
  /** @param revision what there is now */
  constructor(readonly revision: ReportRevision) {
    super(lastEvent(revision));
  }
}

/**
 * Decides on a revision, unless the report has changed since the reader saw it. The newest revision is read before, to tell who
 * has changed what, and its tag is sent along: the service refuses the decision if it has changed meanwhile.
 */
export async function decide(target: Target, request: Omit<DecisionRequest, 'revision'>): Promise<Receipt> {
  const headers = await requireCurrent(target, request);
  const { agency, year, revision } = target;
  try {
    return await call('decideOnRevision', { path: { agency, year }, body: { ...request, revision }, headers });
  } catch (failed) {
    if (failed instanceof ApiError && (failed.status === 409 || failed.status === 412)) {
      await requireCurrent(target, request);
    }
    throw failed;
  }
}

/** Returns the conditions of a decision. Fails if the reader has not seen the newest state of the report. */
async function requireCurrent(
  target: Target,
  request: Omit<DecisionRequest, 'revision'>,
): Promise<Record<string, string>> {
  const { agency, year, revision } = target;
  const isWithdrawal = request.decision === 'WITHDRAW';
  // A newer revision may wait while the one in force is withdrawn.
  const { body, etag } = isWithdrawal
    ? await exchange('getRevision', { path: { agency, year, revision } })
    : await exchange('getLatestRevision', { path: { agency, year } });
  const isSame = body.revision === revision && body.contentHash === target.contentHash;
  if (!isSame || body.status !== (isWithdrawal ? 'ACCEPTED' : 'SUBMITTED')) {
    throw new Outdated(body);
  }
  return isWithdrawal || etag === null ? {} : { 'If-Match': etag };
}

/** Returns why a decision failed, in a sentence. */
export function reasonOf(failed: unknown): string {
  if (failed instanceof Outdated) {
    return failed.message;
  }
  const error = asApiError(failed);
  return error.isUnreachable
    ? t('无法连接服务，请重试。', 'The service cannot be reached. Try again.')
    : (error.problem?.detail ?? t(`服务返回 ${error.status}。`, `The service answered ${error.status}.`));
}

/** Comments that are not sent yet, by report. They survive a change of the screen, a refusal and an expired token. */
const drafts = new Map<string, string>();
const cellDrafts = new Map<string, CellComment[]>();

events.addEventListener(CHANGED, (event) => {
  if ((event as CustomEvent<string>).detail === 'ended') {
    drafts.clear();
    cellDrafts.clear();
  }
});

export const draft = (key: string): string => drafts.get(key) ?? '';

export function keepDraft(key: string, text: string): void {
  drafts.set(key, text);
}

/** Returns the comments at cells, of which some may still be empty. */
export const cellDraft = (key: string): CellComment[] => cellDrafts.get(key) ?? [];

export function keepCellDraft(key: string, comments: CellComment[]): void {
  cellDrafts.set(key, comments);
}

export function discardDraft(key: string): void {
  drafts.delete(key);
  cellDrafts.delete(key);
}
