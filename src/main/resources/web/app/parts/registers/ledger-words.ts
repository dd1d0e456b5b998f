/** The words of the ledger of requests carried over. */

import type { CarryOverChange, CarryOverEntry, CarryOverObstacle, CarryOverStatus, CodeEntry } from '../../api/contract';
import { moment, number, of, t } from '../../text';
import { revisionName } from '../../revisions';

export const ledgerStatuses: CarryOverStatus[] = ['DIFFERENT', 'EXPLAINED', 'EQUAL', 'NOT_COMPARED'];

export const ledgerStatusName = (status: CarryOverStatus): string =>
  ({
    EQUAL: t('一致', 'Equal'),
    DIFFERENT: t('不一致，未说明', 'Different'),
    EXPLAINED: t('不一致，已说明', 'Different, explained'),
    NOT_COMPARED: t('无法比对', 'Not compared'),
  })[status];

/** The class of the label of a status. */
export const ledgerStatusClass = (status: CarryOverStatus): string =>
  `status ${{ EQUAL: 'good', DIFFERENT: 'bad', EXPLAINED: 'warn', NOT_COMPARED: '' }[status]}`;

export const obstacleName = (obstacle: CarryOverObstacle): string =>
  ({
    NOT_SUBMITTED: t('本年报告未报送', 'No report on the year was submitted'),
    NOT_IN_FORCE: t('本年报告未生效', 'The report on the year is not in force'),
    PREVIOUS_NOT_SUBMITTED: t('上年报告未报送', 'No report on last year was submitted'),
    PREVIOUS_NOT_IN_FORCE: t('上年报告未生效', 'The report on last year is not in force'),
    PREDECESSOR_NOT_IN_FORCE: t('前身的上年报告缺失或未生效', 'A predecessor has no report in force for last year'),
    SPLIT: t('前身分立，无法拆分', 'A predecessor was split, and its requests cannot be divided'),
    NEW_AGENCY: t('本年新设机关', 'The agency was founded in the year'),
  })[obstacle];

/** Returns the name of a type of applicant; that of all types is not on the list of the form. */
export function applicantName(code: string, types: CodeEntry[]): string {
  const type = types.find((one) => one.code === code);
  return type === undefined ? t('总计', 'Total') : of(type.label);
}

/** Returns what happened to one side of a line. */
export function changeInWords({ side, at, agency, year, revision, value }: CarryOverChange, line: CarryOverEntry): string {
  const report = agency === line.agency.code ? String(year) : `${agency} ${year}`;
  const cell = side === 'CARRIED_FORWARD' ? t('结转下年度（四）', 'carried forward (四)') : t('上年结转（二）', 'carried over (二)');
  return revision === undefined
    ? t(`${moment(at)}，${report} 年度报告失效`, `${moment(at)}: the report on ${report} went out of force`)
    : t(
        `${moment(at)}，${report} 年度报告${revisionName(revision)}生效，${cell}为 ${number(value)}`,
        `${moment(at)}: ${revisionName(revision).toLowerCase()} of the report on ${report} came into force, ${cell} is ${number(value)}`,
      );
}
