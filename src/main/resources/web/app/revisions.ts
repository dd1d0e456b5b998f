/** Words for revisions and for what happened to them. */

import { actorName, agencyOf, isOwnName } from './actors';
import type { Decision, Finding, ReportRevision, RevisionStatus } from './api/contract';
import { moment, t } from './text';

export function statusName(status: RevisionStatus): string {
  const names: Record<RevisionStatus, string> = {
    SUBMITTED: t('待审核', 'Waiting'),
    ACCEPTED: t('已生效', 'In force'),
    RETURNED: t('已退回', 'Returned'),
    SUPERSEDED: t('已被取代', 'Superseded'),
    WITHDRAWN: t('已撤回', 'Withdrawn'),
  };
  return names[status];
}

/** The class of the label of a status. */
export function statusClass(status: RevisionStatus): string {
  const classes: Partial<Record<RevisionStatus, string>> = { SUBMITTED: 'warn', ACCEPTED: 'good', RETURNED: 'bad' };
  return `status ${classes[status] ?? ''}`;
}

export const revisionName = (revision: number): string => t(`第 ${revision} 版`, `Revision ${revision}`);

export const decisionName = (decision: Decision): string =>
  ({ ACCEPT: t('审核通过', 'Accepted'), RETURN: t('退回', 'Returned'), WITHDRAW: t('撤回', 'Withdrawn') })[decision];

/** Returns what happened to a revision last: who did what, when, and why. */
export function lastEvent(revision: ReportRevision): string {
  const { revision: n, decision, withdrawal } = revision;
  switch (revision.status) {
    case 'SUBMITTED':
      return t(`${moment(revision.submittedAt)}，机关报送了第 ${n} 版。`, `The agency submitted revision ${n} on ${moment(revision.submittedAt)}.`);
    case 'SUPERSEDED':
      return t(`第 ${n} 版已被后来生效的版本取代。`, `Revision ${n} was superseded by a newer one.`);
    case 'WITHDRAWN':
      return t(
        `${when(withdrawal?.at)}，${who(withdrawal?.by)}撤回了第 ${n} 版${because('理由', withdrawal?.reason)}。`,
        `Revision ${n} was withdrawn by ${who(withdrawal?.by)} ${when(withdrawal?.at)}${because('reason', withdrawal?.reason)}.`,
      );
    case 'ACCEPTED':
      return t(
        `${when(decision?.at)}，${who(decision?.by)}通过了第 ${n} 版${because('意见', decision?.comment)}。`,
        `Revision ${n} was accepted by ${who(decision?.by)} ${when(decision?.at)}${because('comment', decision?.comment)}.`,
      );
    case 'RETURNED':
      return t(
        `${when(decision?.at)}，${who(decision?.by)}退回了第 ${n} 版${because('意见', decision?.comment)}。`,
        `Revision ${n} was returned by ${who(decision?.by)} ${when(decision?.at)}${because('comment', decision?.comment)}.`,
      );
  }
}

/** Returns the name of a person, or of the service. */
export function who(name: string | undefined): string {
  if (name === undefined) {
    return t('其他人', 'another person');
  }
  if (agencyOf(name) !== undefined) {
    return t('该机关', 'the agency');
  }
  return isOwnName(name) ? `“${name}”` : t(actorName(name), `the ${actorName(name).toLowerCase()}`);
}

const when = (instant: string | undefined): string => (instant === undefined ? t('时间不明', 'at an unknown time') : t(moment(instant), `on ${moment(instant)}`));

const because = (word: string, text: string | undefined): string =>
  text === undefined ? '' : t(`，${word}：${text}`, ` (${word}: ${text})`);

/** Returns whether a finding is a warning that the agency has not explained. */
export const isOpen = (finding: Finding): boolean => finding.state === 'OPEN';

/** The class of the label of a finding: a warning that is explained needs nothing. */
export const severityClass = ({ severity, state }: Finding): string =>
  severity === 'ERROR' ? 'bad' : severity === 'WARNING' && state !== 'EXPLAINED' ? 'warn' : '';

/** Returns what a finding is called. */
export function findingName({ severity, state }: Finding): string {
  if (severity === 'ERROR') {
    return t('错误', 'Error');
  }
  if (severity === 'INFO') {
    return t('说明', 'Note');
  }
  return state === 'EXPLAINED' ? t('提示，已说明', 'Warning, explained') : t('提示', 'Warning');
}

/** Returns the message of a finding. The service writes negative numbers with a hyphen. */
export const messageOf = ({ message }: { message: string }): string => message.replace(/(^|[\s（([])-(?=\d)/g, '$1\u2212');

/** Returns the day in China of an instant, as YYYY-MM-DD. */
export const dayOf = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(instant);

/** Returns the number of days from a date to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
