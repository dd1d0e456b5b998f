/** Words for rules, their changes and the runs that check stored reports. */

import type { ExampleChange, RevalidationChangeKind, RevalidationReason, RevalidationState, RuleSetting } from '../../api/contract';
import { t } from '../../text';

export const settings: RuleSetting[] = ['ERROR', 'WARNING', 'INFO', 'OFF'];

export const settingName = (setting: RuleSetting): string =>
  ({ ERROR: t('错误', 'Error'), WARNING: t('提示', 'Warning'), INFO: t('说明', 'Note'), OFF: t('不检查', 'Off') })[setting];

/** What a broken rule means for a report. */
export const settingMeaning = (setting: RuleSetting): string =>
  ({
    ERROR: t('报告不能报送', 'the report is refused'),
    WARNING: t('须更正或者说明', 'it has to be corrected or explained'),
    INFO: t('仅作说明', 'it is only shown'),
    OFF: t('停用这条规则', 'the rule is not used'),
  })[setting];

export const settingClass = (setting: RuleSetting): string =>
  `status ${setting === 'ERROR' ? 'bad' : setting === 'WARNING' ? 'warn' : ''}`;

export const exampleName = (change: ExampleChange): string =>
  ({ ADDED: t('新增', 'Added'), REMOVED: t('消除', 'Gone'), SEVERITY_CHANGED: t('级别改变', 'Severity changed') })[change];

export const kindOfChange = (kind: RevalidationChangeKind): string => exampleName(kind);

export const reasonName = (reason: RevalidationReason): string =>
  ({
    DEPARTMENTS: t('政府报送后，部门的报告有变化', 'departments have reported since'),
    RULE_BOOK: t('规则已更新', 'the rules have changed'),
    OTHER_DATA: t('所比对的其他报告、名录或期限有变化', 'other reports, the registry or a deadline have changed'),
  })[reason];

const runStates: readonly string[] = ['RUNNING', 'DONE', 'CANCELLED', 'FAILED'] satisfies RevalidationState[];

export const isRunState = (text: string): text is RevalidationState => runStates.includes(text);

export const runStateName = (state: RevalidationState): string =>
  ({
    RUNNING: t('进行中', 'Running'),
    DONE: t('已完成', 'Done'),
    CANCELLED: t('已取消', 'Cancelled'),
    FAILED: t('失败', 'Failed'),
  })[state];

export const runStateClass = (state: RevalidationState): string =>
  `status ${state === 'DONE' ? 'good' : state === 'RUNNING' ? 'warn' : state === 'FAILED' ? 'bad' : ''}`;
