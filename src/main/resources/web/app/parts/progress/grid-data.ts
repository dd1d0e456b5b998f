/** Counts of owed reports by district and category, put together at the level below the district of the screen. */

import type { CompletenessRow, DistrictEntry, NamedCode } from '../../api/contract';
import { chain } from '../../registry';
import { number, t } from '../../text';

/** The key of the agencies of a district itself. */
const OWN = 'own';

/** The reports that are owed, by what became of them. */
export interface States {
  expected: number;
  onTime: number;
  late: number;
  returned: number;
  missing: number;
}

export interface Counts extends States {
  /** Those missing or returned whose deadline has passed. */
  overdue: number;
  /** Those on time or late that are in force. */
  inForce: number;
  /** Those in force in which every figure is zero. */
  nil: number;
  /** Those of them whose agency stated that it had nothing to report. */
  nilStated: number;
}

/** A column: a district with all that it contains, or the agencies of a district itself without those below. */
export interface Place {
  key: string;
  code: string;
  name: string;
  isOwn: boolean;
  /** Whether it can be opened: it contains districts with agencies. */
  hasLower: boolean;
}

export interface Grid {
  places: Place[];
  categories: NamedCode[];
  /** Returns the counts of a cell; of a whole row or column without the other key. Undefined if no report is owed. */
  counts: (place: string | undefined, category: string | undefined) => Counts | undefined;
}

/**
 * Puts counts together.
 *
 * @param rows the counts by district and category
 * @param districts all districts, by their codes
 * @param scope the district of the screen; undefined for all
 */
export function gridOf(
  rows: CompletenessRow[],
  districts: Map<string, DistrictEntry>,
  scope: string | undefined,
): Grid {
  const owed = rows.filter((row) => row.expected > 0);
  const chains = new Map(owed.map((row) => [codeOf(row), chain(codeOf(row), districts)]));
  const placeOf = places([...chains.values()], districts, scope);
  const categories = new Map<string, NamedCode>();
  const sums = new Map<string, Counts>();
  for (const row of owed) {
    const place = (placeOf.get(codeOf(row)) as Place).key;
    const category = row.category as NamedCode;
    categories.set(category.code, category);
    for (const key of [keyOf(place, category.code), keyOf(place), keyOf(undefined, category.code), keyOf()]) {
      sums.set(key, sum(sums.get(key), row));
    }
  }
  return {
    places: inOrder([...new Set(placeOf.values())]),
    categories: [...categories.values()],
    counts: (place, category) => sums.get(keyOf(place, category)),
  };
}

/** Returns the column of each district that has agencies. A column is the lowest district that contains all of its own. */
function places(
  chains: string[][],
  districts: Map<string, DistrictEntry>,
  scope: string | undefined,
): Map<string, Place> {
  const [first = []] = chains;
  const depth = Math.max(shared(chains), scope === undefined ? 0 : first.indexOf(scope) + 1);
  const groups = new Map<string, string[][]>();
  for (const one of chains) {
    const key = one[depth] ?? OWN;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const found = new Map<string, Place>();
  for (const [key, group] of groups) {
    const whole = (group[0] as string[]).slice(0, shared(group));
    const code = whole.at(-1) as string;
    const name = districts.get(code)?.name ?? code;
    const hasLower = group.some((one) => one.length > whole.length);
    const isOwn = key === OWN && groups.size > 1;
    const place = isOwn
      ? { key: OWN, code, name: t(`${name}本级`, `${name} itself`), isOwn, hasLower }
      : { key: code, code, name, isOwn, hasLower };
    group.forEach((one) => found.set(one.at(-1) as string, place));
  }
  return found;
}

/** Returns how many districts at the top of some chains are the same in all. */
function shared(chains: string[][]): number {
  const [first = []] = chains;
  const different = first.findIndex((code, i) => chains.some((one) => one[i] !== code));
  return different < 0 ? first.length : different;
}

const inOrder = (found: Place[]): Place[] =>
  found.sort((a, b) => (a.isOwn || (!b.isOwn && a.code < b.code) ? -1 : 1));

const codeOf = (row: CompletenessRow): string => (row.district as NamedCode).code;
const keyOf = (place = '', category = ''): string => `${place}|${category}`;

function sum(known: Counts | undefined, row: CompletenessRow): Counts {
  return {
    expected: (known?.expected ?? 0) + row.expected,
    onTime: (known?.onTime ?? 0) + row.onTime,
    late: (known?.late ?? 0) + row.late,
    returned: (known?.returned ?? 0) + row.returned,
    missing: (known?.missing ?? 0) + row.missing,
    overdue: (known?.overdue ?? 0) + row.overdue,
    inForce: (known?.inForce ?? 0) + row.inForce,
    nil: (known?.nil ?? 0) + row.nil,
    nilStated: (known?.nilStated ?? 0) + row.nilStated,
  };
}

export const reported = (counts: Counts): number => counts.onTime + counts.late;

/** Returns counts as they are read out. */
export const spokenCounts = (counts: Counts): string =>
  t(
    `应报 ${number(counts.expected)}，按期报送 ${number(counts.onTime)}，逾期报送 ${number(counts.late)}，` +
      `退回 ${number(counts.returned)}，未报 ${number(counts.missing)}，逾期未报 ${number(counts.overdue)}`,
    `${number(counts.expected)} expected, ${number(counts.onTime)} on time, ${number(counts.late)} late, ` +
      `${number(counts.returned)} returned, ${number(counts.missing)} missing, ${number(counts.overdue)} overdue`,
  );
