/** Lines of the roster. */

import { call } from '../../api/client';
import type { ObligationEntry } from '../../api/contract';
import { LARGEST_PAGE } from '../../api/pages';

/**
 * Reads the line of one agency; undefined if it is not on the roster. The service lists lines in the order of codes, so
 * the list is read from just before the code.
 */
export async function lineOf(year: number, agency: string): Promise<ObligationEntry | undefined> {
  const before = agency.slice(0, -1);
  let after = before;
  for (;;) {
    const page = await call('listObligations', { path: { year }, query: { after, size: LARGEST_PAGE } });
    const found = page.items.find((one) => one.agency.code === agency);
    const isPast = page.items.at(-1)?.agency.code.startsWith(before) !== true;
    if (found !== undefined || page.next === undefined || isPast) {
      return found;
    }
    after = page.next;
  }
}
