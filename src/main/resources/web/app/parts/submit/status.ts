/** Words for the state of a report. */

import type { AgencyEntry, CycleEntry, Receipt, RevisionStatus } from '../../api/contract';
import { dayOf, daysBetween, isOpen, statusName } from '../../revisions';
import { day, t } from '../../text';

/** The name of the action that leads to the next revision. */
export const changeName = (status: RevisionStatus): string =>
  status === 'ACCEPTED' ? t('更正', 'Correct') : status === 'SUBMITTED' ? t('修改', 'Change') : t('重新报送', 'Submit again');

/** Returns what a submission is: a correction only if it replaces a revision in force. */
export function submissionName(replaced: Pick<Receipt, 'revision' | 'status'> | undefined): string {
  if (replaced === undefined) {
    return t('首次报送', 'First submission');
  }
  const { revision, status } = replaced;
  switch (status) {
    case 'ACCEPTED':
      return t(`更正第 ${revision} 版`, `Correction of revision ${revision}`);
    case 'SUBMITTED':
      return t(`修改待审核的第 ${revision} 版`, `Change of revision ${revision}, which waits`);
    default:
      return t(`重新报送（第 ${revision} 版${statusName(status)}）`, `New submission (revision ${revision}: ${statusName(status).toLowerCase()})`);
  }
}

/** Tells what happens next with a revision, and what its agency can do. */
export function nextStep({ status, decision, findings, sandbox }: Pick<Receipt, 'status' | 'decision' | 'findings' | 'sandbox'>): string {
  if (sandbox === true) {
    return t('测试报送，无须办理：不送审，不公开，到期自动删除。', 'A test, with which nothing happens: it is not decided on, not public, and removed by its age.');
  }
  const open = findings.filter(isOpen).length;
  switch (status) {
    case 'SUBMITTED':
      return open > 0
        ? t(
            `等待主管部门审核。有 ${open} 处提示没有说明理由：请说明；说明齐全的报告可能不经审核直接生效。`,
            `It waits for a decision of the oversight office. ${open} warnings have no reason: explain them; a report with all reasons may come into force without a decision.`,
          )
        : t('等待主管部门审核。审核通过后生效，并向社会公开；退回的，修改后重新报送。', 'It waits for a decision of the oversight office. When it is accepted, it comes into force and is public; when it is returned, change it and submit it again.');
    case 'ACCEPTED':
      return t('已经生效，公众可以查阅。发现错误的可以更正：新版本生效之前，本版继续有效。', 'It is in force, and public. Errors can be corrected: until the correction comes into force, this revision stays in force.');
    case 'RETURNED':
      return t(
        `主管部门已退回，请修改后重新报送。退回意见：${decision?.comment ?? '（无）'}`,
        `The oversight office returned it: change it and submit it again. Comment: ${decision?.comment ?? '(none)'}`,
      );
    case 'SUPERSEDED':
      return t('已被后来的版本取代。', 'A later revision has superseded it.');
    case 'WITHDRAWN':
      return t('已撤回，不再生效。须报送年度报告的，请重新报送。', 'It was withdrawn. If a report is owed, submit it again.');
  }
}

/** Returns the last day for the report of an agency; undefined if the year has not been opened. */
export const deadlineOf = (agency: AgencyEntry, cycle: CycleEntry | undefined): string | undefined =>
  agency.kind === 'GOVERNMENT' ? cycle?.governmentDeadline : cycle?.departmentDeadline;

/** Returns a deadline with the days that are left. */
export function deadlineText(deadline: string, now: Date): string {
  const left = daysBetween(dayOf(now), deadline);
  return left < 0
    ? t(`${day(deadline)}（已过 ${-left} 天）`, `${day(deadline)} (${-left} days ago)`)
    : left === 0
      ? t(`${day(deadline)}（今天）`, `${day(deadline)} (today)`)
      : t(`${day(deadline)}（还有 ${left} 天）`, `${day(deadline)} (${left} days left)`);
}
