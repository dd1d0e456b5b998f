/** The names of the choices in the contract. */

import type { AgencyKind, DistrictLevel, EventType, ObligationState } from './api/contract';
import { t } from './text';

export const obligationStates: ObligationState[] = ['MISSING', 'RETURNED', 'LATE', 'ON_TIME', 'EXEMPT'];

export const stateName = (state: ObligationState): string =>
  ({
    ON_TIME: t('按期报送', 'On time'),
    LATE: t('逾期报送', 'Late'),
    RETURNED: t('已退回', 'Returned'),
    MISSING: t('未报', 'Missing'),
    EXEMPT: t('免予报送', 'Exempt'),
  })[state];

/** What 逾期报送 means wherever it is counted. */
export const lateMeaning = (): string => t('首次报送在期限之后', 'first submitted after the deadline');

/** What 逾期未报 means wherever it is counted. */
export const overdueMeaning = (): string =>
  t('期限已过，尚未报送或者退回后未再报送', 'not submitted by the deadline, or returned and not submitted again');

export const kinds: AgencyKind[] = ['DEPARTMENT', 'GOVERNMENT'];

export const kindName = (kind: AgencyKind): string =>
  ({ DEPARTMENT: t('部门', 'Department'), GOVERNMENT: t('政府', 'Government') })[kind];

/** The levels of districts, from the province down. */
export const levels: DistrictLevel[] = ['province', 'city', 'county', 'town'];

/** Returns the name of a district in a list, where the space before it shows its level. */
export const indented = (level: DistrictLevel, name: string): string => '　'.repeat(levels.indexOf(level)) + name;

export const levelName = (level: DistrictLevel): string =>
  ({
    province: t('省级', 'Province'),
    city: t('市级', 'City'),
    county: t('县级', 'County'),
    town: t('乡级', 'Town'),
  })[level];

export const eventTypes: EventType[] = [
  'REPORT_SUBMITTED',
  'REPORT_ACCEPTED',
  'REPORT_RETURNED',
  'REPORT_SUPERSEDED',
  'REPORT_WITHDRAWN',
  'REPORT_REINSTATED',
  'WITHDRAWAL_REQUESTED',
  'WARNING_EXPLAINED',
  'FINDINGS_CHANGED',
  'REVALIDATION_STARTED',
  'REVALIDATION_CANCELLED',
  'REPORTS_REVALIDATED',
  'CYCLE_OPENED',
  'CYCLE_CHANGED',
  'CYCLE_CLOSED',
  'OBLIGATION_CHANGED',
  'AGENCY_CHANGED',
  'DISTRICT_CHANGED',
  'CATEGORY_CHANGED',
  'TOKEN_ISSUED',
  'TOKEN_REVOKED',
  'WEBHOOK_CREATED',
  'WEBHOOK_DELETED',
  'WEBHOOK_REPLAYED',
  'WEBHOOK_TESTED',
  'WEBHOOK_DISABLED',
  'REMINDER_DUE',
  'REMINDERS_SENT',
  'RECEIPT_KEY_ROTATED',
];

export const eventName = (type: EventType): string =>
  ({
    REPORT_SUBMITTED: t('报送报告', 'Report submitted'),
    REPORT_ACCEPTED: t('报告生效', 'Report in force'),
    REPORT_RETURNED: t('退回报告', 'Report returned'),
    REPORT_SUPERSEDED: t('报告被修订取代', 'Report superseded'),
    REPORT_WITHDRAWN: t('撤回报告', 'Report withdrawn'),
    REPORT_REINSTATED: t('报告恢复生效', 'Report reinstated'),
    WITHDRAWAL_REQUESTED: t('申请撤回', 'Withdrawal requested'),
    WARNING_EXPLAINED: t('说明提示', 'Warning explained'),
    FINDINGS_CHANGED: t('核对结果变化', 'Findings changed'),
    REVALIDATION_STARTED: t('开始复核', 'Revalidation started'),
    REVALIDATION_CANCELLED: t('取消复核', 'Revalidation cancelled'),
    REPORTS_REVALIDATED: t('复核完成', 'Revalidation ended'),
    CYCLE_OPENED: t('开启年度', 'Year opened'),
    CYCLE_CHANGED: t('调整年度期限', 'Deadlines changed'),
    CYCLE_CLOSED: t('关闭年度', 'Year closed'),
    OBLIGATION_CHANGED: t('调整应报名册', 'Roster changed'),
    AGENCY_CHANGED: t('维护单位', 'Agency changed'),
    DISTRICT_CHANGED: t('维护行政区划', 'District changed'),
    CATEGORY_CHANGED: t('维护类别', 'Category changed'),
    TOKEN_ISSUED: t('签发令牌', 'Token issued'),
    TOKEN_REVOKED: t('撤销令牌', 'Token revoked'),
    WEBHOOK_CREATED: t('新建推送', 'Webhook created'),
    WEBHOOK_DELETED: t('删除推送', 'Webhook deleted'),
    WEBHOOK_REPLAYED: t('重新推送', 'Webhook replayed'),
    WEBHOOK_TESTED: t('测试推送', 'Webhook tested'),
    WEBHOOK_DISABLED: t('停用推送', 'Webhook disabled'),
    REMINDER_DUE: t('催报', 'Reminder due'),
    REMINDERS_SENT: t('发送催报', 'Reminders sent'),
    RECEIPT_KEY_ROTATED: t('更换回执签名密钥', 'Key of receipts replaced'),
  })[type];

/** The names of members of entries, in Chinese and in English. */
const members: Record<string, [zh: string, en: string]> = {
  code: ['代码', 'Code'],
  name: ['名称', 'Name'],
  nameSince: ['名称起始日期', 'Name since'],
  formerNames: ['曾用名', 'Former names'],
  district: ['行政区划', 'District'],
  category: ['类别', 'Category'],
  kind: ['类型', 'Kind'],
  unifiedSocialCreditCode: ['统一社会信用代码', 'Unified social credit code'],
  validFrom: ['生效日期', 'Valid from'],
  validTo: ['失效日期', 'Valid to'],
  successor: ['承继方', 'Successor'],
  successors: ['承继机关', 'Successors'],
  contactPerson: ['联系人', 'Contact person'],
  telephone: ['联系电话', 'Telephone'],
  email: ['电子邮箱', 'E-mail'],
  parent: ['上级', 'Parent'],
  level: ['层级', 'Level'],
  status: ['状态', 'Status'],
  contentHash: ['内容哈希值', 'Content hash'],
  deadline: ['报送期限', 'Deadline'],
  exempt: ['免予报送', 'Exempt'],
  reason: ['原因', 'Reason'],
  comment: ['审核意见', 'Comment'],
  changeReason: ['更正原因', 'Reason of the change'],
  approvedBy: ['负责人（审签人）', 'Responsible person'],
  year: ['年度', 'Year'],
  form: ['格式', 'Form'],
  departmentDeadline: ['部门报送期限', 'Deadline of departments'],
  governmentDeadline: ['政府报送期限', 'Deadline of governments'],
  openedAt: ['开启时间', 'Opened'],
  openedBy: ['开启人', 'Opened by'],
  obligations: ['应报单位数', 'Agencies on the roster'],
  id: ['编号', 'Id'],
  expiresAt: ['有效至', 'Valid until'],
  rule: ['规则', 'Rule'],
  pointer: ['位置', 'Place'],
  by: ['取代它的版本', 'Superseded by revision'],
  cause: ['引起变化的', 'Cause'],
  appeared: ['新出现的提示', 'New warnings'],
  disappeared: ['已消除的提示', 'Warnings that are gone'],
  agency: ['单位', 'Agency'],
  state: ['状态', 'State'],
  ruleBook: ['规则库版本', 'Rule book'],
  years: ['报告年度', 'Report years'],
  reports: ['报告份数', 'Reports'],
  added: ['新增核对结果', 'Findings added'],
  removed: ['消除核对结果', 'Findings gone'],
  revision: ['版本', 'Revision'],
  role: ['角色', 'Role'],
  subject: ['持有人', 'Subject'],
  agencies: ['代表的单位', 'Agencies'],
  districts: ['限于行政区划', 'Districts'],
  sandbox: ['测试令牌', 'Sandbox'],
  revokedAt: ['撤销时间', 'Revoked'],
  replaces: ['取代的令牌', 'Replaces'],
  replacedBy: ['取代它的令牌', 'Replaced by'],
  due: ['应催报件数', 'Reminders due'],
  mails: ['邮件件数', 'Mails'],
  webhooks: ['推送件数', 'Webhook events'],
  unreached: ['须电话或书面催报件数', 'Reached on no channel'],
  day: ['节点日期', 'Day of the step'],
  step: ['节点（天）', 'Step (days)'],
  openWarnings: ['未说明的提示', 'Open warnings'],
  site: ['接收地址', 'Site'],
  events: ['事项', 'Events'],
  after: ['重新推送的起点', 'Sent again after'],
  comments: ['各处意见', 'Comments at cells'],
  cell: ['位置', 'Place'],
  key: ['密钥编号', 'Key'],
};

/** Returns the names of a member. A file may have any column, such as `constructor`. */
const namesOf = (member: string): [zh: string, en: string] | undefined =>
  Object.hasOwn(members, member) ? members[member] : undefined;

/** Returns the name of a member of an entry; the member itself if it has none. */
export function memberName(member: string): string {
  const names = namesOf(member);
  return names === undefined ? member : t(...names);
}

/** The columns of the roster that are no members of entries, or are called otherwise there. */
const rosterColumns: Record<string, [zh: string, en: string]> = {
  agencyName: ['机关', 'Agency'],
  kindName: ['机关类型', 'Kind'],
  districtName: ['行政区划', 'District'],
  categoryName: ['部门类别', 'Category'],
  stateName: ['报送状态', 'State'],
  overdue: ['逾期未报', 'Overdue'],
  inForce: ['有有效报告', 'In force'],
  firstSubmittedAt: ['首次报送时间', 'First submitted'],
  reason: ['调整原因', 'Reason of the change'],
  nil: ['数据全部为零', 'All figures zero'],
  nilStated: ['声明零报告', 'Stated nil return'],
};

/** Returns the head of a column of the roster. */
export function columnName(column: string): string {
  const names = rosterColumns[column];
  return names === undefined ? memberName(column) : t(...names);
}

/** Returns what a header may call a member. */
export const namesOfMember = (member: string): string[] => [member, ...(namesOf(member) ?? [])];
