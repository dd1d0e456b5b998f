/** The changes of rules that are to be tried, as the address has them: `FIGURE-JUMP_ERROR_minFactor_2,T3-BALANCE_OFF`. */

import type { RuleChangeRequest, RuleSetting } from '../../api/contract';
import { settings } from './rule-words';

/** A change of one rule. */
export interface Trial {
  rule: string;
  /** The severity to try; undefined for that of the rule book. */
  setting: RuleSetting | undefined;
  /** The values to try, by the name of the threshold, as they were entered. */
  thresholds: Record<string, string>;
}

const BETWEEN_TRIALS = ',';
const BETWEEN_PARTS = '_';

/** Reads the changes of an address. */
export function trialsOf(text: string | null): Trial[] {
  return (text ?? '')
    .split(BETWEEN_TRIALS)
    .filter((one) => one !== '')
    .map((one) => {
      const [rule = '', setting, ...bounds] = one.split(BETWEEN_PARTS);
      return { rule, setting: settings.find((known) => known === setting), thresholds: pairs(bounds) };
    });
}

function pairs(parts: string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (let i = 0; i + 1 < parts.length; i += 2) {
    found[parts[i] as string] = parts[i + 1] as string;
  }
  return found;
}

/** Writes changes for an address. */
export const trialsInAddress = (trials: Trial[]): string =>
  trials
    .map(({ rule, setting, thresholds }) =>
      setting === undefined && Object.keys(thresholds).length === 0
        ? rule
        : [rule, setting ?? '', ...Object.entries(thresholds).flat()].join(BETWEEN_PARTS),
    )
    .join(BETWEEN_TRIALS);

/** Returns a change for the API. A text that is no number is refused there. */
export const changeOf = ({ rule, setting, thresholds }: Trial): RuleChangeRequest => ({
  rule,
  ...(setting === undefined ? {} : { severity: setting }),
  ...(Object.keys(thresholds).length === 0
    ? {}
    : { thresholds: Object.fromEntries(Object.entries(thresholds).map(([name, value]) => [name, Number(value)])) }),
});
