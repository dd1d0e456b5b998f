/** The numbers of the scoreboard, with what each counts and the list behind it. */

import type { ScoreboardRow } from '../../api/contract';
import { link } from '../../router';
import { session } from '../../session';
import { t } from '../../text';
import { lateMeaning, overdueMeaning, stateName } from '../../words';
import type { Scope } from './scope';

export type Measure = Exclude<keyof ScoreboardRow, 'year' | 'district' | 'category' | 'agency' | 'rule' | 'rules'>;

/** What a row is about: its keys, and the filter of the screen where it has none. */
interface Subject {
  year: string | undefined;
  district: { code: string; isOwn: boolean } | undefined;
  category: string | undefined;
  agency: string | undefined;
  rule: string | undefined;
}

export interface Column {
  measure: Measure;
  name: string;
  meaning: string;
  /** Returns the address of the list behind the number; undefined if there is none. */
  list?: (subject: Subject) => string | undefined;
}

/** Returns the columns in their order. Those of rules have only the last three. */
export function columns(isByRule: boolean): Column[] {
  return isByRule ? ofReports() : [...ofRoster(), ...ofDecisions(), ...ofReports()];
}

const ofRoster = (): Column[] => [
  {
    measure: 'expected',
    name: t('应报', 'Expected'),
    meaning: t('已结束年度的应报名册上，除免予报送以外的报告。', 'Reports on the rosters of years that are over, without exemptions.'),
  },
  {
    measure: 'onTime',
    name: stateName('ON_TIME'),
    meaning: t('首次报送在期限之内，已生效或者待审核。', 'First submitted before the deadline, and in force or waiting.'),
    list: (subject) => progress(subject, 'ON_TIME'),
  },
  {
    measure: 'late',
    name: stateName('LATE'),
    meaning: t(`${lateMeaning()}，已生效或者待审核。`, `Reports that were ${lateMeaning()}, and are in force or waiting.`),
    list: (subject) => progress(subject, 'LATE'),
  },
  {
    measure: 'notResubmitted',
    name: t('退回未再报', 'Not resubmitted'),
    meaning: t('被退回，没有生效的版本，也没有再次报送。', 'Returned; none is in force, and no other was submitted.'),
    list: (subject) => progress(subject, 'RETURNED'),
  },
  {
    measure: 'missing',
    name: stateName('MISSING'),
    meaning: t(
      '没有报送，或者报送的已全部撤回。按期报送、逾期报送、退回未再报、未报之和等于应报。',
      'Nothing was submitted, or all of it was withdrawn. On time, late, not resubmitted and missing add up to the expected reports.',
    ),
    list: (subject) => progress(subject, 'MISSING'),
  },
  {
    measure: 'overdue',
    name: t('逾期未报', 'Overdue'),
    meaning: t(`${overdueMeaning()}；包含在退回未再报和未报之中。`, `Reports ${overdueMeaning()}; a part of those not resubmitted and missing.`),
  },
];

const ofDecisions = (): Column[] => [
  {
    measure: 'returned',
    name: t('退回次数', 'Returned'),
    meaning: t('主管部门退回的次数，不论后来是否再报；含名册以外的报告，以下各项相同。', 'Decisions to return a revision, whatever followed. This and the following numbers also count reports that no roster lists.'),
    list: (subject) => audit(subject, 'REPORT_RETURNED'),
  },
  {
    measure: 'corrected',
    name: t('生效后更正次数', 'Corrected'),
    meaning: t('新版本取代已生效版本的次数。', 'Revisions that replaced one in force.'),
    list: (subject) => audit(subject, 'REPORT_SUPERSEDED'),
  },
  {
    measure: 'withdrawn',
    name: t('生效后撤回次数', 'Withdrawn'),
    meaning: t('主管部门撤回已生效版本的次数。', 'Withdrawals of a revision in force by the office.'),
  },
];

const ofReports = (): Column[] => [
  {
    measure: 'refusedAttempts',
    name: t('未通过校验次数', 'Refused attempts'),
    meaning: t(
      '因报告内容有错误而被拒绝的报送次数，含批量报送；不计试算和格式不正确的请求。自本系统开始计数时起。',
      'Submissions that were refused because of the content of the report, also in a batch; not trials or malformed requests. Counted since this version of the service.',
    ),
  },
  {
    measure: 'openWarnings',
    name: t('未说明的提示', 'Open warnings'),
    meaning: t(
      '已生效或者待审核的最新版本中，尚未说明的提示。链接只列已生效的报告，待审核的见审核页。',
      'Warnings without an explanation, of the newest revision of each report that is in force or waits. The link lists those in force; those that wait are on the page Review.',
    ),
    list: review,
  },
  {
    measure: 'explainedWarnings',
    name: t('已说明的提示', 'Explained warnings'),
    meaning: t('同一版本中已经说明的提示。说明汇总还列出已了结的说明，条数可能更多。', 'Warnings with an explanation, of the same revisions. The register of explanations also lists settled ones, so it can have more.'),
    list: explanations,
  },
];

/** Returns what a row is about. A district that rows are grouped by is without those below; one that is a filter includes them. */
export function subjectOf(row: ScoreboardRow, scope: Scope): Subject {
  const filtered = scope.district?.[0];
  return {
    year: row.year === undefined ? scope.year?.find((one) => /^\d{4}$/.test(one)) : String(row.year),
    district: row.district !== undefined ? { code: row.district.code, isOwn: true } : filtered === undefined ? undefined : { code: filtered, isOwn: false },
    category: row.category?.code ?? scope.category?.[0],
    agency: row.agency?.code ?? scope.agency?.[0],
    rule: row.rule,
  };
}

/** The lists of the progress are of one year, for the office. They cannot be of one agency. */
function progress({ year, district, category, agency }: Subject, state: string): string | undefined {
  return !isOffice() || year === undefined || agency !== undefined
    ? undefined
    : link('/progress', { year, place: district?.code, own: district?.isOwn === true ? '1' : undefined, category, state });
}

const audit = ({ agency, year }: Subject, type: string): string | undefined =>
  isOffice() && agency !== undefined ? link('/audit', { type, object: year === undefined ? agency : `reports/${agency}/${year}` }) : undefined;

const review = ({ year, district, category, agency, rule }: Subject): string | undefined =>
  isOffice() && rule === undefined && district?.isOwn !== true
    ? link('/review', { status: 'ACCEPTED', sort: '-warnings', year, district: district?.code, category, agency })
    : undefined;

/** The register of explanations has no filter for categories, nor for a district without those below. */
const explanations = ({ year, district, category, agency, rule }: Subject): string | undefined =>
  isOffice() && (category === undefined || agency !== undefined) && (district?.isOwn !== true || agency !== undefined)
    ? link('/explanations', { year, district: district?.code, agency, rule })
    : undefined;

const isOffice = (): boolean => session()?.isOffice === true;
