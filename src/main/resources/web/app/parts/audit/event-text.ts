/** Events in the words of readers. */

import { actorName, agencyOf } from '../../actors';
import type { AgencyKind, DistrictLevel, EventEntry, EventType, RevisionStatus } from '../../api/contract';
import { dated, t } from '../../text';
import { statusName } from '../../revisions';
import { eventName, kindName, levelName, memberName } from '../../words';
import { isRunState, runStateName } from '../rules/rule-words';

/** The names of registered entries, by their paths below /api/v1/. */
export type Names = Map<string, string>;

/** A member that an event changed; undefined if it had no value. */
export interface Change {
  label: string;
  before: string | undefined;
  after: string | undefined;
}

/** Returns what an event changed. Members that are the same before and after are left out. */
export function changesOf(event: EventEntry, names: Names): Change[] {
  const before = event.before ?? {};
  const after = event.after ?? {};
  const isNew = event.before === undefined;
  const members = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return members
    .filter((member) => JSON.stringify(before[member]) !== JSON.stringify(after[member]))
    .filter((member) => !isNew || !isInSubject(event, member))
    .map((member) => ({
      label: memberName(member),
      before: member in before ? valueText(member, before[member], names) : undefined,
      after: member in after ? valueText(member, after[member], names) : undefined,
    }));
}

/** A new object has its key in its address. */
const isInSubject = (event: EventEntry, member: string): boolean =>
  (member === 'code' || member === 'year') && event.subject.endsWith(`/${String(event.after?.[member])}`);

/** Returns the further information of an event, with its names. */
export function detailsOf(event: EventEntry, names: Names): string[] {
  return Object.entries(event.detail).map(([member, value]) =>
    member === 'contactChanged'
      ? t('联系人或电话有变更（日志不记录其内容）', 'The contact has changed; the log does not contain it')
      : `${memberName(member)}${t('：', ': ')}${valueText(member, value, names)}`,
  );
}

/** Returns a value as a text. Codes of registered entries are shown with their names. */
function valueText(member: string, value: unknown, names: Names): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? t('无', 'none') : value.map((one) => valueText(member, one, names)).join(t('；', '; '));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, one]) => valueText(key, one, names))
      .join(' ');
  }
  if (typeof value === 'boolean') {
    return value ? t('是', 'yes') : t('否', 'no');
  }
  return value === null || value === undefined ? t('无', 'none') : choiceText(member, String(value), names);
}

function choiceText(member: string, value: string, names: Names): string {
  switch (member) {
    case 'kind':
      return kindName(value as AgencyKind);
    case 'level':
      return levelName(value as DistrictLevel);
    case 'status':
      return statusName(value as RevisionStatus);
    case 'state':
      return isRunState(value) ? runStateName(value) : value;
    case 'district':
    case 'parent':
      return named(value, names.get(`districts/${value}`));
    case 'category':
      return named(value, names.get(`categories/${value}`));
    case 'districts':
      return named(value, names.get(`districts/${value}`));
    case 'role':
      return roleName(value);
    case 'subject':
      return actorText(value, names);
    case 'events':
      return eventName(value as EventType);
    case 'agency':
    case 'agencies':
    case 'successors':
      return named(value, names.get(`agencies/${value}`));
    default:
      return dated(value);
  }
}

const ROLES: Record<string, [zh: string, en: string]> = {
  oversight: ['主管部门', 'Oversight office'],
  submitter: ['报送单位', 'Submitting agency'],
  reader: ['只读', 'Reader'],
};

/** Returns the name of a role; the role itself if it has none. */
function roleName(role: string): string {
  const names = ROLES[role];
  return names === undefined ? role : t(...names);
}

const named = (code: string, name: string | undefined): string => (name === undefined ? code : `${name}（${code}）`);

/** Returns the name of who made an event, in one line. */
export function actorText(actor: string, names: Names): string {
  const agency = agencyOf(actor);
  return agency === undefined ? actorName(actor) : named(agency, names.get(`agencies/${agency}`));
}

/** Returns the code of the agency that an event is about; undefined if it is about something else. */
export const agencyCode = ({ agency, subject }: EventEntry): string | undefined => agency ?? /^agencies\/([^/]+)/.exec(subject)?.[1];

/** Returns the name of the changed object. */
export function objectOf(event: EventEntry, names: Names): string {
  const own = event.agency === undefined ? names.get(event.subject) : (names.get(`agencies/${event.agency}`) ?? event.agency);
  const year = event.year === undefined ? undefined : t(`${event.year} 年度`, `${event.year}`);
  const revision = event.revision === undefined ? undefined : t(`第 ${event.revision} 版`, `revision ${event.revision}`);
  return [own, year, revision].filter((one) => one !== undefined).join(' ') || event.subject;
}
